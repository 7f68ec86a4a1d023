package org.tabadla.web.verify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.tabadla.web.Ui;

/// Reviews as schema.org's ClaimReview. A withdrawn one stays, with its status and without its
/// finding, so that whoever has taken it in learns of it.
final class ClaimDocuments {
  private ClaimDocuments() {}

  /// @return a JSON array, one ClaimReview a review
  static String json(Desk desk, Claim claim, String base) {
    List<String> all =
        claim.reviews().stream().map(r -> of(desk, claim, r, base).json(later(claim, r))).toList();
    return "[" + String.join(",", all) + "]\n";
  }

  /// @return the reviews that were written here, as a feed for other desks; what was taken in from
  ///   them is not told on
  static String feed(Desk desk, List<Claim> claims, String base) {
    var all = new ArrayList<ClaimReview.Told>();
    for (Claim claim : claims) {
      for (Review review : claim.reviews()) {
        if (review.takenFrom() == null) {
          all.add(new ClaimReview.Told(of(desk, claim, review, base), later(claim, review)));
        }
      }
    }
    return ClaimReview.feed("Tabadla", base + "/claims", all);
  }

  private static ClaimReview of(Desk desk, Claim claim, Review review, String base) {
    boolean stands = review.tombstone() == null;
    Review.Scale scale = stands ? review.scale() : null;
    Reviewer by =
        desk.reviewer(review.organisation()).filter(r -> review.isOf(r.id())).orElse(null);
    Instant changed = review.changed();
    String url = Safe.href(review.url());
    String home = by == null ? null : Safe.href(by.url());
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
        home == null ? base + "/claims" : home,
        day(review.published()),
        changed == null ? null : day(changed),
        stands ? review.finding().value() : null,
        scale == null ? null : new ClaimReview.Scale(scale.value(), scale.worst(), scale.best()),
        tag(review.text().lang()));
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
