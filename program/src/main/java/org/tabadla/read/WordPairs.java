package org.tabadla.read;

import java.util.Arrays;

/// The pairs of neighbouring words of texts, as hashes: tells how much of one text stands in
/// another, in any script, whatever the marks and spaces between the words.
final class WordPairs {
  private static final int SIZE_MIN = 64;

  /// Beyond it a text is not taken in further.
  private static final int SIZE_MAX = 1 << 18;

  /// Open addressing; 0 is free, so the pair 0 is never known.
  private int[] table = new int[SIZE_MIN];

  private int size;

  /// Adds those of a text.
  void add(String text) {
    var pairs = new Reading();
    pairs.read(text);
    for (int i = 0; i < pairs.size; i++) {
      put(pairs.hashes[i]);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// @return 0 to 1; 0 for a text of one word
  float shareOf(String text) {
    var pairs = new Reading();
    pairs.read(text);
    return shareOf(pairs);
  }

  /// As {@link #shareOf(String)}, of a text that is asked for in several sets.
  float shareOf(Reading pairs) {
    if (size == 0 || pairs.size == 0) {
      return 0;
    }
    int known = 0;
    for (int i = 0; i < pairs.size; i++) {
      int pair = pairs.hashes[i];
      known += table[slot(pair)] == pair ? 1 : 0;
    }
    return (float) known / pairs.size;
  }

  private void put(int pair) {
    if (2 * size >= table.length) {
      if (table.length >= SIZE_MAX) {
        return;
      }
      int[] old = table;
      table = new int[2 * old.length];
      for (int one : old) {
        if (one != 0) {
          table[slot(one)] = one;
        }
      }
    }
    int slot = slot(pair);
    size += table[slot] == 0 ? 1 : 0;
    table[slot] = pair;
  }

  /// @return where the pair is, or the free place where it would be
  private int slot(int pair) {
    int mask = table.length - 1;
    int at = (pair ^ (pair >>> 15)) & mask;
    while (table[at] != 0 && table[at] != pair) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /// The pairs of one text after another. A character of a script without spaces is a word.
  static final class Reading {
    private int[] hashes = new int[SIZE_MIN];
    private int size;
    private int before;

    /// Forgets the text before.
    void read(String text) {
      size = 0;
      before = 0;
      int word = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        int unit = Signs.of(c) & Signs.UNIT;
        if (unit == 1) {
          word = word * 31 + Signs.lower(c);
          continue;
        }
        end(word);
        word = 0;
        if (unit > 1) {
          end(c);
        }
      }
      end(word);
    }

    private void end(int word) {
      if (word == 0) {
        return;
      }
      int pair = before * 0x9E3779B1 + word;
      if (before != 0 && pair != 0) {
        if (size == hashes.length) {
          hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = pair;
      }
      before = word;
    }
  }
}
