package org.tabadla.read;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of a feed, whatever its format was. Titles, names and categories are plain text;
/// addresses are absolute.
///
/// @param id as the feed wrote it
/// @param link the page that the entry is of
/// @param content safe HTML: the whole text, when the feed carries it
/// @param summary safe HTML
/// @param language BCP 47, when the entry says its own
/// @param enclosures attached media, in document order
/// @param image thumbnail or main picture
/// @param place where it happened, when the entry says
public record FeedEntry(
    @Nullable String id,
    @Nullable String title,
    @Nullable String link,
    @Nullable String author,
    @Nullable String authorEmail,
    @Nullable Instant published,
    @Nullable Instant updated,
    @Nullable String content,
    @Nullable String summary,
    @Nullable String language,
    List<String> categories,
    List<Enclosure> enclosures,
    @Nullable String image,
    @Nullable Place place) {
  public FeedEntry {
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
  }

  /// An attached file.
  ///
  /// @param type the media type as the feed says
  public record Enclosure(String url, @Nullable String type) {}

  /// A point on the Earth in degrees (WGS 84).
  public record Place(double latitude, double longitude) {}
}
