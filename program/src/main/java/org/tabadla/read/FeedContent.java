package org.tabadla.read;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feed, whatever its format was. Titles and names are plain text; addresses are absolute.
///
/// @param format `RSS 2.0`, `Atom 1.0`, `JSON Feed`, … as the bytes say
/// @param link the site that the feed is of
/// @param language BCP 47, as the feed says
/// @param description safe HTML
/// @param author a person's name
/// @param id the feed's own id, as it wrote it
/// @param image the feed's logo
/// @param pace how long the feed asks to wait between visits (`ttl`, `sy:updatePeriod`); null when
///   it does not say
/// @param entries in document order
public record FeedContent(
    String format,
    @Nullable String title,
    @Nullable String link,
    @Nullable String language,
    @Nullable String description,
    @Nullable String author,
    @Nullable String authorEmail,
    @Nullable String id,
    @Nullable Instant updated,
    @Nullable Instant published,
    @Nullable String image,
    @Nullable Duration pace,
    List<FeedEntry> entries) {
  public FeedContent {
    entries = List.copyOf(entries);
  }
}
