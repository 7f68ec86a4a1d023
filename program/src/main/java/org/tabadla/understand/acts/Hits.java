package org.tabadla.understand.acts;

import java.util.List;
import org.tabadla.understand.acts.Lexicon.Hit;

/// The phrases found in a sentence, by where they begin.
final class Hits {
  private final List<Hit> all;
  private final int[] begins;

  /// @param all by where they begin
  /// @param words of the sentence
  Hits(List<Hit> all, int words) {
    this.all = all;
    this.begins = new int[words + 1];
    int next = 0;
    for (int i = 0; i <= words; i++) {
      while (next < all.size() && all.get(next).from() < i) {
        next++;
      }
      begins[i] = next;
    }
  }

  List<Hit> all() {
    return all;
  }

  /// @return those that begin in a range of words
  List<Hit> beginning(int from, int to) {
    int first = Math.clamp(from, 0, begins.length - 1);
    int last = Math.clamp(to, first, begins.length - 1);
    return all.subList(begins[first], begins[last]);
  }
}
