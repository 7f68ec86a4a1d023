package org.tabadla.verify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;
import org.tabadla.people.CanonicalJson;

/// What organisations sign, word for word. Each is canonical JSON, so no value can pass for another
/// by a line break or a quotation mark in it. A change here would break every seal there is.
final class Signed {
  private Signed() {}

  /// The claim as it stood: its words cannot be changed under a review.
  record About(
      String id,
      Text words,
      @Nullable String speaker,
      @Nullable String place,
      @Nullable String date) {
    static About of(Claim claim) {
      return new About(claim.id(), claim.words(), claim.speaker(), claim.place(), claim.date());
    }
  }

  record OfReview(
      String what,
      About claim,
      String review,
      String organisation,
      Text finding,
      Review.@Nullable Scale scale,
      Text text,
      List<Review.Evidence> evidence,
      Text method,
      Instant published,
      @Nullable String url,
      Instant at) {}

  record OfCorrection(
      String what,
      About claim,
      String review,
      String organisation,
      Text words,
      @Nullable Text finding,
      Instant at) {}

  record OfStatement(
      String what, About claim, String statement, String organisation, Text text, Instant at) {}

  record OfPosition(
      String what,
      About claim,
      String statement,
      Text text,
      String organisation,
      String stand,
      Text words,
      Instant at) {}

  record OfProfile(
      String what,
      String organisation,
      String name,
      @Nullable String url,
      String ownership,
      String funding,
      String ownGovernment,
      Instant at) {}

  static String review(Claim claim, Review r, Instant at) {
    return CanonicalJson.of(
        new OfReview(
            "verify/review",
            About.of(claim),
            r.id(),
            r.organisation(),
            r.first(),
            r.scale(),
            r.text(),
            r.evidence(),
            r.method(),
            r.published(),
            r.url(),
            at));
  }

  static String correction(
      Claim claim, Review review, Text words, @Nullable Text finding, Instant at) {
    return CanonicalJson.of(
        new OfCorrection(
            "verify/correction",
            About.of(claim),
            review.id(),
            review.organisation(),
            words,
            finding,
            at));
  }

  static String withdrawal(Claim claim, Review review, Text reason, Instant at) {
    return CanonicalJson.of(
        new OfCorrection(
            "verify/withdrawal",
            About.of(claim),
            review.id(),
            review.organisation(),
            reason,
            null,
            at));
  }

  static String statement(Claim claim, Statement s, Instant at) {
    return CanonicalJson.of(
        new OfStatement("verify/statement", About.of(claim), s.id(), s.proposer(), s.text(), at));
  }

  static String position(
      Claim claim, Statement s, String by, Statement.Stand stand, Text words, Instant at) {
    return CanonicalJson.of(
        new OfPosition(
            "verify/position", About.of(claim), s.id(), s.text(), by, stand.word(), words, at));
  }

  static String profile(Reviewer r, Instant at) {
    return CanonicalJson.of(
        new OfProfile(
            "verify/profile",
            r.id(),
            r.name(),
            r.url(),
            r.ownership(),
            r.funding(),
            r.ownGovernment().name(),
            at));
  }
}
