package org.tabadla.web.verify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.formats.ClaimReview;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import org.tabadla.verify.Reviewer;
import org.tabadla.web.Safe;
import org.tabadla.web.Steps;
import org.tabadla.web.Ui;

/// Reviews as schema.org's ClaimReview. A withdrawn one stays, with its status and without its
/// finding, so that whoever has taken it in learns of it.
final class ClaimDocuments {
  private static final int MOST_REVIEWS = 1_000;

  private ClaimDocuments() {}

  /// @return a JSON array, one ClaimReview a review
  static String json(Desk desk, Claim claim, String base) {
    List<String> all =
        claim.reviews().stream().map(r -> of(desk, claim, r, base).json(later(claim, r))).toList();
    return "[" + String.join(",", all) + "]\n";
  }

  /// Other desks take what is missing among older reviews for taken back, so the feed goes by when
  /// they were published and not by what changed last.
  ///
  /// @return the newest reviews that were written here, as a feed for other desks; what was taken
  ///   in from them is not told on
  static String feed(Desk desk, String base) {
    List<ClaimReview.Told> all =
        desk.written(MOST_REVIEWS).stream()
            .map(told ->
                new ClaimReview.Told(
                    of(desk, told.claim(), told.review(), base),
                    later(told.claim(), told.review())))
            .toList();
    return ClaimReview.feed("Tabadla", base + "/claims", all);
  }

  private static ClaimReview of(Desk desk, Claim claim, Review review, String base) {
    boolean stands = review.tombstone() == null;
    Review.Scale scale = stands ? review.scale() : null;
    Reviewer by =
        desk.reviewer(review.organisation()).filter(r -> review.isOf(r.id())).orElse(null);
    Instant changed = review.changed();
    String url = Safe.href(review.url());
    // Who is elsewhere has no page here.
    String home = by == null ? null : home(by, base);
    return new ClaimReview(
        url == null ? base + ClaimPages.path(claim) + "#" + review.id() : url,
        claim.words().value(),
        claim.speaker(),
        claim.date(),
        claim.appearances().stream()
            .map(Claim.Appearance::url)
            .filter(u -> Safe.href(u) != null)
            .toList(),
        by == null ? review.organisation() : by.name(),
        home,
        day(review.published()),
        changed == null ? null : day(changed),
        stands ? review.finding().value() : null,
        scale == null ? null : new ClaimReview.Scale(scale.value(), scale.worst(), scale.best()),
        tag(review.text().lang()));
  }

  private static String home(Reviewer by, String base) {
    String own = Safe.href(by.url());
    return own == null ? base + "/desk/" + Steps.of(by.id()) : own;
  }

  private static ClaimReview.Later later(Claim claim, Review review) {
    Review.Reply reply = review.reply();
    Review.Tombstone stone = review.tombstone();
    return new ClaimReview.Later(
        tag(claim.words().lang()),
        review.corrections().stream()
            .map(c -> new ClaimReview.Note(said(c.words()), null, day(c.at())))
            .toList(),
        reply == null
            ? null
            : new ClaimReview.Note(reply.words().value(), reply.by(), day(reply.at())),
        stone == null ? null : new ClaimReview.Note(said(stone.reason()), null, day(stone.at())));
  }

  private static String said(Text words) {
    return ReviewShapes.said(words, Ui.EN).value();
  }

  private static @Nullable String tag(Lang lang) {
    return lang.isKnown() ? lang.tag() : null;
  }

  private static String day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
