package org.tabadla.exchange.websub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// What is to be done later, by its time.
final class Agenda<T> {
  private final PriorityQueue<Entry<T>> entries =
      new PriorityQueue<>(
          Comparator.comparing((Entry<T> entry) -> entry.at()).thenComparingLong(Entry::number));
  private long number;

  private record Entry<T>(Instant at, long number, T job) {}

  void add(Instant at, T job) {
    entries.add(new Entry<>(at, number++, job));
  }

  /// Takes out all whose time has come, earliest first.
  List<T> due(Instant now) {
    var out = new ArrayList<T>();
    while (!entries.isEmpty() && !entries.peek().at().isAfter(now)) {
      out.add(entries.remove().job());
    }
    return out;
  }
}
