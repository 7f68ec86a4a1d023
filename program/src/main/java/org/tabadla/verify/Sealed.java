package org.tabadla.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;

/// Something that an organisation said here, with its seal and the very words that the seal is
/// over: all that the organisation says, the claim as it stands, and the time, as canonical JSON
/// ([RFC 8785](https://www.rfc-editor.org/rfc/rfc8785)).
///
/// @param what `review`, `correction`, `withdrawal`, `statement`, `position` or `profile`
/// @param id of the review, the statement or the organisation that it is about
/// @param seal null for what nobody signed here
/// @param words what the seal is over
public record Sealed(
    String what, String id, String organisation, @Nullable Seal seal, String words) {

  public static Sealed of(Claim claim, Review review) {
    Seal seal = review.seal();
    Instant at = seal == null ? null : seal.at();
    return new Sealed(
        "review",
        review.id(),
        review.organisation(),
        seal,
        at == null ? review.oldWords(claim.id()) : Signed.review(claim, review, at));
  }

  public static Sealed of(Claim claim, Review review, Review.Correction correction) {
    Seal seal = correction.seal();
    return new Sealed(
        "correction",
        review.id(),
        review.organisation(),
        seal,
        Signed.correction(
            claim, review, correction.words(), correction.finding(), at(seal, correction.at())));
  }

  public static Sealed of(Claim claim, Review review, Review.Tombstone stone) {
    Seal seal = stone.seal();
    return new Sealed(
        "withdrawal",
        review.id(),
        review.organisation(),
        seal,
        Signed.withdrawal(claim, review, stone.reason(), at(seal, stone.at())));
  }

  public static Sealed of(Claim claim, Statement statement) {
    Seal seal = statement.seal();
    return new Sealed(
        "statement",
        statement.id(),
        statement.proposer(),
        seal,
        Signed.statement(claim, statement, at(seal, statement.proposed())));
  }

  public static Sealed of(Claim claim, Statement statement, Statement.Position position) {
    Seal seal = position.seal();
    Instant at = seal.at();
    String by = position.organisation();
    Statement.Stand stand = position.stand();
    Text words = position.words();
    return new Sealed(
        "position",
        statement.id(),
        by,
        seal,
        at == null
            ? statement.oldWords(by, stand, words)
            : Signed.position(claim, statement, by, stand, words, at));
  }

  public static Sealed of(Reviewer reviewer) {
    Seal seal = reviewer.seal();
    return new Sealed(
        "profile",
        reviewer.id(),
        reviewer.id(),
        seal,
        Signed.profile(reviewer, at(seal, Instant.EPOCH)));
  }

  /// @return everything that organisations said of a claim, in the order of the page
  public static List<Sealed> all(Claim claim) {
    var out = new ArrayList<Sealed>();
    for (Review review : claim.reviews()) {
      out.add(of(claim, review));
      review.corrections().forEach(each -> out.add(of(claim, review, each)));
      Review.Tombstone stone = review.tombstone();
      if (stone != null) {
        out.add(of(claim, review, stone));
      }
    }
    for (Statement statement : claim.statements()) {
      out.add(of(claim, statement));
      statement.positions().forEach(each -> out.add(of(claim, statement, each)));
    }
    return out;
  }

  private static Instant at(@Nullable Seal seal, Instant otherwise) {
    Instant at = seal == null ? null : seal.at();
    return at == null ? otherwise : at;
  }
}
