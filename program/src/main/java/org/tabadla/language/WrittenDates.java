package org.tabadla.language;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.urdu.CalendarMonth;

/// The day in a date that has no time left in it: month names, numbers with separators, 年月日.
final class WrittenDates {
  static final int FIRST_YEAR = 1500;
  private static final int LAST_YEAR = 2200;
  private static final int FIRST_SOLAR_YEAR = 1300;
  private static final int LAST_SOLAR_YEAR = 1450;
  private static final int BUDDHIST_OFFSET = 543;
  private static final int FIRST_BUDDHIST_YEAR = 2400;
  private static final int DAYS_AHEAD = 2;
  private static final ULocale PERSIAN = new ULocale("@calendar=persian");
  private static final Set<String> MONTH_FIRST =
      Set.of("en", "en-us", "en-ph", "en-ca", "es-us", "fil");
  private static final Set<String> YEAR_FIRST = Set.of("zh", "ja", "ko", "hu", "lt", "mn");

  /// Words that may stand between the parts of a date.
  private static final Set<String> FILLERS =
      Tables.rows("date-fillers.tsv", 1).stream()
          .map(row -> DateFold.fold(row[0]))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern CJK =
      Pattern.compile(
          "(?:(令和|平成|昭和)\\s?(\\d{1,2})|(\\d{4}|\\d{2}))\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일号號]?");
  private static final Pattern CJK_NO_YEAR =
      Pattern.compile("(?<!\\d)(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일号號]");
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<![\\d./-])(\\d{1,4})\\s?([./-])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{1,4})(?![\\d/-]|\\.\\d)");
  private static final Pattern TOKEN =
      Pattern.compile("(\\d+)|(?:thang\\s?(1[0-2]|0?[1-9]))|(\\p{L}[\\p{L}\\p{M}]*)|(\\S)");

  private final @Nullable String lang;
  private final @Nullable Instant now;
  private final boolean timed;
  private final boolean halved;

  /// @param timed whether the text told a time; then a month alone is no date
  /// @param halved whether it told am or pm, as those do who write the month first
  WrittenDates(@Nullable String lang, @Nullable Instant now, boolean timed, boolean halved) {
    this.lang = lang;
    this.now = now;
    this.timed = timed;
    this.halved = halved;
  }

  /// @throws DateTimeException for an impossible day
  static LocalDate of(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }

  /// @param every whether to know the months of all languages or only those of the small table
  /// @return null when there is no day or an impossible one
  @Nullable LocalDate day(String text, boolean every) {
    try {
      if (text.indexOf('月') >= 0 || text.indexOf('월') >= 0) {
        Matcher cjk = CJK.matcher(text);
        if (cjk.find()) {
          return cjk(cjk);
        }
        Matcher short_ = CJK_NO_YEAR.matcher(text);
        if (short_.find()) {
          return nearest(number(short_.group(1)), number(short_.group(2)));
        }
      }
      List<Token> tokens = tokens(text, every);
      LocalDate named = named(tokens);
      if (named != null || tokens.stream().anyMatch(t -> t.month() != null)) {
        return named;
      }
      Matcher numeric = NUMERIC.matcher(text);
      return numeric.find() ? numeric(numeric) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalDate cjk(Matcher m) {
    String era = m.group(1);
    int year =
        era == null
            ? IsoDates.century(number(m.group(3)))
            : number(m.group(2))
                + switch (era) {
                  case "令和" -> 2018;
                  case "平成" -> 1988;
                  default -> 1925;
                };
    return of(year, number(m.group(4)), number(m.group(5)));
  }

  private @Nullable LocalDate numeric(Matcher m) {
    int a = number(m.group(1));
    int b = number(m.group(3));
    int c = number(m.group(4));
    if (m.group(1).length() == 4) {
      return m.group(4).length() > 2 ? null : whole(a, b, c);
    }
    if (m.group(1).length() > 2 || m.group(4).length() == 3 || m.group(4).length() == 1) {
      return null;
    }
    if (m.group(4).length() == 2 && (a > 31 || YEAR_FIRST.contains(primary()))) {
      return of(IsoDates.century(a), b, c);
    }
    boolean monthFirst =
        b > 12 || (a <= 12 && "/".equals(m.group(2)) && (lang == null ? halved : monthFirst()));
    return monthFirst ? whole(c, a, b) : whole(c, b, a);
  }

  private boolean monthFirst() {
    return MONTH_FIRST.contains(lang == null ? "" : lang.toLowerCase(java.util.Locale.ROOT));
  }

  private String primary() {
    return lang == null ? "" : lang.replaceAll("-.*", "");
  }

  private @Nullable LocalDate whole(int year, int month, int day) {
    int full = IsoDates.century(year);
    if (full >= FIRST_SOLAR_YEAR && full <= LAST_SOLAR_YEAR) {
      return solar(full, month, day);
    }
    if (full >= FIRST_BUDDHIST_YEAR && full < FIRST_BUDDHIST_YEAR + 300) {
      full -= BUDDHIST_OFFSET;
    }
    return full < FIRST_YEAR || full > LAST_YEAR ? null : of(full, month, day);
  }

  private static @Nullable LocalDate solar(int year, int month, int day) {
    Calendar calendar = Calendar.getInstance(TimeZone.GMT_ZONE, PERSIAN);
    calendar.setLenient(false);
    calendar.clear();
    calendar.set(year, month - 1, day);
    try {
      return Instant.ofEpochMilli(calendar.getTimeInMillis())
          .atOffset(ZoneOffset.UTC)
          .toLocalDate();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private record Token(String text, int number, int digits, @Nullable CalendarMonth month) {
    boolean isNumber() {
      return digits > 0;
    }
  }

  private static List<Token> tokens(String text, boolean every) {
    List<Token> out = new ArrayList<>();
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      String word = m.group();
      if (m.group(1) != null) {
        out.add(new Token(word, word.length() > 9 ? -1 : number(word), word.length(), null));
      } else if (m.group(2) != null) {
        var month = new CalendarMonth(CalendarMonth.Calendar.GREGORIAN, number(m.group(2)));
        out.add(new Token(word, 0, 0, month));
      } else if (m.group(3) != null) {
        add(out, word, every);
      } else {
        out.add(new Token(word, 0, 0, null));
      }
    }
    return out;
  }

  /// Two words may be one month: «كانون الثاني».
  private static void add(List<Token> out, String word, boolean every) {
    if (!out.isEmpty()) {
      String both = out.getLast().text() + " " + word;
      CalendarMonth month = MonthNames.find(both, every);
      if (month != null) {
        out.set(out.size() - 1, new Token(both, 0, 0, month));
        return;
      }
    }
    if (RelativeDates.isFirst(word)) {
      out.add(new Token(word, 1, 1, null));
      return;
    }
    CalendarMonth month = MonthNames.find(word, every);
    if (month == null && word.length() > 3) {
      // Hebrew and Arabic write «in» and «and» onto the word.
      month = MonthNames.find(word.substring(1), every && word.charAt(0) > '\u0580');
    }
    out.add(new Token(word, 0, 0, month));
  }

  private @Nullable LocalDate named(List<Token> tokens) {
    LocalDate weak = null;
    for (int i = 0; i < tokens.size(); i++) {
      CalendarMonth month = tokens.get(i).month();
      if (month == null || month.calendar() == CalendarMonth.Calendar.ISLAMIC) {
        continue;
      }
      int before = beside(tokens, i, -1);
      int after = beside(tokens, i, 1);
      LocalDate day = around(tokens, month, before, after);
      if (day != null) {
        return day;
      }
      if (weak == null) {
        weak = partial(tokens, i, before, after);
      }
    }
    return weak;
  }

  /// Day, month and year, in whatever order they stand.
  private @Nullable LocalDate around(
      List<Token> tokens, CalendarMonth month, int before, int after) {
    if (isDay(tokens, before)) {
      int day = tokens.get(before).number();
      if (isYear(tokens, after)) {
        return calendar(month, tokens.get(after).number(), day);
      }
      int earlier = beside(tokens, before, -1);
      if (isLongYear(tokens, earlier)) {
        return calendar(month, tokens.get(earlier).number(), day);
      }
    }
    if (isDay(tokens, after)) {
      int day = tokens.get(after).number();
      if (isLongYear(tokens, before)) {
        return calendar(month, tokens.get(before).number(), day);
      }
      int later = beside(tokens, after, 1);
      if (isYear(tokens, later)) {
        return calendar(month, tokens.get(later).number(), day);
      }
    }
    return null;
  }

  private @Nullable LocalDate partial(List<Token> tokens, int i, int before, int after) {
    CalendarMonth month = Objects.requireNonNull(tokens.get(i).month());
    if (isDay(tokens, before) || isDay(tokens, after)) {
      int at = isDay(tokens, before) ? before : after;
      return month.calendar() == CalendarMonth.Calendar.GREGORIAN
          ? nearest(month.number(), tokens.get(at).number())
          : null;
    }
    // A number that is no day of a month makes the date impossible, not shorter: «32 July 2025».
    boolean numbered = before >= 0 && before == i - 1 && tokens.get(before).digits() <= 2;
    if (!timed && !numbered && isLongYear(tokens, after)) {
      return calendar(month, tokens.get(after).number(), 1);
    }
    return null;
  }

  private @Nullable LocalDate calendar(CalendarMonth month, int year, int day) {
    return switch (month.calendar()) {
      case GREGORIAN -> whole(year, month.number(), day);
      case PERSIAN ->
          year >= FIRST_SOLAR_YEAR && year <= LAST_SOLAR_YEAR
              ? solar(year, month.number(), day)
              : null;
      case ISLAMIC -> null;
    };
  }

  /// The next number in a direction, over punctuation, fillers and a second name of the month.
  private static int beside(List<Token> tokens, int from, int step) {
    if (from < 0) {
      return -1;
    }
    for (int i = from + step; i >= 0 && i < tokens.size(); i += step) {
      Token t = tokens.get(i);
      if (t.isNumber()) {
        return i;
      }
      boolean word = Character.isLetter(t.text().charAt(0));
      boolean sameMonth = t.month() != null && t.month().equals(monthAt(tokens, from));
      if (word && !FILLERS.contains(t.text()) && !sameMonth) {
        return -1;
      }
    }
    return -1;
  }

  private static @Nullable CalendarMonth monthAt(List<Token> tokens, int i) {
    return tokens.get(i).month();
  }

  private static boolean isDay(List<Token> tokens, int i) {
    return i >= 0 && tokens.get(i).digits() <= 2 && tokens.get(i).number() <= 31;
  }

  private static boolean isYear(List<Token> tokens, int i) {
    return i >= 0 && (tokens.get(i).digits() == 4 || tokens.get(i).digits() == 2);
  }

  private static boolean isLongYear(List<Token> tokens, int i) {
    return i >= 0 && tokens.get(i).digits() == 4;
  }

  /// The latest such day that is not in the future: what a page means that leaves the year out.
  private @Nullable LocalDate nearest(int month, int day) {
    if (now == null) {
      return null;
    }
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate here = of(today.getYear(), month, day);
    return here.isAfter(today.plusDays(DAYS_AHEAD)) ? here.minusYears(1) : here;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
