package org.tabadla.urdu;

/// A month of a calendar.
///
/// @param number 1 to 12
public record CalendarMonth(Calendar calendar, int number) {
  /// The calendars of the news.
  public enum Calendar {
    GREGORIAN,
    PERSIAN,
    ISLAMIC
  }
}
