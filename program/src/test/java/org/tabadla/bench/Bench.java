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
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.tabadla.ProjectFilesForBench;
import org.tabadla.Tabadla;
import org.tabadla.cli.Rooms;
import org.tabadla.config.SettingsFile;
import org.tabadla.flow.Arrival;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import org.tabadla.model.SourceId;
import org.tabadla.read.Charsets;
import org.tabadla.read.PageReader;
import org.tabadla.register.RegisterBench;

/// Speed, as ratios against a comparator in the same run. `./tabadla bench road [FOLDER …]`
/// measures the whole road beside the bare jsoup parse of the same pages: saved pages from the
/// folders; without one, those of the data packs where they are at hand, else of the sample press.
public final class Bench {
  private static final int WARM_ROUNDS = 1;
  private static final int MEASURED_ROUNDS = 2;
  private static final int MOST_PAGES = 200;

  private Bench() {}

  public static void main(String[] args) throws Exception {
    String what = args.length == 0 ? "road" : args[0];
    List<Path> folders = Stream.of(args).skip(1).map(Path::of).toList();
    switch (what) {
      case "road" -> road(pages(folders));
      case "pages" -> PageBench.run(pages(folders));
      case "memory" -> MemoryBench.main(Stream.of(args).skip(1).toArray(String[]::new));
      case "feeds" -> FeedBench.main(args);
      case "urdu" -> UrduBench.main(args);
      case "languages" -> LanguageBench.run();
      case "reading" -> ReadingTable.run(folders.isEmpty() ? null : folders.getFirst());
      case "urdu-search" -> UrduSearch.print();
      case "register" -> RegisterBench.run();
      case "jmh" -> ReadBenchmark.run();
      default -> {
        System.err.printf(
            "bench what?%n"
                + "  ./tabadla bench road|pages|feeds|register|urdu|languages|memory|reading|urdu-search|jmh%n");
        System.exit(2);
      }
    }
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
