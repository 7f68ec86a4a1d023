package org.tabadla.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;

/// Streams that are wrong or meant ill: no story swallows the rest and no article takes long.
class HostileStreamTest {
  private static final Instant NOW = Instant.parse("2025-07-14T08:00:00Z");
  private final Engine engine = new Engine(Options.STANDARD);

  private Story place(String id, String title, String text, @Nullable Instant when) {
    return engine.place(new Item(id, Lang.EN, title, text, when), id, null).story();
  }

  @Test
  void emptyTitlesAndOneWordBodiesMakeNoStory() {
    Set<String> stories = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      stories.add(place("e" + i, "", i % 2 == 0 ? "" : "Video", NOW).name);
    }
    assertThat(stories).hasSize(500);
  }

  @Test
  void aHundredThousandIdenticalArticlesAreOneStoryAndTakeNoLongerEach() {
    String text = "The river took the old bridge near Mingora and forty families left their homes.";
    long began = System.nanoTime();
    for (int i = 0; i < 100_000; i++) {
      place("i" + i, "River takes bridge", text, NOW.plusSeconds(i));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(3));
    assertThat(story(engine, 99_999)).isEqualTo(story(engine, 99_000));
    assertThat(engine.size()).isEqualTo(Options.STANDARD.mostArticles());
  }

  @Test
  void aSloganInEveryBodyMakesNoGiantStory() {
    String slogan = " Subscribe to the Daily Harbour, first with the news since 1952.";
    assertThat(largestShare(slogan, false)).isLessThan(0.02);
  }

  @Test
  void aFeedThatDatesAllToNowMakesNoGiantStory() {
    assertThat(largestShare("", true)).isLessThan(0.02);
  }

  private double largestShare(String slogan, boolean now) {
    var stream = new StoryBench.MadeUp();
    Map<String, Integer> sizes = new HashMap<>();
    for (int i = 0; i < 3_000; i++) {
      Item item = stream.next();
      Instant when = now ? NOW : item.date();
      var told = new Item(item.id(), item.lang(), item.title(), item.text() + slogan, when);
      engine.place(told, told.id(), null);
    }
    engine.reviewAll();
    for (int i = 0; i < 3_000; i++) {
      sizes.merge(story(engine, i), 1, Integer::sum);
    }
    return sizes.values().stream().mapToInt(Integer::intValue).max().orElse(0) / 3_000.0;
  }

  @Test
  void aRestartInTheMiddleChangesNothing() throws IOException {
    List<Item> items = items(4_000);
    items.subList(0, 2_100).forEach(item -> engine.place(item, item.id(), null));
    engine.moved();
    var written = new ByteArrayOutputStream();
    engine.write(new DataOutputStream(written));
    var restarted = new Engine(Options.STANDARD);
    restarted.read(new DataInputStream(new ByteArrayInputStream(written.toByteArray())));
    for (Item item : items.subList(2_100, 4_000)) {
      assertThat(restarted.place(item, item.id(), null).story().name)
          .isEqualTo(engine.place(item, item.id(), null).story().name);
    }
    engine.reviewAll();
    restarted.reviewAll();
    for (int i = 0; i < 4_000; i++) {
      assertThat(story(restarted, i)).isEqualTo(story(engine, i));
    }
  }

  @Test
  void aWindowThatMovesOnIsRestartedWithoutChange() throws IOException {
    Options few = Options.STANDARD.withMostArticles(700);
    var live = new Engine(few);
    List<Item> items = items(3_000);
    items.subList(0, 1_500).forEach(item -> live.place(item, item.id(), null));
    live.moved();
    var written = new ByteArrayOutputStream();
    live.write(new DataOutputStream(written));
    var restarted = new Engine(few);
    restarted.read(new DataInputStream(new ByteArrayInputStream(written.toByteArray())));
    for (Item item : items.subList(1_500, 3_000)) {
      assertThat(restarted.place(item, item.id(), null).story().name)
          .isEqualTo(live.place(item, item.id(), null).story().name);
    }
  }

  @Test
  void whatAnotherProgramWroteIsRefused() {
    byte[] other = {0, 0, 0, 99, 1, 2, 3};
    assertThatThrownBy(() -> engine.read(new DataInputStream(new ByteArrayInputStream(other))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("99");
  }

  @Test
  void articlesToldAgainFromTheRecordsComeToTheirStoriesButForAFew() {
    List<Item> items = items(2_000);
    for (Item item : items.subList(0, 1_000)) {
      engine.place(item, item.id(), null);
    }
    engine.reviewAll();
    var restarted = new Engine(Options.STANDARD);
    for (int i = 0; i < 1_000; i++) {
      restarted.place(items.get(i), items.get(i).id(), story(engine, i));
    }
    for (Item item : items.subList(1_000, 2_000)) {
      engine.place(item, item.id(), null);
      restarted.place(item, item.id(), null);
    }
    engine.reviewAll();
    restarted.reviewAll();
    int other = 0;
    for (int i = 0; i < 2_000; i++) {
      other += story(engine, i).equals(story(restarted, i)) ? 0 : 1;
    }
    // Sums are added up in another order then, which can turn a close call.
    assertThat(other).isLessThanOrEqualTo(10);
  }

  private static List<Item> items(int count) {
    var stream = new StoryBench.MadeUp();
    return Stream.generate(stream::next).limit(count).toList();
  }

  @Test
  void anArticleTakesLessThanThreeKilobytes() {
    // The first run loads the tables and the words of the language, which all engines share.
    fill(new Engine(Options.STANDARD), 8_000);
    long before = heap();
    fill(engine, 8_000);
    assertThat((heap() - before) / engine.size()).isLessThan(3_072);
  }

  private static void fill(Engine engine, int articles) {
    var stream = new StoryBench.MadeUp();
    for (int i = 0; i < articles; i++) {
      Item item = stream.next();
      engine.place(item, item.id(), null);
    }
  }

  private static String story(Engine engine, int place) {
    return Objects.requireNonNull(engine.at(place)).story.name;
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
