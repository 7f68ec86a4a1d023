package org.tabadla.flow;

import java.util.EnumMap;
import java.util.Map;
import org.tabadla.flow.Road.Carried;
import org.tabadla.store.Store.Change;
import org.tabadla.store.Store.Outcome;

/// Counts what became of pages; safe for many threads.
public final class Tally {
  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final Map<Change, Long> changes = new EnumMap<>(Change.class);

  public synchronized void add(Carried carried) {
    add(carried.outcome());
    if (carried.change() != null) {
      changes.merge(carried.change(), 1L, Long::sum);
    }
  }

  public synchronized void add(Outcome outcome) {
    outcomes.merge(outcome, 1L, Long::sum);
  }

  public synchronized void add(Tally other) {
    other.outcomes.forEach((k, v) -> outcomes.merge(k, v, Long::sum));
    other.changes.forEach((k, v) -> changes.merge(k, v, Long::sum));
  }

  public synchronized long of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  public synchronized long of(Change change) {
    return changes.getOrDefault(change, 0L);
  }

  public synchronized long pages() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  /// Tells in one line what was counted: `12 articles (10 new, 1 changed, 1 as before), 2 refused`.
  @Override
  public synchronized String toString() {
    var out = new StringBuilder();
    out.append(of(Outcome.ARTICLE)).append(" articles (");
    out.append(of(Change.NEW)).append(" new, ");
    out.append(of(Change.CHANGED)).append(" changed, ");
    out.append(of(Change.SAME)).append(" as before)");
    part(out, Outcome.NOT_AN_ARTICLE, "no article");
    part(out, Outcome.UNREADABLE, "unreadable");
    part(out, Outcome.REFUSED, "refused");
    part(out, Outcome.FAILED, "failed");
    return out.toString();
  }

  private void part(StringBuilder out, Outcome outcome, String words) {
    if (of(outcome) > 0) {
      out.append(", ").append(of(outcome)).append(' ').append(words);
    }
  }
}
