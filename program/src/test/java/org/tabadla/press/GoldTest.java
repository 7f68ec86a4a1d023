package org.tabadla.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoldTest {
  private static final int ARTICLES = 66;
  private static final int EVENTS = 17;
  private static final int FEWEST_WORDS = 70;
  private static final int MOST_WORDS = 350;
  private static final int FEWEST_HAN = 150;
  private static final double SAME_WORDS = 0.9;

  private static final List<Gold.Written> ALL = Gold.articles();

  @Test
  void thePressIsAsLargeAsPromised() {
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(ARTICLES);
    assertThat(Gold.stories()).hasSizeGreaterThanOrEqualTo(EVENTS);
    assertThat(ALL.stream().map(Gold.Written::lang).distinct())
        .containsExactlyInAnyOrder("ur", "en", "zh", "ru", "ar");
  }

  @Test
  void everyArticleTellsExactlyOneEvent() {
    List<Gold.Place> told = Gold.stories().stream().flatMap(Set::stream).toList();
    assertThat(told).doesNotHaveDuplicates();
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(ALL.stream().map(Gold.Written::place).toList());
  }

  @Test
  void bothEventsOfTheSeedAreToldByFiveOutletsInFourLanguages() {
    Map<Gold.Place, String> langs =
        ALL.stream().collect(Collectors.toMap(Gold.Written::place, Gold.Written::lang));
    for (String event : List.of("sco-forum", "media-meeting")) {
      Set<Gold.Place> told = Objects.requireNonNull(Gold.byEvent().get(event));
      assertThat(told.stream().map(Gold.Place::host).distinct()).hasSizeGreaterThanOrEqualTo(5);
      assertThat(told.stream().map(langs::get).distinct()).hasSizeGreaterThanOrEqualTo(4);
      assertThat(ALL.stream().filter(a -> a.event().equals(event)).map(Gold.Written::published))
          .allMatch(at -> at.toString().startsWith("2025-07-1"));
    }
  }

  @Test
  void everyDayIsInTheWeekOfTheSeed() {
    assertThat(ALL)
        .extracting(article -> article.published().toString().substring(0, 10))
        .allMatch(day -> day.compareTo("2025-07-09") >= 0 && day.compareTo("2025-07-14") <= 0);
  }

  @Test
  void articlesAreNeitherNotesNorEssays() {
    for (Gold.Written article : ALL) {
      String text = String.join(" ", article.blocks());
      if (article.lang().equals("zh")) {
        assertThat(text).as(article.headline()).hasSizeGreaterThan(FEWEST_HAN);
      } else {
        assertThat(text.split("\\s+", -1).length)
            .as(article.headline())
            .isBetween(FEWEST_WORDS, MOST_WORDS);
      }
    }
  }

  @Test
  void followUpsNameEventsThatAreThere() {
    assertThat(Gold.followUps()).containsEntry("sco-pilot", "sco-forum");
    assertThat(Gold.byEvent().keySet())
        .containsAll(Gold.followUps().keySet())
        .containsAll(Gold.followUps().values());
  }

  @Test
  void copiesShareTheirWordsAndTheBulletinsOfTwoDaysAreTwoEvents() {
    Map<Gold.Place, Gold.Written> written = new HashMap<>();
    ALL.forEach(article -> written.put(article.place(), article));
    assertThat(Gold.copies()).hasSize(2).anyMatch(copies -> copies.size() == 3);
    for (Set<Gold.Place> copies : Gold.copies()) {
      List<Set<String>> words =
          copies.stream().map(place -> words(Objects.requireNonNull(written.get(place)))).toList();
      Set<String> longest =
          words.stream().max((a, b) -> Integer.compare(a.size(), b.size())).orElseThrow();
      for (Set<String> copy : words) {
        assertThat(copy.stream().filter(longest::contains).count())
            .isGreaterThan((long) (SAME_WORDS * copy.size()));
      }
    }
    assertThat(Gold.byEvent()).containsKeys("rates-10", "rates-11", "rain-lahore", "rain-karachi");
  }

  @Test
  void everyFileIsInItsIndex() throws IOException {
    for (Masthead outlet : Masthead.all()) {
      var index = new HashSet<>(Shipped.lines(outlet.folder() + "/index.txt"));
      URI list =
          URI.create(
              Objects.requireNonNull(GoldTest.class.getResource(outlet.folder() + "/index.txt"))
                  .toString());
      try (Stream<Path> files = Files.list(Path.of(list).resolveSibling("articles"))) {
        assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")).toList())
            .containsExactlyInAnyOrderElementsOf(index);
      }
    }
  }

  @Test
  void theIndexHasTheNewestFirst() {
    for (Masthead outlet : Masthead.all()) {
      assertThat(outlet.pieces())
          .extracting(Piece::published)
          .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }
  }

  private static Set<String> words(Gold.Written article) {
    return new HashSet<>(
        Arrays.asList(String.join(" ", article.blocks()).split("[\\s،,—–-]+", -1)));
  }
}
