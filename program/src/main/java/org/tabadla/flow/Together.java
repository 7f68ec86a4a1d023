package org.tabadla.flow;

import java.util.ArrayList;
import java.util.List;

/// Adds up the progress of several pieces of work that go on side by side.
final class Together {
  private final Progress whole;
  private final List<Part> parts = new ArrayList<>();

  Together(Progress whole) {
    this.whole = whole;
  }

  private static final class Part {
    long done;
    long total;
  }

  /// Gives the progress of one more piece.
  synchronized Progress part() {
    var part = new Part();
    parts.add(part);
    return new Progress() {
      @Override
      public void step(long done, long total) {
        take(part, done, total);
      }

      @Override
      public void line(String line) {
        whole.line(line);
      }
    };
  }

  private synchronized void take(Part part, long done, long total) {
    part.done = done;
    part.total = total;
    long allDone = parts.stream().mapToLong(p -> p.done).sum();
    boolean isOpen = parts.stream().anyMatch(p -> p.total < 0);
    whole.step(allDone, isOpen ? -1 : parts.stream().mapToLong(p -> p.total).sum());
  }
}
