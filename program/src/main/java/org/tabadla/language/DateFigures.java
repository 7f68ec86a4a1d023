package org.tabadla.language;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;
import org.tabadla.urdu.CalendarMonth;
import org.tabadla.urdu.DateReader;
import org.tabadla.urdu.NamedDates;
import org.tabadla.urdu.NumberToken;
import org.tabadla.urdu.Numerals;
import org.tabadla.urdu.NumericDates;
import org.tabadla.urdu.WrittenFigure;

/// Finds dates in running text: month names with day and year, numbers with separators, 年月日, and
/// the Islamic calendar.
final class DateFigures implements DateReader, NamedDates.Words {
  private static final Pattern CJK =
      Pattern.compile("(\\d{4})\\s?年(?:\\s?(\\d{1,2})\\s?月(?:\\s?(\\d{1,2})\\s?[日号號])?)?");
  private static final Pattern CJK_DAY = Pattern.compile("(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?[日号號]");
  private static final int LONGEST_CHARS = 24;

  private final String text;
  private final Lang lang;
  private final NumericDates numeric;
  private final NamedDates named;

  DateFigures(String text, Numerals numerals, Lang lang) {
    this.text = text;
    this.lang = lang;
    this.numeric =
        new NumericDates(
            text, date -> Dates.parse(date, lang, null).map(Moment::date).orElse(null));
    this.named = new NamedDates(text, numerals, this);
  }

  @Override
  public @Nullable Found at(List<NumberToken> tokens, int i) {
    if (tokens.get(i).isNumber()) {
      Found cjk = cjk(tokens, i);
      Found joined = cjk == null ? numeric.at(tokens, i) : cjk;
      if (joined != null) {
        return joined;
      }
    }
    return named.at(tokens, i);
  }

  private @Nullable Found cjk(List<NumberToken> tokens, int i) {
    int start = tokens.get(i).start();
    String near = text.substring(start, Math.min(text.length(), start + LONGEST_CHARS));
    if (near.indexOf('年') < 0 && near.indexOf('月') < 0) {
      return null;
    }
    String digits = DateFold.fold(near);
    Matcher cjk = CJK.matcher(digits);
    if (cjk.lookingAt()) {
      String value = cjk(cjk);
      if (value == null || digits.length() != near.stripTrailing().length()) {
        return null;
      }
      int end = start + cjk.end();
      var kind = value.length() == 4 ? WrittenFigure.Kind.YEAR : WrittenFigure.Kind.DATE;
      return new Found(new WrittenFigure(start, end, kind, value, null), after(tokens, i, end));
    }
    Matcher day = CJK_DAY.matcher(digits);
    return day.lookingAt() ? new Found(null, after(tokens, i, start + day.end())) : null;
  }

  /// @return the date as ISO 8601 has it, or null when there is no such day
  private static @Nullable String cjk(Matcher m) {
    int month = m.group(2) == null ? 1 : Integer.parseInt(m.group(2));
    int day = m.group(2) == null || m.group(3) == null ? 1 : Integer.parseInt(m.group(3));
    if (!NamedDates.isPossible(Integer.parseInt(m.group(1)), month, day)) {
      return null;
    }
    var out = new StringBuilder(m.group(1));
    for (int g = 2; g <= 3 && m.group(g) != null; g++) {
      out.append('-').append(two(Integer.parseInt(m.group(g))));
    }
    return out.toString();
  }

  private static int after(List<NumberToken> tokens, int from, int end) {
    int i = from;
    while (i < tokens.size() && tokens.get(i).start() < end) {
      i++;
    }
    return i;
  }

  @Override
  public @Nullable CalendarMonth month(String folded) {
    return MonthNames.find(folded, !besideSmallTable());
  }

  @Override
  public boolean opensMonth(String folded) {
    return MonthNames.opens(folded, !besideSmallTable());
  }

  @Override
  public boolean isFirst(String folded) {
    return RelativeDates.isFirst(folded);
  }

  @Override
  public @Nullable String solar(int year, int month, int day) {
    return Dates.parse(day + " " + MonthNames.solar(month) + " " + year, lang, null)
        .map(moment -> moment.date().toString())
        .orElse(null);
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

  private static String two(int n) {
    return String.format(Locale.ROOT, "%02d", n);
  }
}
