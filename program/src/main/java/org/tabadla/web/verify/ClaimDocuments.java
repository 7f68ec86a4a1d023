package org.tabadla.web.verify;

import java.time.ZoneOffset;
import java.util.List;
import org.tabadla.formats.ClaimReview;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Reviewer;
import org.tabadla.web.Safe;

/// Reviews as schema.org's ClaimReview.
final class ClaimDocuments {
  private ClaimDocuments() {}

  /// @return a JSON array, one ClaimReview a standing review
  static String json(Desk desk, Claim claim, String base) {
    List<String> all =
        claim.reviews().stream()
            .filter(r -> r.tombstone() == null)
            .map(r -> of(desk, claim, r, base).json())
            .toList();
    return "[" + String.join(",", all) + "]\n";
  }

  private static ClaimReview of(Desk desk, Claim claim, Review review, String base) {
    Review.Scale scale = review.scale();
    Reviewer by = desk.reviewer(review.organisation()).orElse(null);
    return new ClaimReview(
        review.url() == null ? base + ClaimPages.path(claim) + "#" + review.id() : review.url(),
        claim.words().value(),
        claim.speaker(),
        claim.date(),
        claim.appearances().stream()
            .map(Claim.Appearance::url)
            .filter(u -> Safe.href(u) != null)
            .toList(),
        by == null ? review.organisation() : by.name(),
        by == null || by.url() == null ? base + "/claims" : by.url(),
        day(review.published()),
        review.corrections().isEmpty() ? null : day(review.corrections().getLast().at()),
        review.finding().value(),
        scale == null ? null : new ClaimReview.Scale(scale.value(), scale.worst(), scale.best()),
        review.text().lang().isKnown() ? review.text().lang().tag() : null);
  }

  private static String day(java.time.Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
