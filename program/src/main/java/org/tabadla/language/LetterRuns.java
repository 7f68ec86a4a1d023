package org.tabadla.language;

import java.util.function.IntConsumer;

/// The character n-grams of a text that languages are told by: one to four letters of each word,
/// with the word's borders, and the whole word. Each is given as a hash of 32 bits.
final class LetterRuns {
  private static final int LONGEST = 4;
  private static final int WORD_SEED = 0x7A3D;
  private static final int PRIME = 0x01000193;

  private LetterRuns() {}

  /// @param text lower case; all but letters and marks part words
  static void each(CharSequence text, IntConsumer hash) {
    int i = 0;
    while (i < text.length()) {
      if (!isPart(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      while (end < text.length() && isPart(text.charAt(end))) {
        end++;
      }
      word(text, i, end, hash);
      i = end;
    }
  }

  static boolean isPart(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == '\u200C';
  }

  private static void word(CharSequence text, int from, int to, IntConsumer hash) {
    int whole = WORD_SEED;
    for (int i = from - 1; i <= to; i++) {
      int run = 0;
      for (int n = 0; n < LONGEST && i + n <= to; n++) {
        char c = i + n < from || i + n >= to ? ' ' : text.charAt(i + n);
        run = (run ^ c) * PRIME + n;
        if (n > 0 || c != ' ') {
          hash.accept(mixed(run));
        }
      }
      if (i >= from && i < to) {
        whole = (whole ^ text.charAt(i)) * PRIME;
      }
    }
    hash.accept(mixed(whole));
  }

  private static int mixed(int h) {
    int x = (h ^ (h >>> 15)) * 0x2C1B3C6D;
    return x ^ (x >>> 13);
  }
}
