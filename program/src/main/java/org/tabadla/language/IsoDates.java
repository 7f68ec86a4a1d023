package org.tabadla.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The date part of ISO 8601 and of what people take for it: `2025-07-11`, `20250711`, `2025-192`,
/// `2025-W28-5`, `2025-07`, and with a year of two digits as feeds of 2003 wrote it.
final class IsoDates {
  private static final int PIVOT = 70;
  private static final int WHOLE_MAX_CHARS = "2025-07-11".length();
  private static final Pattern WHOLE =
      Pattern.compile(
          "(?:(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})"
              + "|(?<y2>\\d{4})(?<m2>\\d{2})(?<d2>\\d{2})"
              + "|(?<y3>\\d{4})-(?<m3>\\d{1,2})"
              + "|(?<y4>\\d{4})-?(?<n4>\\d{3})"
              + "|(?<y5>\\d{4})-?w(?<w5>\\d{2})(?:-?(?<d5>\\d))?"
              + "|(?<y6>\\d{2})-(?<m6>\\d{2})-(?<d6>\\d{2})"
              + "|(?<y7>\\d{2})(?<m7>\\d{2})(?<d7>\\d{2})"
              + "|-(?<y8>\\d{2})-?(?<m8>\\d{2})"
              + "|(?<y9>\\d{2})-?(?<n9>\\d{3})"
              + "|(?<y0>(?:1[5-9]|20|21)\\d{2}))");

  private IsoDates() {}

  /// @return whether the text has one of the forms, be the day possible or not
  static boolean isWhole(String text) {
    return text.length() <= WHOLE_MAX_CHARS && WHOLE.matcher(text).matches();
  }

  /// @param text the date part alone, folded
  /// @return null when the text has none of the forms or names an impossible day
  static @Nullable LocalDate day(String text) {
    if (text.length() > WHOLE_MAX_CHARS) {
      return null;
    }
    Matcher m = WHOLE.matcher(text);
    if (!m.matches()) {
      return null;
    }
    try {
      return read(m);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable LocalDate read(Matcher m) {
    if (m.group("y") != null) {
      return WrittenDates.of(number(m, "y"), number(m, "m"), number(m, "d"));
    } else if (m.group("y2") != null) {
      return WrittenDates.of(number(m, "y2"), number(m, "m2"), number(m, "d2"));
    } else if (m.group("y3") != null) {
      return WrittenDates.of(number(m, "y3"), number(m, "m3"), 1);
    } else if (m.group("y4") != null) {
      return LocalDate.ofYearDay(number(m, "y4"), number(m, "n4"));
    } else if (m.group("y5") != null) {
      return LocalDate.of(number(m, "y5"), 1, 4)
          .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(m, "w5"))
          .with(
              java.time.temporal.ChronoField.DAY_OF_WEEK,
              m.group("d5") == null ? 1 : number(m, "d5"));
    } else if (m.group("y6") != null) {
      return WrittenDates.of(century(number(m, "y6")), number(m, "m6"), number(m, "d6"));
    } else if (m.group("y7") != null) {
      return WrittenDates.of(century(number(m, "y7")), number(m, "m7"), number(m, "d7"));
    } else if (m.group("y8") != null) {
      return WrittenDates.of(century(number(m, "y8")), number(m, "m8"), 1);
    } else if (m.group("y9") != null) {
      return LocalDate.ofYearDay(century(number(m, "y9")), number(m, "n9"));
    }
    return LocalDate.of(number(m, "y0"), 1, 1);
  }

  private static int number(Matcher m, String group) {
    return Integer.parseInt(m.group(group));
  }

  /// A year of two digits: 70 to 99 are 19xx, as RFC 2822 §4.3 has it but for its 50 to 69.
  static int century(int year) {
    return year >= 100 ? year : year < PIVOT ? 2000 + year : 1900 + year;
  }
}
