package org.tabadla.verify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;

/// What one organisation found about a claim, in its own words and on its own scale.
///
/// @param organisation the id of the one whose review it is
/// @param finding the organisation's own words: «جزوی طور پر درست»
/// @param scale its number and its ends, or null where it gives none
/// @param text the review
/// @param evidence what it rests on
/// @param method how it was found
/// @param published when it came out
/// @param url where the organisation shows it, or null
/// @param seal the organisation's signature, or null for one taken in from elsewhere
/// @param corrections what the organisation changed, oldest first
/// @param reply what the claimant says to it, or null
/// @param tombstone null while it stands
public record Review(
    String id,
    String organisation,
    Text finding,
    @Nullable Scale scale,
    Text text,
    List<Evidence> evidence,
    Text method,
    Instant published,
    @Nullable String url,
    @Nullable Seal seal,
    List<Correction> corrections,
    @Nullable Reply reply,
    @Nullable Tombstone tombstone) {
  /// A number on an organisation's own scale; no direction is read into it.
  public record Scale(String value, String worst, String best) {}

  /// Something that the review rests on.
  public record Evidence(String url, String title) {}

  /// A change that the organisation told of.
  public record Correction(Instant at, Text words) {}

  /// The claimant's answer.
  public record Reply(Instant at, String by, Text words) {}

  /// What is left of a withdrawn review.
  public record Tombstone(Instant at, Text reason) {}

  /// @return what an organisation signs
  public String signed(String claim) {
    return String.join(
        "\n", "review", claim, organisation, finding.value(), text.value(), method.value());
  }

  Review with(Correction correction) {
    return copy(Claim.plus(corrections, correction), reply, tombstone);
  }

  Review with(Reply answer) {
    return copy(corrections, answer, tombstone);
  }

  Review with(Tombstone stone) {
    return copy(corrections, reply, stone);
  }

  /// As it begins in this house, whatever it says of later corrections.
  Review filed(String as, @Nullable Seal by) {
    return new Review(
        as,
        organisation,
        finding,
        scale,
        text,
        evidence,
        method,
        published,
        url,
        by,
        List.of(),
        null,
        null);
  }

  private Review copy(List<Correction> c, @Nullable Reply r, @Nullable Tombstone t) {
    return new Review(
        id, organisation, finding, scale, text, evidence, method, published, url, seal, c, r, t);
  }
}
