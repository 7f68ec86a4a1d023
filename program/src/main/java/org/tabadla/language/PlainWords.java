package org.tabadla.language;

import java.lang.Character.UnicodeScript;

/// The words of one script in a text, as the models read them: lower case, presentation forms as
/// letters, one space before, between and behind. An apostrophe between letters belongs to its word
/// (Menga'nın, об'єкт, o'zbek). Addresses and signs are no words; of Arabic script the Urdu full
/// stop and the kind of digits count, which differ from language to language.
final class PlainWords {
  /// A longer run of letters is cut: no language has such words, and a text may be one run.
  static final int LONGEST_WORD = 40;

  private static final char NON_JOINER = '\u200C';
  private static final char URDU_STOP = '\u06D4';
  private static final String APOSTROPHES = "'\u2019\u2018\u02BB\u02BC`\u00B4";

  private final char[] chars;
  private int length;
  private int wordBegan = 1;

  private PlainWords(int most) {
    // A sign or a cut word adds a space: at most as many as there are characters.
    chars = new char[2 * most + 2];
    chars[length++] = ' ';
  }

  /// @param text as {@link Letters#display} gives it for no language in particular
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
      out.add(text, i, script);
      i++;
    }
    out.endWord();
    return out;
  }

  private void add(String text, int i, UnicodeScript script) {
    char c = text.charAt(i);
    if (APOSTROPHES.indexOf(c) >= 0 && isBetweenLetters(text, i, script)) {
      addLetter('\'');
    } else if (isPart(c, script)) {
      addLetter(c < 0x80 ? (char) (c | 0x20) : Character.toLowerCase(c));
    } else {
      endWord();
      if (script == UnicodeScript.ARABIC) {
        addSign(c, i > 0 && Character.isDigit(text.charAt(i - 1)));
      }
    }
  }

  private boolean isBetweenLetters(String text, int i, UnicodeScript script) {
    return length > wordBegan && i + 1 < text.length() && isPart(text.charAt(i + 1), script);
  }

  /// A run of digits is one sign, the zero of its kind.
  private void addSign(char c, boolean inDigits) {
    if (c == URDU_STOP) {
      addLetter(c);
    } else if (Character.isDigit(c) && !inDigits) {
      addLetter((char) (c - Character.digit(c, 10)));
    }
    endWord();
  }

  private void addLetter(char letter) {
    if (length - wordBegan == LONGEST_WORD) {
      endWord();
    }
    chars[length++] = letter;
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
