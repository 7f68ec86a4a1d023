package org.tabadla.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An address that is visited: a feed, sitemap or page again and again, a folder or a WARC file
/// once.
///
/// @param source the outlet that it belongs to
/// @param address a URL, or an absolute path for a folder or WARC file
/// @param title as the feed or the operator calls it
/// @param etag of the last answer with a body, for conditional requests; null when none was given
/// @param lastModified likewise
/// @param due when it is to be visited next; null when it is done with (a folder wholly read)
/// @param pace how long to wait between visits, in seconds; adapts to how often the feed changes
/// @param failures visits that failed since the last that did not
/// @param trouble the last failure in one line (source, value seen, remedy), or null when all is
///   well
public record Feed(
    FeedId id,
    SourceId source,
    Kind kind,
    String address,
    @Nullable String title,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable Instant due,
    long pace,
    int failures,
    @Nullable String trouble) {
  /// What stands at the address.
  public enum Kind {
    FEED,
    SITEMAP,
    PAGE,
    FOLDER,
    WARC
  }
}
