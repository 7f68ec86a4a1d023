package org.tabadla.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tabadla.ProjectFilesForBench;
import org.tabadla.address.Address;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;
import org.tabadla.read.PageReader;
import org.tabadla.read.PageReport;
import org.tabadla.read.SiteMemory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the memory of a site's other pages is worth: each page is read as the first of its site,
/// and as the last, after the others taught what they teach.
///
/// `./tabadla bench memory [FOLDER]` takes the sites of the read packs that have several pages
/// (`FOLDER/SET/gold.json`), where they are at hand, and the outlets of the sample press.
public final class MemoryBench {
  private static final SourceId UNKNOWN = new SourceId("bench");
  private static final List<String> SETS =
      List.of("zyte", "news424", "wcxb", "fundus", "segments", "dates");
  private static final int[] PRESS_NTH = {1, 2, 3, 5, 8, 10};

  private MemoryBench() {}

  /// A page of a site.
  ///
  /// @param set where it is from
  /// @param gold its body; null where nobody wrote it down, then the page only teaches
  /// @param shown gold has the words as a reader is shown them, not as the page writes them
  public record Sample(String set, Page page, @Nullable String gold, boolean shown) {}

  /// One page's scores.
  private record Pair(String name, Overlap first, Overlap last) {}

  public static void main(String[] args) throws IOException {
    Path packs = args.length > 0 ? Path.of(args[0]) : ProjectFilesForBench.readPacks();
    if (packs != null) {
      packs(packs);
    }
    press();
  }

  private static void packs(Path folder) throws IOException {
    Map<String, List<Sample>> sites = new TreeMap<>();
    for (String set : SETS) {
      for (Sample sample : samples(folder, set)) {
        sites.computeIfAbsent(site(sample), _ -> new ArrayList<>()).add(sample);
      }
    }
    sites.values().removeIf(pages -> pages.size() < 2);
    Map<String, List<Pair>> bySet = new LinkedHashMap<>();
    for (List<Sample> site : sites.values()) {
      pairs(site)
          .forEach(
              (set, pairs) -> bySet.computeIfAbsent(set, _ -> new ArrayList<>()).addAll(pairs));
    }
    print("Sites of the packs with several pages: " + sites.size(), bySet);
  }

  private static void press() throws IOException {
    Map<String, List<Sample>> outlets = ProjectFilesForBench.press();
    Map<String, List<Pair>> byOutlet = new TreeMap<>();
    for (List<Sample> site : outlets.values()) {
      pairs(site)
          .forEach(
              (set, pairs) -> byOutlet.computeIfAbsent(set, _ -> new ArrayList<>()).addAll(pairs));
    }
    print("Outlets of the sample press", byOutlet);
    for (int nth : PRESS_NTH) {
      System.out.printf(Locale.ROOT, "as the site's %2d. page %36.4f%n", nth, asNth(outlets, nth));
    }
  }

  /// @return F1 of all pages, each read as the nth of its site
  static double asNth(Map<String, List<Sample>> sites, int nth) {
    var scores = new ArrayList<Overlap>();
    for (List<Sample> site : sites.values()) {
      for (int i = 0; i < site.size(); i++) {
        if (site.get(i).gold != null) {
          scores.add(score(site.get(i), memory(before(site, i, nth - 1))));
        }
      }
    }
    return Overlap.f1(scores);
  }

  /// The pages before one, around the end of the list to its end.
  private static List<Sample> before(List<Sample> site, int at, int most) {
    var before = new ArrayList<Sample>();
    for (int i = 1; i <= Math.min(most, site.size() - 1); i++) {
      before.addFirst(site.get(Math.floorMod(at - i, site.size())));
    }
    return before;
  }

  /// Reads each page of a site as the first and as the last, after the others in their order and in
  /// the reverse.
  private static Map<String, List<Pair>> pairs(List<Sample> site) {
    Map<String, List<Pair>> pairs = new TreeMap<>();
    for (int i = 0; i < site.size(); i++) {
      Sample sample = site.get(i);
      if (sample.gold == null) {
        continue;
      }
      List<Sample> others = before(site, i, site.size());
      Overlap first = score(sample, SiteMemory.NONE);
      for (List<Sample> order : List.of(others, others.reversed())) {
        pairs
            .computeIfAbsent(sample.set, _ -> new ArrayList<>())
            .add(new Pair(site(sample), first, score(sample, memory(order))));
      }
    }
    return pairs;
  }

  private static SiteMemory memory(List<Sample> pages) {
    SiteMemory memory = SiteMemory.NONE;
    for (Sample sample : pages) {
      PageReport report = PageReader.report(sample.page, UNKNOWN, _ -> SiteMemory.NONE);
      memory = report.trace() == null ? memory : memory.after(report.trace());
    }
    // As it comes out of the store.
    return SiteMemory.of(memory.bytes());
  }

  private static Overlap score(Sample sample, SiteMemory memory) {
    String gold = sample.gold == null ? "" : sample.gold;
    PageReport report = PageReader.report(sample.page, UNKNOWN, _ -> memory);
    String body =
        sample.shown && report.reading() instanceof Reading.Read(var article)
            ? article.text()
            : report.text();
    return Overlap.of(Overlap.units(gold), Overlap.units(body));
  }

  private static void print(String what, Map<String, List<Pair>> bySet) {
    System.out.printf(Locale.ROOT, "%n%s%n", what);
    System.out.printf(
        Locale.ROOT,
        "%-28s %8s %8s %8s %7s %6s%n",
        "",
        "readings",
        "as first",
        "as last",
        "better",
        "worse");
    var all = new ArrayList<Pair>();
    bySet.forEach((set, pairs) -> {
      print(set, pairs);
      all.addAll(pairs);
    });
    print("together", all);
    for (Pair pair : all) {
      if (pair.last.f1() < pair.first.f1()) {
        System.out.printf(
            Locale.ROOT, "  worse: %s %.4f %.4f%n", pair.name, pair.first.f1(), pair.last.f1());
      }
    }
  }

  private static void print(String set, List<Pair> pairs) {
    System.out.printf(
        Locale.ROOT,
        "%-28s %8d %8.4f %8.4f %7d %6d%n",
        set,
        pairs.size(),
        Overlap.f1(pairs.stream().map(Pair::first).toList()),
        Overlap.f1(pairs.stream().map(Pair::last).toList()),
        pairs.stream().filter(pair -> pair.last.f1() > pair.first.f1()).count(),
        pairs.stream().filter(pair -> pair.last.f1() < pair.first.f1()).count());
  }

  private static String site(Sample sample) {
    String host = sample.page.url() == null ? null : Address.host(sample.page.url());
    return host == null ? "?" : host.startsWith("www.") ? host.substring(4) : host;
  }

  private static List<Sample> samples(Path folder, String set) throws IOException {
    Path gold = folder.resolve(set).resolve("gold.json");
    var samples = new ArrayList<Sample>();
    if (!Files.exists(gold)) {
      return samples;
    }
    for (var page : JsonMapper.shared().readTree(gold.toFile()).properties()) {
      JsonNode url = page.getValue().get("url");
      JsonNode body = page.getValue().get("body");
      Path html = gold.resolveSibling("html").resolve(page.getKey() + ".html.gz");
      if (url != null && Files.exists(html)) {
        samples.add(
            new Sample(
                set,
                new Page(url.asString(), null, new Bytes(unpacked(html)), Instant.EPOCH),
                body == null ? null : body.asString(),
                false));
      }
    }
    return samples;
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      return in.readAllBytes();
    }
  }
}
