package org.tabadla;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.collect.Collector;
import org.tabadla.formats.ClaimReview;
import org.tabadla.formats.ClaimReviewFeed;
import org.tabadla.model.Lang;
import org.tabadla.model.Visit;
import org.tabadla.read.LinkedData;
import org.tabadla.verify.Review;
import org.tabadla.verify.feed.ClaimFeeds;
import org.tabadla.verify.feed.Followed;
import org.tabadla.verify.feed.Item;

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
        feeds.showed(feed.url(), fresh.etag(), fresh.lastModified(), items(read), read.bad());
      }
      case Visit.Unchanged _ -> feeds.unchanged(feed.url());
      case Visit.Throttled later -> feeds.failed(feed.url(), later.why(), later.retryAfter());
      case Visit.Refused(String why) -> feeds.failed(feed.url(), why, null);
      case Visit.Failed failed -> feeds.failed(feed.url(), failed.why(), null);
    }
  }

  private static ClaimReviewFeed read(byte[] bytes) {
    int first = 0;
    while (first < bytes.length && (bytes[first] <= ' ' || bytes[first] == (byte) 0xBF)) {
      first++;
    }
    return first < bytes.length && bytes[first] == '<'
        ? ClaimReviewFeed.of(LinkedData.of(bytes).stream().map(ClaimReviewFeed::read).toList())
        : ClaimReviewFeed.read(bytes);
  }

  private static List<Item> items(ClaimReviewFeed feed) {
    return feed.items().stream().map(ClaimFeedVisits::item).toList();
  }

  static Item item(ClaimReviewFeed.Item item) {
    ClaimReview review = item.review();
    ClaimReview.Scale scale = review.scale();
    return new Item(
        review.claim(),
        lang(review.language()),
        review.claimant(),
        review.claimed(),
        review.appearances(),
        Objects.requireNonNullElse(review.reviewer(), ""),
        Objects.requireNonNullElse(review.finding(), "–"),
        scale == null ? null : new Review.Scale(scale.value(), scale.worst(), scale.best()),
        instant(review.published()),
        review.url(),
        item.isWithdrawn());
  }

  private static Lang lang(@Nullable String tag) {
    return tag != null && tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")
        ? new Lang(tag)
        : Lang.UND;
  }

  private static @Nullable Instant instant(@Nullable String written) {
    try {
      return written == null
          ? null
          : written.length() > "2025-01-01".length()
              ? OffsetDateTime.parse(written).toInstant()
              : LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
