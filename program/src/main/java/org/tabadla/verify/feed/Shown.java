package org.tabadla.verify.feed;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Digest;

/// A review that a feed showed at the last visit, and where it stands here.
///
/// @param published null where the feed did not say
/// @param finding a digest of what it found there
public record Shown(String claim, String review, @Nullable Instant published, String finding) {
  static Shown of(String claim, String review, Item item) {
    return new Shown(claim, review, item.published(), digest(item));
  }

  private static String digest(Item item) {
    return Digest.brief(item.finding());
  }

  Shown saying(Item item) {
    return new Shown(claim, review, published, digest(item));
  }

  boolean says(Item item) {
    return finding.equals(digest(item));
  }

  /// Whether both are one review of this house.
  boolean isAt(Shown other) {
    return Objects.equals(claim, other.claim) && Objects.equals(review, other.review);
  }
}
