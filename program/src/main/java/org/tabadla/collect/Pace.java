package org.tabadla.collect;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Feed;
import org.tabadla.model.FeedId;
import org.tabadla.model.Visit;

/// When a feed is visited next. A pure function of what is known of the feed and what its visit
/// brought.
///
/// Each visit that finds something new shortens the wait, each that does not lengthens it, so that
/// about one visit in three pays, whether a feed changes by the minute or by the month. Failures
/// double the wait. What the outlet asks for (`max-age`, `Retry-After`) is never undercut. Feeds
/// that were added together drift apart by a share of the wait that their id decides.
public final class Pace {
  private static final double FASTER = 0.6;
  private static final double SLOWER = 1.25;
  private static final Duration FIRST = Duration.ofMinutes(30);
  private static final int DOUBLINGS_LIMIT = 20;

  /// Waits vary by up to this share, in both directions.
  private static final double SPREAD = 0.1;

  private final Duration shortest;
  private final Duration longest;

  /// @param shortest the shortest wait between two visits to a feed
  /// @param longest the longest, also after failures
  public Pace(Duration shortest, Duration longest) {
    if (shortest.isNegative() || shortest.isZero() || shortest.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "0 < shortest <= longest does not hold: " + shortest + ", " + longest);
    }
    this.shortest = shortest;
    this.longest = longest;
  }

  /// What is to be written down for a feed.
  ///
  /// @param due when to visit it next; null for never
  /// @param pace its wait without failures, in seconds
  /// @param failures visits that failed since the last that did not
  public record Next(@Nullable Instant due, long pace, int failures) {}

  /// @param feed as it was before the visit; a pace of 0 when it was never visited
  /// @param changed whether the visit brought anything that was not known
  /// @param now when the visit ended
  public Next next(Feed feed, Visit visit, boolean changed, Instant now) {
    Duration pace = feed.pace() <= 0 ? within(FIRST) : within(Duration.ofSeconds(feed.pace()));
    return switch (visit) {
      case Visit.Fresh fresh -> ok(feed.id(), changed(pace, changed), fresh.maxAge(), now);
      case Visit.Unchanged unchanged ->
          ok(feed.id(), changed(pace, false), unchanged.maxAge(), now);
      case Visit.Throttled throttled ->
          new Next(now.plus(throttled.retryAfter()), pace.toSeconds(), feed.failures());
      // The operator, or the outlet's robots.txt, may have changed its mind by then.
      case Visit.Refused refused ->
          new Next(now.plus(spread(feed.id(), longest)), pace.toSeconds(), feed.failures() + 1);
      case Visit.Failed failed -> {
        int failures = feed.failures() + 1;
        yield new Next(
            failed.gone() ? null : now.plus(spread(feed.id(), afterFailures(pace, failures))),
            pace.toSeconds(),
            failures);
      }
    };
  }

  private Next ok(FeedId id, Duration pace, @Nullable Duration maxAge, Instant now) {
    Duration wait = spread(id, pace);
    if (maxAge != null && maxAge.compareTo(wait) > 0) {
      wait = maxAge.compareTo(longest) > 0 ? longest : maxAge;
    }
    return new Next(now.plus(wait), pace.toSeconds(), 0);
  }

  private Duration changed(Duration pace, boolean changed) {
    return within(Duration.ofSeconds(Math.round(pace.toSeconds() * (changed ? FASTER : SLOWER))));
  }

  private Duration afterFailures(Duration pace, int failures) {
    return within(pace.multipliedBy(1L << Math.min(failures, DOUBLINGS_LIMIT)));
  }

  private Duration within(Duration wait) {
    if (wait.compareTo(shortest) < 0) {
      return shortest;
    }
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  /// @return the wait, a little shorter or longer: always the same for one feed
  private static Duration spread(FeedId id, Duration wait) {
    double share = Math.floorMod(id.value().hashCode() * 0x9E3779B9, 2001) / 1000.0 - 1;
    return Duration.ofMillis(Math.round(wait.toMillis() * (1 + SPREAD * share)));
  }
}
