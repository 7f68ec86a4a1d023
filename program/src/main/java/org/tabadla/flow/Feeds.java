package org.tabadla.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Feed;
import org.tabadla.model.FeedId;
import org.tabadla.model.SourceId;

/// How a feed changes from visit to visit.
final class Feeds {
  private Feeds() {}

  /// A feed that was just added and is due now.
  static Feed added(
      SourceId source, Feed.Kind kind, String address, @Nullable String title, Instant now) {
    return new Feed(FeedId.of(address), source, kind, address, title, null, null, now, 0, 0, null);
  }

  /// After a visit that went well; `due` null when it is never to be visited again.
  static Feed well(
      Feed feed,
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable Instant due,
      long pace) {
    return after(feed, feed.title(), etag, lastModified, due, pace, 0, null);
  }

  /// After a visit that went wrong; what was known for conditional requests is kept.
  static Feed troubled(Feed feed, String trouble, @Nullable Instant due) {
    return after(
        feed,
        feed.title(),
        feed.etag(),
        feed.lastModified(),
        due,
        feed.pace(),
        feed.failures() + 1,
        trouble);
  }

  /// Under the title that it gives itself.
  static Feed titled(Feed feed, String title) {
    return asBefore(feed, title, feed.due());
  }

  /// Put off: nothing was learnt.
  static Feed later(Feed feed, @Nullable Instant due) {
    return asBefore(feed, feed.title(), due);
  }

  private static Feed asBefore(Feed feed, @Nullable String title, @Nullable Instant due) {
    return after(
        feed,
        title,
        feed.etag(),
        feed.lastModified(),
        due,
        feed.pace(),
        feed.failures(),
        feed.trouble());
  }

  private static Feed after(
      Feed feed,
      @Nullable String title,
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable Instant due,
      long pace,
      int failures,
      @Nullable String trouble) {
    return new Feed(
        feed.id(),
        feed.source(),
        feed.kind(),
        feed.address(),
        title,
        etag,
        lastModified,
        due,
        pace,
        failures,
        trouble);
  }
}
