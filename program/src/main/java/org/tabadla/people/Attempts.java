package org.tabadla.people;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts failures and makes who fails wait: some are free, then the wait doubles with each.
///
/// Kept in memory: a restart forgives.
final class Attempts {
  private static final int MOST_KEPT = 10_000;
  private static final int MOST_DOUBLINGS = 20;

  private final int free;
  private final Duration longest;
  private final Map<String, Failures> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Failures(int count, Instant until) {}

  /// @param free how many failures cost nothing
  /// @param longest the longest wait
  Attempts(int free, Duration longest) {
    this.free = free;
    this.longest = longest;
  }

  synchronized boolean mayTry(String who, Instant now) {
    Failures failures = kept.get(who);
    return failures == null || !now.isBefore(failures.until());
  }

  synchronized void failed(String who, Instant now) {
    Failures before = kept.get(who);
    int count =
        before == null || now.isAfter(before.until().plus(longest)) ? 1 : before.count() + 1;
    int over = Math.min(Math.max(0, count - free), MOST_DOUBLINGS);
    Duration wait = over == 0 ? Duration.ZERO : Duration.ofSeconds(1L << over);
    kept.put(who, new Failures(count, now.plus(wait.compareTo(longest) > 0 ? longest : wait)));
  }

  synchronized void succeeded(String who) {
    kept.remove(who);
  }
}
