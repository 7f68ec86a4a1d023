package org.tabadla.urdu;

import org.jspecify.annotations.Nullable;

/// A number, amount or date found in a text.
///
/// @param start index of the first UTF-16 code unit
/// @param end index after the last
/// @param value the plain number with scale words multiplied out (3.5 ٹریلین is 3500000000000), or
///   of a DATE or YEAR `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, of the Islamic calendar with `hijri:`
///   before
/// @param currency ISO 4217, or null
public record WrittenFigure(
    int start, int end, Kind kind, String value, @Nullable String currency) {
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
