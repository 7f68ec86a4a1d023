package org.tabadla.urdu;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.urdu.Cardinals.Cardinal;
import org.tabadla.urdu.Numerals.Kind;

/// Finds dates with a month's name: «11 جولائی 2025», "July 11, 2025", «جولائی 2024», «10 محرم 1447
/// ہجری», «11 تا 15 جولائی 2025».
public final class NamedDates implements DateReader {
  /// The words of a language's dates.
  public interface Words {
    /// @param folded one word, or two with a space between
    @Nullable CalendarMonth month(String folded);

    /// @return whether a month of two words may begin with this one
    boolean opensMonth(String folded);

    /// @return whether the word stands for the first day of a month, as «یکم» does
    boolean isFirst(String folded);

    /// @return the day as ISO 8601 has it of a Persian solar date, or null
    @Nullable String solar(int year, int month, int day);
  }

  /// U+060D ARABIC DATE SEPARATOR, between day and month in Urdu.
  private static final String DATE_SIGN = "\u060D";

  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2200;
  private static final int MOST_DAYS = 31;

  private final String text;
  private final Numerals numerals;
  private final Words words;

  /// @param text what the tokens were cut from
  public NamedDates(String text, Numerals numerals, Words words) {
    this.text = text;
    this.numerals = numerals;
    this.words = words;
  }

  private record Named(CalendarMonth month, int next) {}

  /// A day or a year and the token after it.
  private record Part(int number, int next) {}

  @Override
  public @Nullable Found at(List<NumberToken> tokens, int i) {
    Part day = day(tokens, i);
    if (day != null) {
      return afterDay(tokens, i, day);
    }
    Named month = month(tokens, i);
    if (month == null) {
      return null;
    }
    int start = tokens.get(i).start();
    int next = skip(tokens, month.next(), false);
    Part year = year(tokens, next);
    if (year != null) {
      return dated(tokens, start, month.month(), 0, year);
    }
    if (next < tokens.size() && isDay(tokens.get(next))) {
      year = year(tokens, skip(tokens, next + 1, true));
      int number = Objects.requireNonNull(tokens.get(next).value()).intValue();
      return year != null
          ? dated(tokens, start, month.month(), number, year)
          : new Found(null, next + 1);
    }
    return null;
  }

  private @Nullable Found afterDay(List<NumberToken> tokens, int i, Part day) {
    int start = tokens.get(i).start();
    Named month = month(tokens, skip(tokens, day.next(), true));
    if (month == null) {
      return fromDay(tokens, i, day);
    }
    // «11-جولائی-2025»
    boolean hyphens = tokens.get(day.next()).text().equals("-");
    Part year = year(tokens, skip(tokens, month.next(), hyphens));
    return year != null
        ? dated(tokens, start, month.month(), day.number(), year)
        : new Found(null, month.next());
  }

  /// The first day of «11 تا 15 جولائی 2025», which has its month and year from the second.
  private @Nullable Found fromDay(List<NumberToken> tokens, int i, Part day) {
    int link = day.next();
    boolean range = link < tokens.size() && numerals.kind(tokens.get(link).text()) == Kind.RANGE;
    Part until = range ? day(tokens, link + 1) : null;
    Named month = until == null ? null : month(tokens, skip(tokens, until.next(), true));
    if (month == null) {
      return null;
    }
    Part year = year(tokens, skip(tokens, month.next(), false));
    String value = year == null ? null : value(month.month(), day.number(), year.number());
    int end = tokens.get(link - 1).end();
    return new Found(value == null ? null : figure(tokens.get(i).start(), end, value), link + 1);
  }

  private @Nullable Part day(List<NumberToken> tokens, int i) {
    if (i >= tokens.size()) {
      return null;
    }
    NumberToken token = tokens.get(i);
    if (isDay(token)) {
      return new Part(Objects.requireNonNull(token.value()).intValue(), i + 1);
    }
    if (words.isFirst(token.text())) {
      return new Part(1, i + 1);
    }
    Kind kind = numerals.kind(token.text());
    boolean worded = kind == Kind.UNIT || kind == Kind.SHY;
    boolean monthly = worded && month(tokens, i + 1) != null;
    BigDecimal value = monthly ? Objects.requireNonNull(numerals.get(token.text())).number() : null;
    return value == null || !isWhole(value, 1, MOST_DAYS)
        ? null
        : new Part(value.intValue(), i + 1);
  }

  private static boolean isWhole(BigDecimal value, int least, int most) {
    return value.stripTrailingZeros().scale() <= 0
        && value.compareTo(BigDecimal.valueOf(least)) >= 0
        && value.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  private static boolean isDay(NumberToken token) {
    return (token.isDigits(1) || token.isDigits(2)) && Integer.parseInt(token.text()) <= MOST_DAYS;
  }

  private @Nullable Named month(List<NumberToken> tokens, int i) {
    if (i >= tokens.size() || tokens.get(i).isNumber() || tokens.get(i).text().length() < 2) {
      return null;
    }
    String word = tokens.get(i).text();
    if (i + 1 < tokens.size() && !tokens.get(i + 1).isNumber() && words.opensMonth(word)) {
      CalendarMonth two = words.month(word + " " + tokens.get(i + 1).text());
      if (two != null) {
        return new Named(two, i + 2);
      }
    }
    CalendarMonth one = words.month(word);
    return one == null ? null : new Named(one, i + 1);
  }

  /// Digits, or words where the table of numerals names years: «دو ہزار پچیس».
  private @Nullable Part year(List<NumberToken> tokens, int from) {
    int i = from < tokens.size() && kind(tokens, from) == Kind.YEAR_NAME ? from + 1 : from;
    if (i >= tokens.size()) {
      return null;
    }
    NumberToken token = tokens.get(i);
    if (token.isDigits(4)) {
      int year = Integer.parseInt(token.text());
      return year >= FIRST_YEAR && year <= LAST_YEAR ? new Part(year, i + 1) : null;
    }
    boolean worded = !token.isNumber() && numerals.namesYears() && kind(tokens, i) != null;
    Cardinal cardinal = worded ? Cardinals.at(text, tokens, i, numerals) : null;
    return cardinal != null && isWhole(cardinal.value(), FIRST_YEAR, LAST_YEAR)
        ? new Part(cardinal.value().intValue(), cardinal.next())
        : null;
  }

  private @Nullable Kind kind(List<NumberToken> tokens, int i) {
    return numerals.kind(tokens.get(i).text());
  }

  /// Over commas, and after a day over the ending of an ordinal.
  private static int skip(List<NumberToken> tokens, int from, boolean ordinal) {
    int i = from;
    while (i < tokens.size() && i < from + 2 && isFiller(tokens.get(i).text(), ordinal)) {
      i++;
    }
    return i;
  }

  private static boolean isFiller(String word, boolean ordinal) {
    return switch (word) {
      case ",", "\u060C", ".", "de", "del" -> true;
      case "th", "st", "nd", "rd", "of", "-", DATE_SIGN -> ordinal;
      default -> false;
    };
  }

  private Found dated(
      List<NumberToken> tokens, int start, CalendarMonth month, int day, Part year) {
    int next = year.next();
    int end = tokens.get(next - 1).end();
    if (next < tokens.size() && isEra(tokens.get(next))) {
      end = tokens.get(next).end();
      next++;
    }
    String value = value(month, day, year.number());
    return new Found(value == null ? null : figure(start, end, value), next);
  }

  private boolean isEra(NumberToken token) {
    Kind kind = Numerals.urdu().kind(token.text());
    return kind == Kind.ERA || kind == Kind.HIJRI;
  }

  private @Nullable String value(CalendarMonth month, int day, int year) {
    String plain = year + "-" + two(month.number()) + (day == 0 ? "" : "-" + two(day));
    return switch (month.calendar()) {
      case ISLAMIC -> "hijri:" + plain;
      case PERSIAN -> day == 0 ? null : words.solar(year, month.number(), day);
      case GREGORIAN -> day == 0 || isPossible(year, month.number(), day) ? plain : null;
    };
  }

  /// @return whether the Gregorian calendar has the day
  public static boolean isPossible(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).getYear() == year;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String two(int n) {
    return n < 10 ? "0" + n : Integer.toString(n);
  }

  private static WrittenFigure figure(int start, int end, String value) {
    return new WrittenFigure(start, end, WrittenFigure.Kind.DATE, value, null);
  }
}
