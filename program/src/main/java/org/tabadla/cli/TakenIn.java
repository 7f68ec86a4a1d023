package org.tabadla.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.formats.ClaimReview;
import org.tabadla.formats.ClaimReviewFeed;
import org.tabadla.model.Lang;
import org.tabadla.verify.Review;
import org.tabadla.verify.feed.Item;
import org.tabadla.verify.feed.Showing;

/// Turns ClaimReview of elsewhere into what the desk of claims takes in.
public final class TakenIn {
  private TakenIn() {}

  /// @return what a feed or file of it shows
  public static Showing of(ClaimReviewFeed feed) {
    return new Showing(
        feed.items().stream().map(TakenIn::of).toList(), feed.bad(), feed.unread(), feed.isWhole());
  }

  private static Item of(ClaimReviewFeed.Item item) {
    ClaimReview review = item.review();
    ClaimReview.Scale scale = review.scale();
    return new Item(
        review.claim(),
        lang(review.language()),
        review.claimant(),
        review.claimed(),
        review.appearances(),
        Objects.requireNonNullElse(review.reviewer(), ""),
        Objects.requireNonNullElse(review.finding(), ""),
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
