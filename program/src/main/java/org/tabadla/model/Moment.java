package org.tabadla.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A point in time as exactly as the page told it.
///
/// @param at the instant; of a day, its midnight in `zone`
/// @param precision whether the page told a time or only a day
/// @param zone the zone in which the page told it; UTC when it told none
public record Moment(Instant at, Precision precision, ZoneId zone) {
  /// How much the page said.
  public enum Precision {
    DAY,
    TIME
  }

  public static Moment day(LocalDate day) {
    return new Moment(day.atStartOfDay(ZoneOffset.UTC).toInstant(), Precision.DAY, ZoneOffset.UTC);
  }

  public static Moment time(Instant at, ZoneId zone) {
    return new Moment(at, Precision.TIME, zone);
  }

  /// @return the calendar day as the page's readers saw it
  public LocalDate date() {
    return at.atZone(zone).toLocalDate();
  }
}
