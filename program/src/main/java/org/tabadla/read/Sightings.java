package org.tabadla.read;

import java.util.Arrays;

/// How often each of many things was seen, by digest: rows in the order of their keys, never more
/// than a bound. Immutable.
///
/// What is counted is up to the owner. Bounded as in lossy counting (Manku and Motwani, Approximate
/// Frequency Counts over Data Streams, 2002): when the rows are too many, those go that were seen
/// longest ago, and a row seen often stays longer.
final class Sightings {
  static final Sightings NONE = new Sightings(new long[0], new int[0], new int[0], new int[0]);

  /// Counts stop here: two bytes of a stored memory.
  static final int MOST = 16_383;

  /// A row seen twice stays as if it had been seen so many pages later, and so on.
  private static final int PAGES_PER_COUNT = 48;

  private static final int COUNTS_THAT_HOLD = 40;

  final long[] keys;
  final int[] counts;
  final int[] marks;
  final int[] lasts;

  /// @param keys rising
  /// @param counts how often seen
  /// @param marks a second number, the owner's
  /// @param lasts when last seen, in pages of the site
  Sightings(long[] keys, int[] counts, int[] marks, int[] lasts) {
    this.keys = keys;
    this.counts = counts;
    this.marks = marks;
    this.lasts = lasts;
  }

  int size() {
    return keys.length;
  }

  /// @return the row of a key; negative when it was not seen
  int row(long key) {
    return Arrays.binarySearch(keys, key);
  }

  int count(long key) {
    int row = row(key);
    return row < 0 ? 0 : counts[row];
  }

  /// Adds up two rows of one key.
  interface Sum {
    int of(int before, int more);
  }

  /// @param more rows to add, last seen later than every row here
  /// @param mark how the second numbers of two rows of one key become one
  Sightings with(Sightings more, Sum mark) {
    int most = size() + more.size();
    var sum = new Sightings(new long[most], new int[most], new int[most], new int[most]);
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < size() || j < more.size()) {
      long a = i < size() ? keys[i] : Long.MAX_VALUE;
      long b = j < more.size() ? more.keys[j] : Long.MAX_VALUE;
      if (a < b) {
        sum.set(n++, this, i++);
      } else {
        sum.set(n, more, j++);
        if (a == b) {
          sum.counts[n] = Math.min(MOST, counts[i] + sum.counts[n]);
          sum.marks[n] = mark.of(marks[i], sum.marks[n]);
          i++;
        }
        n++;
      }
    }
    return sum.first(n);
  }

  private void set(int row, Sightings from, int at) {
    keys[row] = from.keys[at];
    counts[row] = from.counts[at];
    marks[row] = from.marks[at];
    lasts[row] = from.lasts[at];
  }

  private Sightings first(int n) {
    return n == size()
        ? this
        : new Sightings(
            Arrays.copyOf(keys, n),
            Arrays.copyOf(counts, n),
            Arrays.copyOf(marks, n),
            Arrays.copyOf(lasts, n));
  }

  /// Forgets rows when there are more than `most`, some more than needed, so that it seldom comes
  /// to this.
  Sightings atMost(int most) {
    if (size() <= most) {
      return this;
    }
    var worth = new int[size()];
    for (int i = 0; i < size(); i++) {
      worth[i] = worth(i);
    }
    var sorted = worth.clone();
    Arrays.sort(sorted);
    int keep = most - most / 8;
    int least = sorted[size() - keep];
    var left = new Sightings(new long[keep], new int[keep], new int[keep], new int[keep]);
    int n = 0;
    for (int i = 0; i < size() && n < keep; i++) {
      if (worth[i] > least) {
        n++;
      }
    }
    int atLeast = keep - n;
    n = 0;
    for (int i = 0; i < size() && n < keep; i++) {
      if (worth[i] > least || (worth[i] == least && atLeast-- > 0)) {
        left.set(n++, this, i);
      }
    }
    return left.first(n);
  }

  private int worth(int row) {
    return lasts[row] + PAGES_PER_COUNT * Math.min(counts[row] - 1, COUNTS_THAT_HOLD);
  }
}
