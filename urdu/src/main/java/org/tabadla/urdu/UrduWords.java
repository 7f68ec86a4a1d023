package org.tabadla.urdu;

import java.util.ArrayList;
import java.util.List;

/// Cuts Urdu text into words, numbers and punctuation marks, as a treebank would. Linear.
public final class UrduWords {
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
        if (unitBegins(text, end)) {
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

  /// Digits that are glued to a word of two letters or more: «25برس», but not «1947ء», «2G».
  private static boolean unitBegins(CharSequence text, int i) {
    return Character.isDigit(text.charAt(i - 1))
        && UrduLetters.isArabic(text.charAt(i))
        && text.charAt(i) != UrduLetters.HAMZA
        && i + 1 < text.length()
        && UrduLetters.isArabic(text.charAt(i + 1))
        && !isOrdinal(text, i);
  }

  /// The endings of «11ویں», «5واں».
  private static boolean isOrdinal(CharSequence text, int i) {
    return text.charAt(i) == '\u0648'
        && (text.charAt(i + 1) == UrduLetters.YEH || text.charAt(i + 1) == '\u0627');
  }

  /// A sign inside a number or between letters of a Latin word.
  private static boolean joins(CharSequence text, int from, int i) {
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
    if (Character.isLetterOrDigit(c) || c == '_' || c == UrduLetters.ZWNJ || c == '\u200D') {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || (type == Character.FORMAT && c != '\uFEFF');
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}
