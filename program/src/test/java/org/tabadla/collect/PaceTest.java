package org.tabadla.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Bytes;
import org.tabadla.model.Feed;
import org.tabadla.model.FeedId;
import org.tabadla.model.Page;
import org.tabadla.model.SourceId;
import org.tabadla.model.Visit;

class PaceTest {
  private static final Instant NOW = Instant.parse("2025-07-11T12:00:00Z");
  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final double SPREAD = 0.1;

  private final Pace pace = new Pace(SHORTEST, LONGEST);

  private static Feed feed(String address, long seconds, int failures) {
    return new Feed(
        FeedId.of(address),
        new SourceId("s"),
        Feed.Kind.FEED,
        address,
        null,
        null,
        null,
        null,
        seconds,
        failures,
        null);
  }

  private static Visit fresh(@Nullable Duration maxAge) {
    return new Visit.Fresh(new Page(null, null, Bytes.EMPTY, NOW), null, null, maxAge, null, null);
  }

  private static Duration wait(Pace.Next next) {
    return Duration.between(NOW, Objects.requireNonNull(next.due()));
  }

  @Test
  void newsShortensTheWaitAndSilenceLengthensIt() {
    var feed = feed("a", 3600, 0);
    assertThat(pace.next(feed, fresh(null), true, NOW).pace()).isLessThan(3600);
    assertThat(pace.next(feed, fresh(null), false, NOW).pace()).isGreaterThan(3600);
    assertThat(pace.next(feed, new Visit.Unchanged(null), false, NOW).pace()).isGreaterThan(3600);
  }

  @Test
  void theWaitSettlesAtSomeThirdOfTheTimeBetweenChanges() {
    long seconds = 1800;
    Instant now = NOW;
    Duration every = Duration.ofHours(12);
    Instant changes = NOW.plus(every);
    int visits = 0;
    while (now.isBefore(NOW.plus(Duration.ofDays(60)))) {
      boolean changed = !now.isBefore(changes);
      while (!now.isBefore(changes)) {
        changes = changes.plus(every);
      }
      var next = pace.next(feed("a", seconds, 0), fresh(null), changed, now);
      seconds = next.pace();
      now = Objects.requireNonNull(next.due());
      visits++;
    }
    assertThat(visits).isBetween(120, 600); // 120 changes; hourly visits would be 1440
  }

  @Test
  void theWaitStaysWithinItsBounds() {
    assertThat(pace.next(feed("a", 300, 0), fresh(null), true, NOW).pace()).isEqualTo(300);
    assertThat(pace.next(feed("a", LONGEST.toSeconds(), 0), fresh(null), false, NOW).pace())
        .isEqualTo(LONGEST.toSeconds());
  }

  @Test
  void failuresDoubleTheWait() {
    var failed = new Visit.Failed("no", false);
    Duration one = wait(pace.next(feed("a", 3600, 0), failed, false, NOW));
    Duration two = wait(pace.next(feed("a", 3600, 1), failed, false, NOW));
    assertThat(two).isEqualTo(one.multipliedBy(2));
    assertThat(wait(pace.next(feed("a", 3600, 1000), failed, false, NOW)))
        .isBetween(LONGEST.dividedBy(10).multipliedBy(9), LONGEST.dividedBy(10).multipliedBy(11));
  }

  @Test
  void aSuccessForgetsTheFailures() {
    var next = pace.next(feed("a", 3600, 9), new Visit.Unchanged(null), false, NOW);
    assertThat(next.failures()).isZero();
    assertThat(wait(next)).isLessThan(Duration.ofHours(2));
  }

  @Test
  void goneIsNeverVisitedAgain() {
    assertThat(pace.next(feed("a", 3600, 0), new Visit.Failed("410", true), false, NOW).due())
        .isNull();
  }

  @Test
  void whatTheOutletAsksForIsNotUndercut() {
    var asked = new Visit.Throttled(Duration.ofHours(3), "429");
    assertThat(wait(pace.next(feed("a", 300, 0), asked, false, NOW)))
        .isEqualTo(Duration.ofHours(3));
    assertThat(wait(pace.next(feed("a", 300, 0), fresh(Duration.ofHours(2)), true, NOW)))
        .isEqualTo(Duration.ofHours(2));
    assertThat(wait(pace.next(feed("a", 300, 0), fresh(Duration.ofDays(365)), true, NOW)))
        .isEqualTo(LONGEST);
  }

  @Test
  void feedsAddedTogetherDriftApartAndAlwaysTheSameWay() {
    var unchanged = new Visit.Unchanged(null);
    var waits =
        java.util.stream.IntStream.range(0, 100)
            .mapToObj(i -> wait(pace.next(feed("feed " + i, 3600, 0), unchanged, false, NOW)))
            .toList();
    assertThat(waits.stream().distinct().count()).isGreaterThan(80);
    double plain = 3600 * 1.25;
    assertThat(waits).allMatch(w -> Math.abs(w.toSeconds() - plain) <= plain * SPREAD + 1);
    assertThat(wait(pace.next(feed("feed 7", 3600, 0), unchanged, false, NOW)))
        .isEqualTo(waits.get(7));
  }

  @Test
  void boundsThatCrossAreABug() {
    assertThatThrownBy(() -> new Pace(/* shortest= */ LONGEST, /* longest= */ SHORTEST))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
