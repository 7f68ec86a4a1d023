package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;

/// A page may cost what its length warrants, whoever wrote it.
class HostilePagesTest {
  private static final int SIZE = 200_000;
  private static final int LARGE_BYTES = 10_000_000;
  private static final int NESTED_TAGS = 200_000;
  private static final int LARGE_MEMORY_MB = 256;

  /// Twice the page, twice the memory, and something for tables that grow by doubling.
  private static final double MOST_GROWTH = 2.6;

  private static final long SMALL_BYTES = 4_000_000;

  /// Ten times what the slowest takes; a step by the square would take minutes.
  private static final long MOST_NANOS = 5_000_000_000L;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static Reading read(String html) {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    var page = new Page("https://outlet.example/1", null, new Bytes(bytes), Instant.EPOCH);
    return PageReader.read(page, new SourceId("folder"));
  }

  private static long allocated(String html) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    read(html);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  static Stream<Arguments> pages() {
    return HostilePages.all().entrySet().stream()
        .map(page -> Arguments.of(page.getKey(), page.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void twiceThePageCostsTwiceAsMuch(String name, IntFunction<String> page) {
    String half = page.apply(SIZE / 2);
    String whole = page.apply(SIZE);
    read(half);
    long small = allocated(half);
    long began = THREADS.getCurrentThreadCpuTime();
    long large = allocated(whole);
    long nanos = THREADS.getCurrentThreadCpuTime() - began;
    assertThat(large).as(name).isLessThan((long) (MOST_GROWTH * small) + SMALL_BYTES);
    assertThat(nanos).as(name).isLessThan(MOST_NANOS);
  }

  @Test
  void moreElementsThanAnyPageHasAreNotParsed() {
    assertThat(read("<p>".repeat(PageLimits.ELEMENTS_MAX + 1)))
        .isEqualTo(new Reading.Unreadable("page of 250001 elements: the limit is 250000"));
    assertThat(read("<p></i></i>".repeat(PageLimits.ELEMENTS_MAX)))
        .isEqualTo(new Reading.Unreadable("page of 750000 tags: the limit is 500000"));
    String prose = "<p>The harbour is deep, said the mayor, and a < b is no tag, nor is 1 <2.</p>";
    assertThat(PageLimits.exceeded(prose.repeat(PageLimits.ELEMENTS_MAX))).isNull();
  }

  /// In a JVM of its own, with as much memory as such a page may take.
  @Test
  void tenMegabytesOfNestedTagsFitIntoTheMemory() throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + LARGE_MEMORY_MB + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Large.class.getName())
            .redirectErrorStream(true)
            .start();
    java.getOutputStream().close();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(said).startsWith("Deep: ");
  }

  /// Reads the page of {@link #tenMegabytesOfNestedTagsFitIntoTheMemory}.
  static final class Large {
    private Large() {}

    public static void main(String[] args) {
      int length = LARGE_BYTES / NESTED_TAGS;
      String tag = "<div class='" + "x".repeat(length - "<div class=''>".length()) + "'>";
      String html =
          "<title>Deep</title><p>The harbour is deep, said the mayor, and so is the purse of the"
              + " harbour's owner, whom nobody in the town has ever seen.</p>"
              + tag.repeat(NESTED_TAGS);
      switch (read(html)) {
        case Reading.Read(var article) ->
            System.out.println(article.title() + ": " + article.text());
        case Reading.NotAnArticle(var why) -> System.out.println(why);
        case Reading.Unreadable(var why) -> System.out.println(why);
      }
    }
  }
}
