package org.tabadla.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.NumberTokens.Token;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;

/// Finds dates in running text: month names with day and year, numbers with separators, 年月日, and
/// the Islamic calendar.
final class DateFigures {
  /// @param next the token after the date
  /// @param figure null for a date that the text tells no year of: read over, not given
  record Found(@Nullable Figure figure, int next) {}

  private static final Pattern NUMERIC =
      Pattern.compile("\\d{1,4}([./-])\\d{1,2}\\1(?:\\d{4}|\\d{2})(?![\\d./-]\\d)");
  private static final Pattern CJK =
      Pattern.compile("(\\d{4})\\s?年(?:\\s?(\\d{1,2})\\s?月(?:\\s?(\\d{1,2})\\s?[日号號])?)?");
  private static final Pattern CJK_DAY = Pattern.compile("(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?[日号號]");
  private static final int LONGEST_CHARS = 24;
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2200;

  private final String text;
  private final List<Token> tokens;
  private final Lang lang;

  DateFigures(String text, List<Token> tokens, Lang lang) {
    this.text = text;
    this.tokens = tokens;
    this.lang = lang;
  }

  @Nullable Found at(int i) {
    Token token = tokens.get(i);
    if (token.isNumber()) {
      Found joined = joined(i);
      if (joined != null) {
        return joined;
      }
    }
    return named(i);
  }

  private @Nullable Found joined(int i) {
    int start = tokens.get(i).start();
    String near = text.substring(start, Math.min(text.length(), start + LONGEST_CHARS));
    String digits = DateFold.fold(near);
    Matcher cjk = CJK.matcher(digits);
    if (cjk.lookingAt()) {
      String value = cjk(cjk);
      if (value == null || digits.length() != near.stripTrailing().length()) {
        return null;
      }
      int end = start + cjk.end();
      Figure.Kind kind = value.length() == 4 ? Figure.Kind.YEAR : Figure.Kind.DATE;
      return new Found(figure(start, end, kind, value), after(i, end));
    }
    Matcher day = CJK_DAY.matcher(digits);
    if (day.lookingAt()) {
      return new Found(null, after(i, start + day.end()));
    }
    Matcher m = NUMERIC.matcher(digits);
    if (!m.lookingAt() || digits.length() != near.stripTrailing().length()) {
      return null;
    }
    LocalDate date = Dates.parse(m.group(), lang, null).map(moment -> moment.date()).orElse(null);
    int end = start + m.end();
    return date == null
        ? null
        : new Found(figure(start, end, Figure.Kind.DATE, date.toString()), after(i, end));
  }

  /// @return the date as ISO 8601 has it, or null when there is no such day
  private static @Nullable String cjk(Matcher m) {
    int month = m.group(2) == null ? 1 : Integer.parseInt(m.group(2));
    int day = m.group(2) == null || m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
    if (!isPossible(Integer.parseInt(m.group(1)), month, day)) {
      return null;
    }
    var out = new StringBuilder(m.group(1));
    for (int g = 2; g <= 3 && m.group(g) != null; g++) {
      out.append('-').append(two(Integer.parseInt(m.group(g))));
    }
    return out.toString();
  }

  private int after(int from, int end) {
    int i = from;
    while (i < tokens.size() && tokens.get(i).start() < end) {
      i++;
    }
    return i;
  }

  /// «11 جولائی 2025», "July 11, 2025", «جولائی 2024», «10 محرم 1447 ہجری».
  private @Nullable Found named(int i) {
    Token first = tokens.get(i);
    boolean firstDay = isDay(first) || RelativeDates.isFirst(first.text());
    if (firstDay) {
      int at = skip(i + 1, true);
      Named month = month(at);
      if (month == null) {
        return null;
      }
      int day = first.value() == null ? 1 : first.value().intValue();
      int year = skip(month.next(), false);
      return isYear(year)
          ? dated(first.start(), month.month(), day, year)
          : new Found(null, month.next());
    }
    Named month = month(i);
    if (month == null) {
      return null;
    }
    int next = skip(month.next(), false);
    if (isYear(next)) {
      return dated(first.start(), month.month(), 0, next);
    }
    if (next < tokens.size() && isDay(tokens.get(next))) {
      int year = skip(next + 1, true);
      int day = java.util.Objects.requireNonNull(tokens.get(next).value()).intValue();
      return isYear(year)
          ? dated(first.start(), month.month(), day, year)
          : new Found(null, next + 1);
    }
    return null;
  }

  private record Named(MonthNames.Month month, int next) {}

  private @Nullable Named month(int i) {
    if (i >= tokens.size() || tokens.get(i).isNumber() || tokens.get(i).text().length() < 2) {
      return null;
    }
    boolean every = !besideSmallTable();
    if (i + 1 < tokens.size() && !tokens.get(i + 1).isNumber()) {
      MonthNames.Month two =
          MonthNames.find(tokens.get(i).text() + " " + tokens.get(i + 1).text(), every);
      if (two != null) {
        return new Named(two, i + 2);
      }
    }
    MonthNames.Month one = MonthNames.find(tokens.get(i).text(), every);
    return one == null ? null : new Named(one, i + 1);
  }

  private boolean besideSmallTable() {
    return switch (lang.primary()) {
      case "ur",
          "en",
          "ar",
          "fa",
          "ps",
          "hi",
          "ru",
          "tr",
          "kk",
          "zh",
          "de",
          "fr",
          "es",
          "it",
          "pt" ->
          true;
      default -> false;
    };
  }

  /// Over commas, and after a day over the ending of an ordinal.
  private int skip(int from, boolean ordinal) {
    int i = from;
    while (i < tokens.size() && i < from + 2 && isFiller(tokens.get(i).text(), ordinal)) {
      i++;
    }
    return i;
  }

  private static boolean isFiller(String word, boolean ordinal) {
    return switch (word) {
      case ",", "\u060C", ".", "de", "del" -> true;
      case "th", "st", "nd", "rd", "of", "-" -> ordinal;
      default -> false;
    };
  }

  private Found dated(int start, MonthNames.Month month, int day, int yearAt) {
    int year = Integer.parseInt(tokens.get(yearAt).text());
    int next = yearAt + 1;
    int end = tokens.get(yearAt).end();
    if (next < tokens.size() && isEra(tokens.get(next))) {
      end = tokens.get(next).end();
      next++;
    }
    String value = value(month, day, year);
    return new Found(value == null ? null : figure(start, end, Figure.Kind.DATE, value), next);
  }

  private @Nullable String value(MonthNames.Month month, int day, int year) {
    String plain = year + "-" + two(month.number()) + (day == 0 ? "" : "-" + two(day));
    return switch (month.calendar()) {
      case ISLAMIC -> "hijri:" + plain;
      case PERSIAN ->
          day == 0
              ? null
              : Dates.parse(day + " " + solarName(month) + " " + year, lang, null)
                  .map(moment -> moment.date().toString())
                  .orElse(null);
      case GREGORIAN -> day == 0 || isPossible(year, month.number(), day) ? plain : null;
    };
  }

  private static String solarName(MonthNames.Month month) {
    return MonthNames.solar(month.number());
  }

  private static boolean isPossible(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).getYear() == year;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isEra(Token token) {
    return switch (token.text()) {
      case "\u0621",
          "\u06C1\u062C\u0631\u06CC",
          "\u06BE",
          "\u06C1",
          "\u0639\u06CC\u0633\u0648\u06CC" ->
          true;
      default -> false;
    };
  }

  private static boolean isDay(Token token) {
    return token.isNumber()
        && token.text().length() <= 2
        && token.text().chars().allMatch(Character::isDigit)
        && Integer.parseInt(token.text()) <= 31;
  }

  private boolean isYear(int i) {
    if (i >= tokens.size() || tokens.get(i).text().length() != 4) {
      return false;
    }
    Token token = tokens.get(i);
    boolean digits = token.isNumber() && token.text().chars().allMatch(Character::isDigit);
    return digits
        && Integer.parseInt(token.text()) >= FIRST_YEAR
        && Integer.parseInt(token.text()) <= LAST_YEAR;
  }

  private static String two(int n) {
    return String.format(Locale.ROOT, "%02d", n);
  }

  private static Figure figure(int start, int end, Figure.Kind kind, String value) {
    return new Figure(start, end, kind, value, null, null);
  }
}
