package org.tabadla.read;

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
    var walk = new Walk(text);
    for (int pair = walk.next(); pair != Walk.END; pair = walk.next()) {
      put(pair);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  /// @return 0 to 1; 0 for a text of one word
  float shareOf(String text) {
    if (size == 0) {
      return 0;
    }
    int all = 0;
    int known = 0;
    var walk = new Walk(text);
    for (int pair = walk.next(); pair != Walk.END; pair = walk.next()) {
      all++;
      known += table[slot(pair)] == pair ? 1 : 0;
    }
    return all == 0 ? 0 : (float) known / all;
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

  /// Goes through a text pair by pair. A character of a script without spaces is a word.
  private static final class Walk {
    static final int END = 0;

    private final String text;
    private int at;
    private int before;

    Walk(String text) {
      this.text = text;
    }

    /// @return the next pair's hash, or {@link #END}
    int next() {
      for (int word = word(); word != END; word = word()) {
        int pair = before * 0x9E3779B1 + word;
        boolean isPair = before != 0 && pair != END;
        before = word;
        if (isPair) {
          return pair;
        }
      }
      return END;
    }

    private int word() {
      int word = 0;
      while (at < text.length()) {
        char c = text.charAt(at);
        float unit = Line.unit(c);
        if (unit == 1) {
          word = word * 31 + Character.toLowerCase(c);
        } else if (word != 0) {
          return word;
        } else if (unit > 1) {
          at++;
          return c;
        }
        at++;
      }
      return word;
    }
  }
}
