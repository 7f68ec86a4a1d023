package org.tabadla.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tabadla.collect.Collector;
import org.tabadla.model.Visit;

/// Waits where the collector says «later», as long as the wait is short; this is the one place that
/// sleeps for politeness.
final class Patience {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration SHORTEST_NAP = Duration.ofMillis(5);

  private final Collector collector;
  private final InstantSource clock;

  Patience(Collector collector, InstantSource clock) {
    this.collector = collector;
    this.clock = clock;
  }

  /// Visits an address, waiting for the host's pace.
  ///
  /// @return anything but Throttled, unless the host wants more patience than there is
  Visit visit(String url, @Nullable String etag, @Nullable String lastModified)
      throws InterruptedException {
    Instant end = clock.instant().plus(LONGEST_WAIT);
    while (true) {
      Visit visit = collector.visit(url, etag, lastModified);
      if (!(visit instanceof Visit.Throttled throttled)
          || clock.instant().plus(throttled.retryAfter()).isAfter(end)) {
        return visit;
      }
      Duration wait = throttled.retryAfter();
      Thread.sleep(wait.compareTo(SHORTEST_NAP) < 0 ? SHORTEST_NAP : wait);
    }
  }
}
