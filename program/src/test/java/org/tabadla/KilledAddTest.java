package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.cli.Rooms;
import org.tabadla.config.SettingsFile;
import org.tabadla.store.Store.Entry;

/// `kill -9` in the middle of `add`: the next `add` goes on, no article twice, none lost.
class KilledAddTest {
  private static final int PAGES = 120;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void anAddThatWasKilledIsFinishedByTheNext() throws Exception {
    Path pages = pages();
    Path data = folder.resolve("data");
    Process killed = add(data, pages);
    waitForArticles(data, killed);
    killed.destroyForcibly().waitFor();

    Process again = add(data, pages);
    assertThat(again.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(again.exitValue()).isZero();

    try (Rooms rooms = Tabadla.rooms().open(SettingsFile.load(data, Map.of(), Map.of()))) {
      assertThat(rooms.store().articleCount()).isEqualTo(PAGES);
      Set<String> titles = new HashSet<>();
      for (Entry entry : rooms.store().since(0, PAGES * 2)) {
        assertThat(titles.add(entry.article().title().value())).isTrue();
        assertThat(entry.version()).isEqualTo(1);
      }
      rooms.road().remember();
      assertThat(rooms.search().size()).isEqualTo(PAGES);
    }
  }

  private Path pages() throws IOException {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    for (int i = 0; i < PAGES; i++) {
      String words = word(i) + " " + word(i * 7 + 3) + " " + word(i * 13 + 5);
      String sentence =
          "The council of "
              + words
              + " met on Friday and agreed on plan "
              + i
              + " for the harbour, the school and the road. ";
      Files.writeString(
          pages.resolve("page-%03d.html".formatted(i)),
          "<html lang=en><head><title>Council of "
              + words
              + " agrees on plan "
              + i
              + "</title></head><body><article><h1>Council of "
              + words
              + " agrees on plan "
              + i
              + "</h1><p>"
              + sentence.repeat(3)
              + "</p><p>"
              + sentence.repeat(4)
              + "</p></article></body></html>");
    }
    return pages;
  }

  /// A made-up word, so that no page is like another.
  private static String word(int n) {
    var out = new StringBuilder();
    int rest = n * 31 + 17;
    for (int i = 0; i < 3; i++) {
      out.append("bdfgklmnprst".charAt(Math.floorMod(rest, 12)));
      out.append("aeiou".charAt(Math.floorMod(rest / 7, 5)));
      rest = rest * 5 + 3;
    }
    return out.toString();
  }

  private static Process add(Path data, Path pages) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path", "")
                .replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
            "org.tabadla.Tabadla",
            "add",
            pages.toString(),
            "--data",
            data.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// Waits until some pages are on record and most are not.
  private static void waitForArticles(Path data, Process process) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    Path warcs = data.resolve("archive");
    while (System.nanoTime() < end && process.isAlive()) {
      if (Files.isDirectory(warcs)) {
        try (var files = Files.list(warcs)) {
          List<Path> all = files.filter(f -> f.toString().endsWith(".gz")).toList();
          if (!all.isEmpty() && Files.size(all.getFirst()) > 10_000) {
            return;
          }
        }
      }
      Thread.sleep(5);
    }
  }
}
