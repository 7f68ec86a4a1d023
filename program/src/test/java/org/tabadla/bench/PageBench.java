package org.tabadla.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;

/// `./tabadla bench pages [FOLDER …]`: how many pages a second, on one thread, the bare parse, this
/// reader and others read. A second is one of processor time, so that it matters little what else
/// the machine does; collecting the garbage counts. The rounds of all take turns, and the best
/// round of each counts.
final class PageBench {
  private static final int WARM_ROUNDS = 2;
  private static final int MEASURED_ROUNDS = 5;
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int NESTED_TAGS = 200_000;
  private static final int NESTED_BYTES = 10_000_000;

  /// One of those measured.
  private static final class Runner {
    final String name;
    final Function<Page, Object> work;
    double best;

    Runner(String name, Function<Page, Object> work) {
      this.name = name;
      this.work = work;
    }
  }

  private PageBench() {}

  static void run(List<Page> pages) {
    System.out.printf(
        Locale.ROOT, "%d pages, %.1f MB, one thread%n", pages.size(), megabytes(pages));
    var parse = new Runner("bare jsoup parse", PageTool::parse);
    List<Runner> runners =
        List.of(
            parse,
            new Runner(PageTool.TABADLA.title, PageTool.TABADLA::read),
            new Runner(PageTool.READABILITY4J.title, PageTool.READABILITY4J::readOrFail),
            new Runner(PageTool.BOILERPIPE.title, PageTool.BOILERPIPE::readOrFail));
    for (int round = -WARM_ROUNDS; round < MEASURED_ROUNDS; round++) {
      for (Runner runner : runners) {
        double rate = rate(pages, runner.work);
        runner.best = round < 0 ? 0 : Math.max(runner.best, rate);
      }
    }
    for (Runner runner : runners) {
      System.out.printf(
          Locale.ROOT,
          "%-32s %8.1f pages/s  %5.2f of the bare parse%n",
          runner.name,
          runner.best,
          runner.best / parse.best);
    }
    List<Page> deep = List.of(nested());
    System.out.printf(
        Locale.ROOT,
        "10 MB of 200,000 nested tags     %8.2f s, of which parsing %.2f s%n",
        1 / rate(deep, PageTool.TABADLA::read),
        1 / rate(deep, PageTool::parse));
  }

  private static double rate(List<Page> pages, Function<Page, Object> work) {
    long sink = 0;
    long began = PROCESS.getProcessCpuTime();
    for (Page page : pages) {
      sink += System.identityHashCode(work.apply(page));
    }
    double rate = pages.size() / ((PROCESS.getProcessCpuTime() - began) / 1e9);
    return sink == Long.MIN_VALUE ? 0 : rate; // so that no work is left out as unused
  }

  private static double megabytes(List<Page> pages) {
    return pages.stream().mapToLong(page -> page.body().size()).sum() / 1e6;
  }

  private static Page nested() {
    int length = NESTED_BYTES / NESTED_TAGS;
    String tag = "<div class='" + "x".repeat(length - "<div class=''>".length()) + "'>";
    String html = "<title>Deep</title><p>Deep water.</p>" + tag.repeat(NESTED_TAGS);
    return new Page(null, null, new Bytes(html.getBytes(StandardCharsets.UTF_8)), Instant.EPOCH);
  }
}
