package org.tabadla.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.store.Store.Row;

/// When a story was told again after it had rested.
final class Waking {
  /// A story that nobody told for so long had come to rest: two days, so that a weekly round-up
  /// wakes it and the next morning's paper does not.
  private static final Duration REST = Duration.ofDays(2);

  private Waking() {}

  /// @param rows earliest first
  /// @return when it woke last; null when it never rested
  static @Nullable Instant last(List<Row> rows) {
    for (int i = rows.size() - 1; i > 0; i--) {
      Instant before = rows.get(i - 1).when();
      Instant here = rows.get(i).when();
      if (before.plus(REST).isBefore(here)) {
        return here;
      }
    }
    return null;
  }
}
