package org.tabadla.formats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Dates between formats. A time without a zone is taken as UTC, a date as its first moment, since
/// the formats that are written demand both.
final class Stamps {
  private static final int DAY_LENGTH = "2025-01-01".length();

  private Stamps() {}

  /// @return the instant of a written date or time, or null where it is none or less than a day
  static @Nullable OffsetDateTime parse(@Nullable String written) {
    String text = written == null ? "" : written.strip();
    try {
      if (text.length() == DAY_LENGTH) {
        return LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
      }
      if (text.length() > DAY_LENGTH && text.charAt(DAY_LENGTH) != 'T') {
        return LocalDate.parse(text.substring(0, DAY_LENGTH))
            .atStartOfDay()
            .atOffset(ZoneOffset.UTC);
      }
      return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
          ? OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
          : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// @return the same moment as RFC 3339 and XML Schema write it, as written where it is so
  ///   already; null where it is none
  static @Nullable String full(@Nullable String written) {
    String text = written == null ? "" : written.strip();
    if (text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)")
        && parse(text) != null) {
      return text;
    }
    OffsetDateTime at = parse(text);
    return at == null ? null : at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  /// @return whether a date is all that is said
  static boolean isDay(String written) {
    return written.strip().length() == DAY_LENGTH;
  }

  static String of(Instant at) {
    return DateTimeFormatter.ISO_INSTANT.format(at);
  }
}
