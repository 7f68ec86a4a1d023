package org.tabadla.urdu;

/// Tells most words apart from those of a list without looking them up: by their length and three
/// of their letters. Most words of a text are in none of the lists.
final class WordGate {
  private static final int BITS = 13;
  private final long[] signs = new long[(1 << BITS) / Long.SIZE];

  void add(CharSequence word) {
    char[] text = word.toString().toCharArray();
    if (text.length > 0) {
      int sign = sign(text, 0, text.length);
      signs[sign >> 6] |= 1L << sign;
    }
  }

  /// @return false only where the word is not in the list
  boolean mayHave(char[] text, int start, int length) {
    if (length == 0) {
      return false;
    }
    int sign = sign(text, start, length);
    return (signs[sign >> 6] & (1L << sign)) != 0;
  }

  private static int sign(char[] text, int start, int length) {
    int hash = length;
    hash = hash * 31 + text[start];
    hash = hash * 31 + text[start + length / 2];
    hash = hash * 31 + text[start + length - 1];
    return (hash * 0x9E3779B1) >>> (32 - BITS);
  }
}
