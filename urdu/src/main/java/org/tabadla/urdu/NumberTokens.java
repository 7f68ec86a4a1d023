package org.tabadla.urdu;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Cuts a text into digits with their separators, words and signs, for reading numbers.
final class NumberTokens {
  private static final int MOST_DIGITS = 21;
  private static final int LONGEST_WORD_CHARS = 24;
  private static final char ARABIC_DECIMAL = '\u066B';
  private static final char ARABIC_THOUSANDS = '\u066C';
  private static final char ARABIC_COMMA = '\u060C';

  /// ½ and its like, each with its value beside.
  private static final String VULGAR = "\u00BD\u00BC\u00BE\u2153\u2154\u215B";

  private static final List<BigDecimal> VULGAR_VALUES =
      Stream.of("0.5", "0.25", "0.75", "0.3333333333333333", "0.6666666666666667", "0.125")
          .map(BigDecimal::new)
          .toList();

  private final String text;
  private final Numerals numerals;
  private final boolean decimalComma;
  private final List<NumberToken> out = new ArrayList<>();

  private NumberTokens(String text, boolean decimalComma, Numerals numerals) {
    this.text = text;
    this.numerals = numerals;
    this.decimalComma = decimalComma;
  }

  static List<NumberToken> of(String text, boolean decimalComma, Numerals numerals) {
    var tokens = new NumberTokens(text, decimalComma, numerals);
    tokens.run();
    return tokens.out;
  }

  private void run() {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        i = digits(i);
      } else if (VULGAR.indexOf(c) >= 0) {
        BigDecimal value = VULGAR_VALUES.get(VULGAR.indexOf(c));
        out.add(new NumberToken(i, i + 1, "", value));
        i++;
      } else if (isLetter(c)) {
        HanCount.Count count =
            numerals.countsInHan() && HanCount.isNumeral(c) ? HanCount.at(text, i, numerals) : null;
        i = count == null ? word(i) : han(i, count);
      } else {
        if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
          out.add(new NumberToken(i, i + 1, FigureFold.fold(text.substring(i, i + 1)), null));
        }
        i++;
      }
    }
  }

  private static boolean isLetter(char c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == '\u200C';
  }

  private int han(int from, HanCount.Count count) {
    BigDecimal value = BigDecimal.valueOf(count.value());
    out.add(new NumberToken(from, count.end(), value.toPlainString(), value));
    return count.end();
  }

  private int word(int from) {
    int end = from + 1;
    if (Character.isIdeographic(text.charAt(from))) {
      end = ideographs(from);
    } else {
      while (end < text.length()
          && isLetter(text.charAt(end))
          && !Character.isIdeographic(text.charAt(end))) {
        end++;
      }
    }
    String word = end - from > LONGEST_WORD_CHARS ? "" : FigureFold.fold(text.substring(from, end));
    out.add(new NumberToken(from, end, word, null));
    return end;
  }

  /// Chinese has no spaces: the longest word that the numerals know («美元»), else one character.
  private int ideographs(int from) {
    for (int n = 4; n > 1; n--) {
      int end = Math.min(from + n, text.length());
      if (numerals.get(text.substring(from, end)) != null) {
        return end;
      }
    }
    return from + 1;
  }

  private int digits(int from) {
    var plain = new StringBuilder();
    int i = from;
    boolean decimal = false;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        plain.append((char) ('0' + Character.digit(c, 10)));
        i++;
      } else if (!decimal && isGroup(i)) {
        i++;
      } else if (!decimal && isDecimal(i)) {
        plain.append('.');
        decimal = true;
        i++;
      } else {
        break;
      }
    }
    BigDecimal value = plain.length() > MOST_DIGITS ? null : new BigDecimal(plain.toString());
    int vulgar = i < text.length() && !decimal ? VULGAR.indexOf(text.charAt(i)) : -1;
    if (value != null && vulgar >= 0) {
      value = value.add(VULGAR_VALUES.get(vulgar));
      i++;
    }
    String written = value == null ? "" : FigureFold.fold(text.substring(from, i));
    out.add(new NumberToken(from, i, written, value));
    return i;
  }

  private int run(int from) {
    int i = from;
    while (i < text.length() && i - from < 4 && Character.isDigit(text.charAt(i))) {
      i++;
    }
    return i - from;
  }

  private boolean isGroup(int i) {
    char c = text.charAt(i);
    boolean sign =
        c == ARABIC_THOUSANDS
            || (decimalComma ? c == '.' : c == ',' || c == ARABIC_COMMA)
            || c == '\u00A0'
            || c == '\u202F'
            || (decimalComma && c == ' ' && short_(i));
    if (!sign) {
      return false;
    }
    int digits = run(i + 1);
    boolean indian = digits == 2 && i + 3 < text.length() && text.charAt(i + 3) == c && c != '.';
    return digits == 3 || indian;
  }

  /// @return whether at most three digits stand before: «12 500» but not «2025 300»
  private boolean short_(int i) {
    int from = i;
    while (from > 0 && i - from < 4 && Character.isDigit(text.charAt(from - 1))) {
      from--;
    }
    return i - from <= 3;
  }

  private boolean isDecimal(int i) {
    char c = text.charAt(i);
    boolean sign = c == ARABIC_DECIMAL || Acronyms.isDot(c) || (decimalComma && c == ',');
    boolean dotted =
        Acronyms.isDot(c) && ((i + 2 < text.length() && dotsGoOn(i + 1, c)) || isAfterDots(i));
    return sign && !dotted && run(i + 1) > 0;
  }

  /// «5.2.1» and «11۔07۔2025» are no decimals.
  private boolean dotsGoOn(int from, char dot) {
    int end = from + run(from);
    return end + 1 < text.length()
        && text.charAt(end) == dot
        && Character.isDigit(text.charAt(end + 1));
  }

  /// The 2025 of «07۔2025» after a number and a dot.
  private boolean isAfterDots(int dot) {
    int start = dot;
    while (start > 0 && dot - start < 4 && Character.isDigit(text.charAt(start - 1))) {
      start--;
    }
    return start > 1
        && text.charAt(start - 1) == text.charAt(dot)
        && Character.isDigit(text.charAt(start - 2));
  }
}
