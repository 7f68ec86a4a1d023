package org.tabadla.language;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;

/// Writes a date in the reader's language, as CLDR has it, in the Gregorian calendar.
public final class DateText {
  private static final int MOST_LANGUAGES = 100;
  private static final Map<String, String> PATTERNS = new ConcurrentHashMap<>();

  private DateText() {}

  /// @return «11 جولائی 2025» or "11 July 2025, 14:05" in the reader's zone; a day stays a day
  public static String of(Moment moment, Lang reader, ZoneId zone) {
    ULocale locale = locale(reader);
    boolean timed = moment.precision() == Moment.Precision.TIME;
    // A day is the page's own day and moves with no zone.
    ZoneId shown = timed ? zone : moment.zone();
    DateFormat format = new SimpleDateFormat(pattern(locale), locale);
    format.setTimeZone(icu(shown));
    String day = format.format(Date.from(moment.at()));
    if (!timed) {
      return day;
    }
    LocalTime time = moment.at().atZone(shown).toLocalTime();
    String comma = "ur".equals(reader.primary()) ? "\u060C " : ", ";
    return day + comma + clock(time);
  }

  private static String clock(LocalTime time) {
    return two(time.getHour()) + ":" + two(time.getMinute());
  }

  private static String two(int n) {
    return n < 10 ? "0" + n : Integer.toString(n);
  }

  /// English as the news of most countries has it, day first; digits as 0 to 9 everywhere.
  private static ULocale locale(Lang reader) {
    String tag = "en".equals(reader.primary()) ? "en-GB" : reader.primary();
    return ULocale.forLanguageTag(tag + "-u-ca-gregory-nu-latn");
  }

  private static String pattern(ULocale locale) {
    String tag = locale.getLanguage();
    if (PATTERNS.size() > MOST_LANGUAGES && !PATTERNS.containsKey(tag)) {
      return "yyyy-MM-dd";
    }
    return PATTERNS.computeIfAbsent(
        tag,
        t ->
            "ur".equals(t)
                ? "d MMMM yyyy"
                : DateTimePatternGenerator.getInstance(locale).getBestPattern("yMMMMd"));
  }

  private static TimeZone icu(ZoneId zone) {
    return zone instanceof ZoneOffset offset
        ? new com.ibm.icu.util.SimpleTimeZone(offset.getTotalSeconds() * 1000, offset.getId())
        : TimeZone.getTimeZone(zone.getId());
  }
}
