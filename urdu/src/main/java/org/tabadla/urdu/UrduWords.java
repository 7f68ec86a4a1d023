package org.tabadla.urdu;

import java.util.ArrayList;
import java.util.List;

/// Cuts Urdu text into words, numbers and punctuation marks, as a treebank would. Linear.
public final class UrduWords {
  private static final int SHORTEST_NUMBERED_CHARS = 3;
  private static final int LONGEST_LETTER_NAME_CHARS = 6;

  private UrduWords() {}

  /// @return words, numbers (3.5, 12,000, 4:10) and single marks in order, white space left out
  public static List<Stretch> of(CharSequence text) {
    List<Stretch> out = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (isBlank(c)) {
        i++;
        continue;
      }
      int end = isPart(c) ? word(text, i) : mark(text, i);
      out.add(new Stretch(i, end));
      i = end;
    }
    return out;
  }

  private static int word(CharSequence text, int from) {
    int end = from + 1;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (isPart(c)) {
        if (unitBegins(text, end) || numberBegins(text, end)) {
          break;
        }
        end++;
      } else if (joins(text, from, end)) {
        end += 2;
      } else {
        break;
      }
    }
    return end;
  }

  /// Digits that are glued to a word of two letters or more: «25برس», but not «1947ء», «2G», «5جی».
  static boolean unitBegins(CharSequence text, int i) {
    return is(text.charAt(i), LetterTable.ARABIC)
        && is(text.charAt(i - 1), LetterTable.DIGIT)
        && text.charAt(i) != UrduLetters.HAMZA
        && i + 1 < text.length()
        && is(text.charAt(i + 1), LetterTable.ARABIC)
        && !isOrdinal(text, i)
        && !Acronyms.isLetter(run(text, i, 1));
  }

  /// A word of three letters or more that digits are glued to: «اپریل2024», but not «ایف16»,
  /// «جی20».
  static boolean numberBegins(CharSequence text, int i) {
    return is(text.charAt(i), LetterTable.DIGIT)
        && is(text.charAt(i - 1), LetterTable.ARABIC)
        && i >= SHORTEST_NUMBERED_CHARS
        && is(text.charAt(i - 2), LetterTable.ARABIC)
        && is(text.charAt(i - SHORTEST_NUMBERED_CHARS), LetterTable.ARABIC)
        && !Acronyms.isLetter(run(text, i - 1, -1));
  }

  /// @return the letters from `i` on, forward or back, as far as an acronym's letter can be long
  private static String run(CharSequence text, int i, int step) {
    int end = i;
    while (end >= 0
        && end < text.length()
        && Math.abs(end - i) <= LONGEST_LETTER_NAME_CHARS
        && is(text.charAt(end), LetterTable.ARABIC)) {
      end += step;
    }
    return step > 0
        ? text.subSequence(i, end).toString()
        : text.subSequence(end + 1, i + 1).toString();
  }

  /// The endings of «11ویں», «5واں».
  private static boolean isOrdinal(CharSequence text, int i) {
    return text.charAt(i) == '\u0648'
        && (text.charAt(i + 1) == UrduLetters.YEH || text.charAt(i + 1) == '\u0627');
  }

  /// A sign inside a number or between letters of a Latin word.
  static boolean joins(CharSequence text, int from, int i) {
    if (i + 1 >= text.length() || !isPart(text.charAt(i + 1))) {
      return false;
    }
    char c = text.charAt(i);
    char before = text.charAt(i - 1);
    char after = text.charAt(i + 1);
    boolean digits = Character.isDigit(before) && Character.isDigit(after);
    if (digits) {
      return c == '.'
          || c == ':'
          || c == ','
          || c == UrduLetters.DECIMAL
          || c == UrduLetters.THOUSANDS
          || c == UrduLetters.FULL_STOP;
    }
    boolean latin = before < 0x250 && after < 0x250;
    return latin
        && (c == '-' || c == '.' || c == '\'' || c == '\u2019' || c == '@' || c == '&')
        && text.charAt(from) < 0x250;
  }

  /// Doubled apostrophes that stand for a quotation mark, runs of dots, a pair of surrogates.
  private static int mark(CharSequence text, int i) {
    char c = text.charAt(i);
    if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
      return i + 2;
    }
    boolean repeats = c == '\'' || c == '`' || c == '.' || c == '-';
    int end = i + 1;
    while (repeats && end < text.length() && text.charAt(end) == c) {
      end++;
    }
    return end;
  }

  private static boolean isPart(char c) {
    return is(c, LetterTable.PART);
  }

  private static boolean isBlank(char c) {
    return is(c, LetterTable.BLANK);
  }

  private static boolean is(char c, int flag) {
    return LetterTable.is(c, flag);
  }
}
