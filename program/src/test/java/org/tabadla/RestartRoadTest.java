package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.cli.Rooms;
import org.tabadla.config.SettingsFile;
import org.tabadla.flow.Arrival;
import org.tabadla.model.SourceId;
import org.tabadla.read.SitePages;

/// What the linker knows is there after a stop: on the real road, with the real store.
class RestartRoadTest {
  private static final int EVENTS = 12;
  private static final int ARTICLES = 60;
  private static final SourceId HARBOUR = new SourceId("harbour.example");

  @TempDir Path folder;
  private Map<String, String> unbroken = Map.of();

  @BeforeEach
  void carryAllWithoutAStop() {
    try (Rooms rooms = open("unbroken")) {
      carry(rooms, 0, ARTICLES);
      unbroken = stories(rooms);
    }
    assertThat(Map.copyOf(unbroken).values().stream().distinct().count()).isEqualTo(EVENTS);
  }

  private Rooms open(String house) {
    return Tabadla.rooms().open(SettingsFile.load(folder.resolve(house), Map.of(), Map.of()));
  }

  private Path state(String house) {
    return folder.resolve(house).resolve("linker.state");
  }

  /// Articles of a dozen events in turn, each told in words of its event.
  private static void carry(Rooms rooms, int from, int to) {
    for (int i = from; i < to; i++) {
      var own = new Random(i % EVENTS);
      List<String> names = own.ints(24, 0, 9_000).mapToObj(RestartRoadTest::word).toList();
      var telling = new Random(1_000 + i);
      var words = new StringBuilder("Report " + i + ": ");
      for (int k = 0; k < 120; k++) {
        words.append(names.get(telling.nextInt(names.size()))).append(' ');
      }
      var page = SitePages.page("a" + i, SitePages.html(List.of(words + ".", words + "again.")));
      rooms.road().carry(new Arrival(page, String.valueOf(page.url()), HARBOUR, null, null, null));
    }
  }

  private static String word(int number) {
    var out = new StringBuilder();
    for (int left = new Random(number).nextInt(1_000_000) + 1_000_000; left > 0; left /= 20) {
      out.append("bdfghjklmnprstvwxzqc".charAt(left % 20)).append("aeiou".charAt(left % 5));
    }
    return out.toString();
  }

  private static Map<String, String> stories(Rooms rooms) {
    Map<String, String> out = new LinkedHashMap<>();
    for (var entry : rooms.store().since(0, 10 * ARTICLES)) {
      out.put(entry.article().id().value(), entry.story().first().value());
    }
    return out;
  }

  @Test
  void aStopInTheMiddleChangesNoStory() {
    try (Rooms rooms = open("stopped")) {
      carry(rooms, 0, ARTICLES / 2);
    }
    assertThat(state("stopped")).exists();
    try (Rooms rooms = open("stopped")) {
      carry(rooms, ARTICLES / 2, ARTICLES);
      assertThat(stories(rooms)).isEqualTo(unbroken);
    }
  }

  @Test
  void withoutTheFileOrWithABrokenOneAllIsToldAgainFromTheRecords() throws IOException {
    try (Rooms rooms = open("broken")) {
      carry(rooms, 0, ARTICLES / 3);
    }
    byte[] written = Files.readAllBytes(state("broken"));
    written[written.length / 2] ^= 1;
    Files.write(state("broken"), written);
    try (Rooms rooms = open("broken")) {
      carry(rooms, ARTICLES / 3, 2 * ARTICLES / 3);
    }
    Files.delete(state("broken"));
    try (Rooms rooms = open("broken")) {
      carry(rooms, 2 * ARTICLES / 3, ARTICLES);
      assertThat(stories(rooms)).isEqualTo(unbroken);
    }
  }

  @Test
  void afterACrashWhatCameSinceTheFileIsToldAgain() throws IOException {
    try (Rooms rooms = open("killed")) {
      carry(rooms, 0, ARTICLES / 3);
    }
    byte[] early = Files.readAllBytes(state("killed"));
    try (Rooms rooms = open("killed")) {
      carry(rooms, ARTICLES / 3, 2 * ARTICLES / 3);
    }
    Files.write(state("killed"), early);
    try (Rooms rooms = open("killed")) {
      carry(rooms, 2 * ARTICLES / 3, ARTICLES);
      assertThat(stories(rooms)).isEqualTo(unbroken);
    }
  }

  @Test
  void theFileOfOtherRecordsIsNotUsed() throws IOException {
    Files.createDirectories(folder.resolve("other"));
    Files.copy(state("unbroken"), state("other"));
    try (Rooms rooms = open("other")) {
      carry(rooms, 0, ARTICLES);
      assertThat(stories(rooms)).isEqualTo(unbroken);
    }
  }
}
