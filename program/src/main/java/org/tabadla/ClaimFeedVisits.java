package org.tabadla;

import org.tabadla.cli.TakenIn;
import org.tabadla.collect.Collector;
import org.tabadla.formats.ClaimReviewFeed;
import org.tabadla.model.Visit;
import org.tabadla.read.JsonLdScripts;
import org.tabadla.verify.feed.ClaimFeeds;
import org.tabadla.verify.feed.Followed;

/// Asks the feeds of other desks, as politely as every other page, and reads what they show:
/// JSON-LD, or a page with JSON-LD in it. A part of {@link Tabadla}'s wiring.
final class ClaimFeedVisits {
  private final Collector collector;
  private final ClaimFeeds feeds;

  ClaimFeedVisits(Collector collector, ClaimFeeds feeds) {
    this.collector = collector;
    this.feeds = feeds;
  }

  void visit(Followed feed) {
    switch (collector.visit(feed.url(), feed.etag(), feed.lastModified())) {
      case Visit.Fresh fresh -> {
        ClaimReviewFeed read = read(fresh.page().body().array());
        if (read.items().isEmpty() && !read.isWhole()) {
          feeds.failed(feed.url(), read.bad().getFirst(), null);
        } else {
          feeds.showed(feed.url(), fresh.etag(), fresh.lastModified(), TakenIn.of(read));
        }
      }
      case Visit.Unchanged _ -> feeds.unchanged(feed.url());
      case Visit.Throttled later -> feeds.failed(feed.url(), later.why(), later.retryAfter());
      case Visit.Refused(String why) -> feeds.failed(feed.url(), why, null);
      case Visit.Failed failed -> feeds.failed(feed.url(), failed.why(), null);
    }
  }

  private static ClaimReviewFeed read(byte[] bytes) {
    return isMarkup(bytes)
        ? ClaimReviewFeed.of(JsonLdScripts.of(bytes))
        : ClaimReviewFeed.read(bytes);
  }

  /// By its first sign; blanks and the marks of an encoding come before.
  private static boolean isMarkup(byte[] bytes) {
    int first = 0;
    while (first < bytes.length && bytes[first] <= ' ') {
      first++;
    }
    return first < bytes.length && bytes[first] == '<';
  }
}
