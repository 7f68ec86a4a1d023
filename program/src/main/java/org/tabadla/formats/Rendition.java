package org.tabadla.formats;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One file of an item.
///
/// @param name which of several: `main`, `thumbnail`, `rnd:highRes`
/// @param href where it is
/// @param contentType its media type
/// @param title words for the link
/// @param width in pixels
/// @param height in pixels
/// @param size in bytes
/// @param duration in seconds, unless `more` has a `durationunit`
/// @param more what else the format says, under the names of ninjs 3 or NewsML-G2
public record Rendition(
    String name,
    @Nullable String href,
    @Nullable String contentType,
    @Nullable String title,
    @Nullable Long width,
    @Nullable Long height,
    @Nullable Long size,
    @Nullable Double duration,
    Map<String, String> more) {
  public Rendition {
    more = Map.copyOf(more);
  }
}
