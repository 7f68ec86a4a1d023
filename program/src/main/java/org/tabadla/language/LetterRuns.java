package org.tabadla.language;

/// The character n-grams that languages are told by: one to five letters of each word, with the
/// word's borders, and the whole word. Each is given as a hash of 32 bits.
final class LetterRuns {
  private static final int LONGEST = 5;
  private static final int WORD_SEED = 0x7A3D;
  private static final int PRIME = 0x01000193;

  /// Room that the runs of one word need.
  static final int MOST_OF_A_WORD = (PlainWords.LONGEST_WORD + 2) * LONGEST + 1;

  private LetterRuns() {}

  /// Puts down the runs of the word that stands between two spaces.
  ///
  /// @param text with a space before and behind the word
  /// @param out with room for {@link #MOST_OF_A_WORD}
  /// @return how many there are
  static int ofWord(char[] text, int from, int to, int[] out) {
    int count = 0;
    for (int i = from - 1; i < to; i++) {
      int run = 0;
      int last = Math.min(i + LONGEST, to + 1);
      for (int j = i; j < last; j++) {
        run = (run ^ text[j]) * PRIME + j - i;
        if (j >= from) {
          out[count++] = mixed(run);
        }
      }
    }
    int whole = WORD_SEED;
    for (int i = from; i < to; i++) {
      whole = (whole ^ text[i]) * PRIME;
    }
    out[count++] = mixed(whole);
    return count;
  }

  private static int mixed(int h) {
    int x = (h ^ (h >>> 15)) * 0x2C1B3C6D;
    return x ^ (x >>> 13);
  }
}
