package org.tabadla.urdu;

import org.jspecify.annotations.Nullable;
import org.tabadla.urdu.Numerals.Kind;

/// Reads the Han numerals that count something: 十二艘, 三百名, 二百万. Only before a measure word, a scale
/// or a currency, since these signs stand in names and idioms too (三亚, 十分).
final class HanCount {
  /// @param end where it ends in the text
  record Count(int end, long value) {}

  private static final String DIGITS =
      "\u3007\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D";
  private static final char ZERO = '\u96F6';
  private static final char TWO = '\u4E24';
  private static final char ONE = '\u4E00';
  private static final char ORDINAL = '\u7B2C';
  private static final String STEPS = "\u5341\u767E\u5343";
  private static final long[] STEP_VALUES = {10, 100, 1000};
  private static final int LONGEST = 8;
  private static final int LONGEST_MEASURE = 2;

  private HanCount() {}

  static boolean isNumeral(char c) {
    return DIGITS.indexOf(c) >= 0 || STEPS.indexOf(c) >= 0 || c == ZERO || c == TWO;
  }

  /// @return null where no count begins
  static @Nullable Count at(String text, int from, Numerals numerals) {
    if (from > 0 && (text.charAt(from - 1) == ORDINAL || isInNumber(text.charAt(from - 1)))) {
      return null;
    }
    int end = from;
    while (end < text.length() && end - from < LONGEST && isNumeral(text.charAt(end))) {
      end++;
    }
    if (end - from == 1 && text.charAt(from) == ONE) {
      return null;
    }
    long value = value(text.substring(from, end));
    return value > 0 && isMeasured(text, end, numerals) ? new Count(end, value) : null;
  }

  private static boolean isInNumber(char c) {
    return isNumeral(c) || Character.isDigit(c);
  }

  private static boolean isMeasured(String text, int end, Numerals numerals) {
    int at =
        end < text.length() && numerals.kind(text.substring(end, end + 1)) == Kind.MANY
            ? end + 1
            : end;
    for (int n = 1; n <= LONGEST_MEASURE && at + n <= text.length(); n++) {
      Kind kind = numerals.kind(text.substring(at, at + n));
      if (kind == Kind.CLASSIFIER
          || kind == Kind.YEAR_AFTER
          || kind == Kind.SCALE
          || kind == Kind.CURRENCY) {
        return true;
      }
    }
    return false;
  }

  /// @return 0 when the signs are no number: 二三
  private static long value(String signs) {
    long total = 0;
    long digit = -1;
    long last = Long.MAX_VALUE;
    for (int i = 0; i < signs.length(); i++) {
      char c = signs.charAt(i);
      int step = STEPS.indexOf(c);
      if (c == ZERO || c == DIGITS.charAt(0)) {
        if (digit >= 0 || total == 0) {
          return 0;
        }
      } else if (step < 0) {
        if (digit >= 0) {
          return 0;
        }
        digit = c == TWO ? 2 : DIGITS.indexOf(c);
      } else {
        boolean bare = digit < 0;
        if (STEP_VALUES[step] >= last || (bare && (step > 0 || i > 0))) {
          return 0;
        }
        last = STEP_VALUES[step];
        total += (bare ? 1 : digit) * last;
        digit = -1;
      }
    }
    return total + Math.max(digit, 0);
  }
}
