package org.tabadla.urdu;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.urdu.CalendarMonth.Calendar;

/// Reads and writes dates in Urdu, of the Gregorian and the Islamic calendar.
///
/// ```java
/// UrduDates.of("اجلاس 11 جولائی 2025ء کو ہوا"); // DATE 2025-07-11
/// UrduDates.value("۱۰ محرم الحرام ۱۴۴۷ھ"); // hijri:1447-01-10
/// UrduDates.written(LocalDate.of(2025, 7, 11)); // 11 جولائی 2025ء
/// ```
public final class UrduDates {
  private static final String FIRST = FigureFold.fold("\u06CC\u06A9\u0645");
  private static final char ERA_SIGN = '\u0621';
  private static final int LONGEST_GAP_CHARS = 6;
  private static final int YEAR_DIGITS = 4;
  private static final int LAST_SHORT_YEAR = 69;
  private static final Pattern PARTS = Pattern.compile("(\\d+)[./-](\\d+)[./-](\\d+)");
  private static final Pattern RANGE =
      Pattern.compile("\\s*(?:\u062A\u0627|\u0633\u06D2|[-\u2013])\\s*");

  /// Two years, as in «2024-25» and «۲۰۱۰ء تا ۲۰۱۵ء».
  public record YearRange(int start, int end, int first, int last) {}

  private static final class Words implements NamedDates.Words {
    @Override
    public @Nullable CalendarMonth month(String folded) {
      return UrduMonths.find(folded);
    }

    @Override
    public boolean opensMonth(String folded) {
      return UrduMonths.opens(folded);
    }

    @Override
    public boolean isFirst(String folded) {
      return UrduDates.isFirst(folded);
    }

    @Override
    public @Nullable String solar(int year, int month, int day) {
      return null;
    }
  }

  private UrduDates() {}

  /// @return the dates and years of a text in order
  public static List<WrittenFigure> of(String text) {
    return UrduNumbers.of(text).stream()
        .filter(f -> f.kind() == WrittenFigure.Kind.DATE || f.kind() == WrittenFigure.Kind.YEAR)
        .toList();
  }

  /// @return the value of a text that is one date or year, as {@link WrittenFigure} has it
  public static Optional<String> value(String text) {
    List<WrittenFigure> found = of(text);
    return found.size() == 1 ? Optional.of(found.getFirst().value()) : Optional.empty();
  }

  /// @return the ranges of years of a text, in order
  public static List<YearRange> ranges(String text) {
    List<YearRange> out = new ArrayList<>();
    WrittenFigure first = null;
    for (WrittenFigure figure : of(text)) {
      if (first != null && isRange(text, first, figure)) {
        int from = Integer.parseInt(first.value());
        out.add(new YearRange(first.start(), figure.end(), from, Integer.parseInt(figure.value())));
        first = null;
      } else {
        first = figure;
      }
    }
    return List.copyOf(out);
  }

  private static boolean isRange(String text, WrittenFigure first, WrittenFigure second) {
    return second.start() - first.end() <= LONGEST_GAP_CHARS
        && isPlainYear(first)
        && isPlainYear(second)
        && RANGE.matcher(text.substring(first.end(), second.start())).matches();
  }

  private static boolean isPlainYear(WrittenFigure f) {
    return f.kind() == WrittenFigure.Kind.YEAR && f.value().length() == YEAR_DIGITS;
  }

  /// @return «11 جولائی 2025ء»
  public static String written(LocalDate day) {
    String month = UrduMonths.name(new CalendarMonth(Calendar.GREGORIAN, day.getMonthValue()));
    return day.getDayOfMonth() + " " + month + " " + day.getYear() + ERA_SIGN;
  }

  /// @return each name of a month, folded as {@link FigureFold} does, with its month
  public static Map<String, CalendarMonth> months() {
    return UrduMonths.all();
  }

  /// @param folded a word
  /// @return whether it is «یکم», the first day of a month
  public static boolean isFirst(String folded) {
    return folded.equals(FIRST);
  }

  static DateReader reader(String text) {
    var numeric = new NumericDates(text, UrduDates::dayFirst);
    var named = new NamedDates(text, Numerals.urdu(), new Words());
    return (tokens, i) -> {
      DateReader.Found found = numeric.at(tokens, i);
      return found == null ? named.at(tokens, i) : found;
    };
  }

  /// «03/12/2025» is the third of December; a year of four digits may stand first.
  private static @Nullable LocalDate dayFirst(String digits) {
    Matcher m = PARTS.matcher(digits);
    if (!m.matches()) {
      return null;
    }
    int a = Integer.parseInt(m.group(1));
    int b = Integer.parseInt(m.group(2));
    int c = Integer.parseInt(m.group(3));
    boolean yearFirst = m.group(1).length() == YEAR_DIGITS;
    if (m.group(1).length() == 3 || (yearFirst && m.group(3).length() == YEAR_DIGITS)) {
      return null;
    }
    int year = yearFirst ? a : m.group(3).length() == 2 ? century(c) : c;
    int day = yearFirst ? c : a;
    // The American order, where no other is possible.
    return b > 12 && !yearFirst ? day(year, a, b) : day(year, b, day);
  }

  private static int century(int year) {
    return year <= LAST_SHORT_YEAR ? 2000 + year : 1900 + year;
  }

  private static @Nullable LocalDate day(int year, int month, int day) {
    return NamedDates.isPossible(year, month, day) ? LocalDate.of(year, month, day) : null;
  }
}
