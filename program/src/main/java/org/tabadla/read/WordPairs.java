package org.tabadla.read;

import java.util.HashSet;
import java.util.Set;

/// The pairs of neighbouring words of texts, as hashes: tells how much of one text stands in
/// another, in any script, whatever the marks and spaces between the words.
final class WordPairs {
  private final Set<Integer> pairs = new HashSet<>();

  /// Adds those of a text.
  void add(String text) {
    each(text, pairs::add);
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }

  /// @return 0 to 1; 0 for a text of one word
  float shareOf(String text) {
    int[] counts = new int[2];
    each(
        text,
        pair -> {
          counts[0]++;
          counts[1] += pairs.contains(pair) ? 1 : 0;
        });
    return counts[0] == 0 ? 0 : (float) counts[1] / counts[0];
  }

  private interface Taker {
    void take(int pair);
  }

  /// A character of a script without spaces is a word.
  private static void each(String text, Taker taker) {
    int before = 0;
    int word = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      float unit = Line.unit(c);
      if (word != 0 && (unit == 0 || unit > 1)) {
        before = pair(before, word, taker);
        word = 0;
      }
      if (unit > 1) {
        before = pair(before, c, taker);
      } else if (unit > 0) {
        word = word * 31 + Character.toLowerCase(c);
      }
    }
  }

  private static int pair(int before, int word, Taker taker) {
    if (before != 0) {
      taker.take(before * 0x9E3779B1 + word);
    }
    return word == 0 ? 1 : word;
  }
}
