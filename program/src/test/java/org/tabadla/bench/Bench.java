package org.tabadla.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.tabadla.ProjectFilesForBench;
import org.tabadla.Tabadla;
import org.tabadla.cli.Rooms;
import org.tabadla.config.SettingsFile;
import org.tabadla.flow.Arrival;
import org.tabadla.link.GoldPart;
import org.tabadla.link.StoryBench;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import org.tabadla.model.SourceId;
import org.tabadla.read.Charsets;
import org.tabadla.read.PageReader;
import org.tabadla.register.RegisterBench;
import org.tabadla.understand.GoldUnderstanding;
import org.tabadla.understand.acts.ActsScore;

/// Speed, as ratios against a comparator in the same run. `./tabadla bench road [FOLDER …]`
/// measures the whole road beside the bare jsoup parse of the same pages: saved pages from the
/// folders; without one, those of the data packs where they are at hand, else of the sample press.
public final class Bench {
  private static final int WARM_ROUNDS = 1;
  private static final int MEASURED_ROUNDS = 2;
  private static final int MOST_PAGES = 200;

  /// What has figures on the project's own gold.
  private static final List<GoldPart> GOLD = List.of(GoldPart::stories);

  private Bench() {}

  public static void main(String[] args) throws Exception {
    String what = args.length == 0 ? "road" : args[0];
    Run run = ALL.get(what);
    if (run == null) {
      System.err.printf("bench what?%n  ./tabadla bench %s%n", String.join("|", ALL.keySet()));
      System.exit(2);
      return;
    }
    run.on(args.length == 0 ? new String[] {what} : args);
  }

  /// One kind of measuring; the first argument is its name.
  private interface Run {
    void on(String[] args) throws Exception;
  }

  /// All that can be measured, by name.
  private static final SortedMap<String, Run> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("road", args -> road(pages(folders(args)))),
              Map.entry("pages", args -> PageBench.run(pages(folders(args)))),
              Map.entry("memory", args -> MemoryBench.main(rest(args))),
              Map.entry("feeds", FeedBench::main),
              Map.entry("urdu", UrduBench::main),
              Map.entry("languages", args -> LanguageBench.run()),
              Map.entry("reading", args -> ReadingTable.run(first(args))),
              Map.entry("watches", args -> WatchBench.run(pages(folders(args)))),
              Map.entry("urdu-search", args -> UrduSearch.print()),
              Map.entry(
                  "gold-understand",
                  args -> GoldUnderstanding.print(args.length > 1 ? args[1] : null)),
              Map.entry("gold-acts", args -> ActsScore.main(rest(args))),
              Map.entry("claims", args -> ClaimBench.run(rest(args))),
              Map.entry("stories", args -> StoryBench.run(rest(args))),
              Map.entry("gold", args -> GoldPart.print(GOLD)),
              Map.entry("files", args -> FilesBench.run(rest(args))),
              Map.entry(
                  "matching",
                  args -> {
                    MatchingBench.run();
                    ListingBench.run();
                  }),
              Map.entry("register", args -> RegisterBench.run()),
              Map.entry("jmh", args -> ReadBenchmark.run())));

  private static String[] rest(String[] args) {
    return Stream.of(args).skip(1).toArray(String[]::new);
  }

  private static List<Path> folders(String[] args) {
    return Stream.of(args).skip(1).map(Path::of).toList();
  }

  private static @Nullable Path first(String[] args) {
    return args.length > 1 ? Path.of(args[1]) : null;
  }

  private static List<Page> pages(List<Path> folders) throws IOException {
    return folders.isEmpty() ? ProjectFilesForBench.pages() : saved(folders);
  }

  private static void road(List<Page> pages) throws IOException {
    System.out.printf(
        Locale.ROOT, "%d pages, %.1f MB, one thread%n", pages.size(), megabytes(pages));
    double bare = measured("bare jsoup parse", pages, Bench::parse, 0);
    measured(
        "read: page to article", pages, page -> PageReader.read(page, new SourceId("bench")), bare);
    Path folder = Files.createTempDirectory("tabadla-bench");
    try (Rooms rooms = Tabadla.rooms().open(SettingsFile.load(folder, Map.of(), Map.of()))) {
      road(rooms, pages, bare);
    } finally {
      delete(folder);
    }
  }

  /// The road has effects, so each page goes along it once, under an address of its own, after the
  /// parts above are warm.
  private static void road(Rooms rooms, List<Page> pages, double bare) {
    long began = System.nanoTime();
    int n = 0;
    for (Page page : pages) {
      rooms
          .road()
          .carry(new Arrival(page, "file:bench/" + n++, new SourceId("bench"), null, null, null));
    }
    rooms.indexing().settle();
    print("whole road, stored and indexed", n / ((System.nanoTime() - began) / 1e9), bare);
  }

  private interface Work {
    Object of(Page page);
  }

  private static Object parse(Page page) {
    byte[] body = page.body().array();
    String charset = Charsets.detect(body, page.contentType(), Charsets.Kind.HTML);
    Charset known =
        Charset.isSupported(charset) ? Charset.forName(charset) : Charset.defaultCharset();
    return Jsoup.parse(new String(body, known), "http://bench.example/");
  }

  private static double measured(String what, List<Page> pages, Work work, double bare) {
    long sink = 0;
    double best = 0;
    for (int round = 0; round < WARM_ROUNDS + MEASURED_ROUNDS; round++) {
      long began = System.nanoTime();
      for (Page page : pages) {
        sink += work.of(page).hashCode();
      }
      double rate = pages.size() / ((System.nanoTime() - began) / 1e9);
      best = round < WARM_ROUNDS ? 0 : Math.max(best, rate);
    }
    print(what, best, bare == 0 ? best : bare);
    return sink == Long.MIN_VALUE ? 0 : best;
  }

  private static void print(String what, double rate, double bare) {
    System.out.printf(
        Locale.ROOT, "%-32s %8.1f pages/s  %5.2f of the bare parse%n", what, rate, rate / bare);
  }

  private static double megabytes(List<Page> pages) {
    return pages.stream().mapToLong(page -> page.body().size()).sum() / 1e6;
  }

  /// Saved pages under the folders, evenly thinned to the most that is measured.
  public static List<Page> saved(List<Path> folders) throws IOException {
    var files = new ArrayList<Path>();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(p -> p.toString().endsWith(".html") || p.toString().endsWith(".html.gz"))
            .sorted()
            .forEach(files::add);
      }
    }
    var pages = new ArrayList<Page>();
    int step = Math.max(1, Math.ceilDiv(files.size(), MOST_PAGES));
    for (int i = 0; i < files.size(); i += step) {
      pages.add(new Page(null, null, new Bytes(unpacked(files.get(i))), Instant.EPOCH));
    }
    return pages;
  }

  static byte[] unpacked(Path file) throws IOException {
    byte[] raw = Files.readAllBytes(file);
    if (!file.toString().endsWith(".gz")) {
      return raw;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      return in.readAllBytes();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
