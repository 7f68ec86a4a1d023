package org.tabadla.formats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a newsroom plans to deliver of an event.
///
/// @param id the coverage's own, or null
/// @param title what it is called
/// @param kind what will come: text, picture, video …
/// @param scheduled when, in ISO 8601, perhaps only a day
/// @param until to when
/// @param note for editors
/// @param language a BCP 47 tag
/// @param urgency 1 to 9
/// @param words how long a text will be
/// @param assigned who makes it
/// @param delivered addresses or titles of what has come
public record Coverage(
    @Nullable String id,
    @Nullable String title,
    NewsItem.@Nullable Kind kind,
    @Nullable String scheduled,
    @Nullable String until,
    @Nullable String note,
    @Nullable String language,
    @Nullable Integer urgency,
    @Nullable Integer words,
    List<String> assigned,
    List<String> delivered) {
  public Coverage {
    assigned = List.copyOf(assigned);
    delivered = List.copyOf(delivered);
  }
}
