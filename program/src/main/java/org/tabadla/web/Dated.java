package org.tabadla.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import org.tabadla.language.DateText;
import org.tabadla.model.Moment;

/// Writes dates for one reader.
public final class Dated {
  private final Ui ui;
  private final ZoneId zone;

  public Dated(Ui ui, ZoneId zone) {
    this.ui = ui;
    this.zone = zone;
  }

  /// Writes a moment as the reader says it.
  public When of(Moment moment) {
    LocalDate day =
        switch (moment.precision()) {
          case DAY -> moment.date();
          case TIME -> moment.at().atZone(zone).toLocalDate();
        };
    String iso =
        switch (moment.precision()) {
          case DAY -> day.toString();
          case TIME -> moment.at().toString();
        };
    return new When(DateText.of(moment, ui.lang(), zone), iso, note(moment, day));
  }

  /// Rows carry an instant only; one at midnight UTC stands for its day.
  public When ofRow(Instant when) {
    var utc = when.atOffset(ZoneOffset.UTC);
    return of(
        utc.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)
            ? Moment.day(utc.toLocalDate())
            : Moment.time(when, zone));
  }

  private String note(Moment moment, LocalDate day) {
    String hijri = hijri(day);
    return switch (moment.precision()) {
      case DAY -> hijri;
      case TIME -> (hijri.isEmpty() ? "" : hijri + " — ") + ui.say("zone") + ": " + zone.getId();
    };
  }

  /// @return the day in the Umm al-Qura calendar; "" outside its tables (1300 to 1600 AH)
  private String hijri(LocalDate day) {
    try {
      var hijri = HijrahDate.from(day);
      return hijri.get(ChronoField.DAY_OF_MONTH)
          + " "
          + ui.say("hijri." + hijri.get(ChronoField.MONTH_OF_YEAR))
          + " "
          + hijri.get(ChronoField.YEAR)
          + " — "
          + ui.say("calendar.hijri");
    } catch (DateTimeException e) {
      return "";
    }
  }
}
