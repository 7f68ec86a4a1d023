package org.tabadla.exchange.websub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who comes next: each party has a queue of its own and some places, and parties take turns. A
/// party that is slow keeps its own places full and nobody else's.
final class Turns<T> {
  private final int places;
  private final Map<String, ArrayDeque<T>> waiting = new LinkedHashMap<>();
  private final Map<String, Integer> busy = new HashMap<>();

  /// What comes next, and whose it is.
  record Turn<T>(String party, T job) {}

  /// @param places how many jobs of one party are under way at once
  Turns(int places) {
    this.places = places;
  }

  void add(String party, T job) {
    waiting.computeIfAbsent(party, _ -> new ArrayDeque<>()).add(job);
  }

  /// @return at most so many jobs, which are under way from now on
  List<Turn<T>> take(int most) {
    var out = new ArrayList<Turn<T>>();
    boolean more = true;
    while (more && out.size() < most) {
      more = false;
      for (String party : List.copyOf(waiting.keySet())) {
        T job = out.size() < most ? next(party) : null;
        if (job != null) {
          out.add(new Turn<>(party, job));
          more = true;
        }
      }
    }
    return out;
  }

  private @Nullable T next(String party) {
    ArrayDeque<T> queue = waiting.get(party);
    if (queue == null || busy.getOrDefault(party, 0) >= places) {
      return null;
    }
    T job = queue.poll();
    // To the end of the line, so that nobody is always first.
    waiting.remove(party);
    if (!queue.isEmpty()) {
      waiting.put(party, queue);
    }
    if (job != null) {
      busy.merge(party, 1, Integer::sum);
    }
    return job;
  }

  /// One of the party's jobs is over.
  void done(String party) {
    busy.computeIfPresent(party, (_, count) -> count == 1 ? null : count - 1);
  }

  int waiting() {
    return waiting.values().stream().mapToInt(ArrayDeque::size).sum();
  }
}
