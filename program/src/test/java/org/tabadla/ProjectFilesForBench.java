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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.bench.Bench;
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

  private static List<Page> pressPages() throws IOException {
    var pages = new ArrayList<Page>();
    try (Press press = Press.open(0)) {
      Map<String, Outlet> outlets =
          press.outlets().stream().collect(Collectors.toMap(Outlet::host, outlet -> outlet));
      for (Gold.Written article : Gold.articles()) {
        Gold.Place place = article.place();
        String address = Objects.requireNonNull(outlets.get(place.host())).origin() + place.path();
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        try (var in = connection.getInputStream()) {
          pages.add(
              new Page(
                  null, connection.getContentType(), new Bytes(in.readAllBytes()), Instant.EPOCH));
        }
      }
    }
    return pages;
  }
}
