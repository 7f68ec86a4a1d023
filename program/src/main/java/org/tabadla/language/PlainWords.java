package org.tabadla.language;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/// The words of one script in a text, as the models read them: lower case, presentation forms as
/// letters, one space before, between and behind. Addresses, numbers and signs are no words.
final class PlainWords {
  /// A longer run of letters is cut: no language has such words, and a text may be one run.
  static final int LONGEST_WORD = 40;

  private static final char FIRST_COMBINING = '\u0300';
  private static final char LAST_COMBINING = '\u036F';
  private static final char FIRST_PRESENTATION_FORM = '\uFB00';
  private static final char LAST_PRESENTATION_FORM = '\uFEFC';
  private static final char NON_JOINER = '\u200C';

  private final char[] chars;
  private int length;
  private int wordBegan = 1;

  private PlainWords(int most) {
    // A cut word adds a space, so in the worst case a few more come out than went in.
    chars = new char[most + most / LONGEST_WORD + 2];
    chars[length++] = ' ';
  }

  /// @param text as {@link #composed} gives it
  static PlainWords of(String text, UnicodeScript script) {
    var out = new PlainWords(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c > ' ' && c < 0x7F) {
        int end = Addresses.end(text, i);
        if (end > i) {
          out.endWord();
          i = end;
          continue;
        }
      }
      out.add(c, script);
      i++;
    }
    out.endWord();
    return out;
  }

  /// @return the text with whole letters in place of presentation forms and of letters with loose
  ///   accents
  static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_COMBINING
          && (c <= LAST_COMBINING
              || (c >= FIRST_PRESENTATION_FORM && c <= LAST_PRESENTATION_FORM))) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
      }
    }
    return text;
  }

  private void add(char c, UnicodeScript script) {
    if (!isPart(c, script)) {
      endWord();
      return;
    }
    if (length - wordBegan == LONGEST_WORD) {
      endWord();
    }
    chars[length++] = c < 0x80 ? (char) (c | 0x20) : Character.toLowerCase(c);
  }

  private void endWord() {
    if (length > wordBegan) {
      chars[length++] = ' ';
      wordBegan = length;
    }
  }

  private static boolean isPart(char c, UnicodeScript script) {
    if (c < 0x80) {
      return script == UnicodeScript.LATIN && ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    }
    if (Character.isLetter(c)) {
      UnicodeScript own = Scripts.of(c);
      return own == script || own == UnicodeScript.COMMON;
    }
    return c == NON_JOINER || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /// The words with a space before each and one behind the last; only the first {@link #length()}
  /// count.
  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }
}
