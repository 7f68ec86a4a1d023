package org.tabadla.model;

import org.jspecify.annotations.Nullable;

/// A number, amount or date found in a text.
///
/// @param start index of the first UTF-16 code unit
/// @param end index after the last
/// @param value the plain number with scale words multiplied out (3.5 ٹریلین is 3500000000000), or
///   of a DATE or YEAR `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `hijri:YYYY-MM-DD`
/// @param unit as written, or null
/// @param currency ISO 4217, or null
/// @param of what it counts or measures, in the article's words; a hint, or null
/// @param when the date or year told beside it, in the form of a DATE's value, or null
public record Figure(
    int start,
    int end,
    Kind kind,
    String value,
    @Nullable String unit,
    @Nullable String currency,
    @Nullable String of,
    @Nullable String when) {
  /// A figure of which no more is known.
  public Figure(
      int start,
      int end,
      Kind kind,
      String value,
      @Nullable String unit,
      @Nullable String currency) {
    this(start, end, kind, value, unit, currency, null, null);
  }

  /// What kind of value it is.
  public enum Kind {
    NUMBER,
    PERCENT,
    MONEY,
    DATE,
    YEAR,
    ORDINAL
  }
}
