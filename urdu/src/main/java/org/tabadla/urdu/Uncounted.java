package org.tabadla.urdu;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.urdu.Numerals.Kind;

/// Numbers that count nothing: clock times («14:05», «7.30 بجے», "4.30pm", 9时30分), days and months
/// alone (25日, 7月), and the numbers of types ("F-16", "C919", "5G").
final class Uncounted {
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(31);
  private static final BigDecimal LAST_HOUR = BigDecimal.valueOf(24);
  private static final String GENERATIONS = "GDK";

  private static final Set<String> PERSONS = Set.of("people", "men", "women", "children");

  private Uncounted() {}

  /// @return the token after a number that counts nothing, or `i`
  static int after(String text, List<NumberToken> tokens, int i, Numerals numerals) {
    if (!tokens.get(i).isNumber()) {
      return i;
    }
    int clock = clock(text, tokens, i, numerals);
    if (clock > i) {
      return minutes(tokens, clock, numerals);
    }
    if (kind(tokens, i + 1, numerals) == Kind.DAY
        && isGlued(tokens, i + 1)
        && isDay(tokens.get(i))) {
      return i + 2;
    }
    return isType(text, tokens, i, numerals) || isLabel(text, tokens, i, numerals) ? i + 1 : i;
  }

  private static int clock(String text, List<NumberToken> tokens, int i, Numerals numerals) {
    int next = i + 1;
    while (next + 1 < tokens.size()
        && tokens.get(next).text().equals(":")
        && isGlued(tokens, next)
        && tokens.get(next + 1).isNumber()
        && isGlued(tokens, next + 1)) {
      next += 2;
    }
    if (kind(tokens, next, numerals) == Kind.HOUR) {
      boolean han = Character.isIdeographic(text.charAt(tokens.get(next).start()));
      return !han || isHour(tokens.get(i)) ? next + 1 : i;
    }
    int dotted = dottedHour(tokens, next);
    return dotted > next ? dotted : next > i + 1 ? next : i;
  }

  /// "a.m.", "p.m."
  private static int dottedHour(List<NumberToken> tokens, int i) {
    boolean dotted =
        i + 2 < tokens.size()
            && (tokens.get(i).text().equals("a") || tokens.get(i).text().equals("p"))
            && tokens.get(i + 1).text().equals(".")
            && isGlued(tokens, i + 1)
            && tokens.get(i + 2).text().equals("m")
            && isGlued(tokens, i + 2);
    return dotted ? i + 3 : i;
  }

  /// @return the token after the minutes that follow an hour («تین بج کر بیس منٹ»), or `i`
  static int minutes(List<NumberToken> tokens, int i, Numerals numerals) {
    for (int at = i; at <= i + 2 && at < tokens.size(); at++) {
      if (kind(tokens, at, numerals) == Kind.MINUTE) {
        return at + 1;
      }
    }
    return i;
  }

  /// @return whether it could be the day of a month
  static boolean isDay(NumberToken token) {
    BigDecimal value = token.value();
    return value != null
        && value.scale() == 0
        && value.signum() > 0
        && value.compareTo(LAST_DAY) <= 0;
  }

  private static boolean isHour(NumberToken token) {
    BigDecimal value = token.value();
    return value != null && value.scale() == 0 && value.compareTo(LAST_HOUR) <= 0;
  }

  /// A capital letter glued to the digits, or parted by a hyphen, names a type; a currency does
  /// not.
  private static boolean isType(String text, List<NumberToken> tokens, int i, Numerals numerals) {
    int end = tokens.get(i).end();
    boolean generation =
        tokens.get(i).isDigits(1)
            && i + 1 < tokens.size()
            && isGlued(tokens, i + 1)
            && tokens.get(i + 1).text().length() == 1
            && GENERATIONS.indexOf(text.charAt(end)) >= 0;
    if (generation) {
      return true;
    }
    boolean hyphen = i > 1 && tokens.get(i - 1).text().equals("-") && isGlued(tokens, i);
    int word = hyphen ? i - 2 : i - 1;
    return word >= 0
        && isGlued(tokens, word + 1)
        && Character.isUpperCase(text.charAt(tokens.get(word).start()))
        && numerals.kind(tokens.get(word).text()) != Kind.CURRENCY;
  }

  /// "Ward 7 was closed": the number is part of a name that capitals write, within a sentence and
  /// before no noun that could be counted.
  private static boolean isLabel(String text, List<NumberToken> tokens, int i, Numerals numerals) {
    boolean small =
        tokens.get(i).isDigits(1) || tokens.get(i).isDigits(2) || tokens.get(i).isDigits(3);
    if (i < 2 || !small) {
      return false;
    }
    NumberToken word = tokens.get(i - 1);
    char first = text.charAt(word.start());
    boolean name = first >= 'A' && first <= 'Z' && numerals.get(word.text()) == null;
    boolean within = Character.isLetterOrDigit(text.charAt(tokens.get(i - 2).start()));
    boolean spaced = tokens.get(i).start() - word.end() == 1 && text.charAt(word.end()) == ' ';
    return name && within && spaced && !isCounted(tokens, i + 1, numerals);
  }

  private static boolean isCounted(List<NumberToken> tokens, int i, Numerals numerals) {
    if (i >= tokens.size()) {
      return false;
    }
    String word = tokens.get(i).text();
    Kind kind = numerals.kind(word);
    return (kind != null && kind != Kind.LINK && kind != Kind.YEAR_BEFORE)
        || PERSONS.contains(word)
        || (word.length() > 2 && word.endsWith("s"))
        || tokens.get(i).isNumber();
  }

  private static boolean isGlued(List<NumberToken> tokens, int i) {
    return tokens.get(i).start() == tokens.get(i - 1).end();
  }

  private static @Nullable Kind kind(List<NumberToken> tokens, int i, Numerals numerals) {
    return i < tokens.size() ? numerals.kind(tokens.get(i).text()) : null;
  }
}
