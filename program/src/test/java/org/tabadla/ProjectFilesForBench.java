package org.tabadla;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.bench.Bench;
import org.tabadla.bench.MemoryBench;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import org.tabadla.press.Gold;
import org.tabadla.press.Outlet;
import org.tabadla.press.Press;

/// The pages that `./tabadla bench` measures on when none are named.
public final class ProjectFilesForBench {
  private ProjectFilesForBench() {}

  /// @return the project's folder
  public static Path root() {
    return ProjectFiles.root();
  }

  /// @return the data packs, or null where they are not at hand
  public static @Nullable Path packs() {
    return ProjectFiles.packs();
  }

  /// @return pages of the data packs, or of the sample press where the packs are not at hand
  public static List<Page> pages() throws IOException {
    Path packs = ProjectFiles.packs();
    return packs == null ? pressPages() : Bench.saved(List.of(packs.resolve("read")));
  }

  /// @return the folder of the read packs, or null where they are not at hand
  public static @Nullable Path readPacks() {
    Path packs = ProjectFiles.packs();
    return packs == null ? null : packs.resolve("read");
  }

  private static List<Page> pressPages() throws IOException {
    return press().values().stream().flatMap(List::stream).map(MemoryBench.Sample::page).toList();
  }

  /// @return the articles of the sample press that are free to read, by outlet, oldest first
  public static Map<String, List<MemoryBench.Sample>> press() throws IOException {
    Map<String, List<MemoryBench.Sample>> pages = new TreeMap<>();
    try (Press press = Press.open(0)) {
      Map<String, Outlet> outlets =
          press.outlets().stream().collect(Collectors.toMap(Outlet::host, outlet -> outlet));
      for (Gold.Written article : Gold.articles().reversed()) {
        Gold.Place place = article.place();
        String address = Objects.requireNonNull(outlets.get(place.host())).origin() + place.path();
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        try (var in = connection.getInputStream()) {
          var body = new Bytes(in.readAllBytes());
          var page = new Page(address, connection.getContentType(), body, Instant.EPOCH);
          pages
              .computeIfAbsent(place.host(), _ -> new ArrayList<>())
              .add(
                  new MemoryBench.Sample(
                      place.host(), page, article.isPaid() ? null : gold(article), true));
        }
      }
    }
    return pages;
  }

  private static String gold(Gold.Written article) {
    return String.join("\n", article.blocks()).replaceAll("(?m)^(##|>|\\|) ", "").replace('|', ' ');
  }
}
