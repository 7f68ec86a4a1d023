package org.tabadla.web.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;
import org.tabadla.web.When;

/// One claim: where it appeared, what each organisation found, where partners stand.
///
/// @param silent organisations that review here and have not reviewed this claim
/// @param same claims that a person found to be the same
/// @param alike claims that the search finds like it
/// @param action where forms are sent to; null for who may only read
/// @param organisation whose forms they are
public record ClaimPage(
    Shell shell,
    String id,
    Said words,
    @Nullable Said speaker,
    @Nullable Said place,
    @Nullable String date,
    List<Shown> reviews,
    List<Said> silent,
    List<Joint> statements,
    Origin origin,
    List<ClaimLine> same,
    List<ClaimLine> alike,
    List<TrailLine> trail,
    String document,
    @Nullable String action,
    String organisation) {
  /// One organisation's review.
  ///
  /// @param by null for an organisation that has not told of itself
  /// @param seal `verify.seal.holds`, `verify.seal.broken` or `verify.seal.none`
  /// @param withdrawn the tombstone's reason; null while it stands
  public record Shown(
      String id,
      Said organisation,
      ClaimsPage.@Nullable ReviewerLine by,
      Said finding,
      @Nullable String scale,
      Said text,
      Said method,
      List<Link> evidence,
      When published,
      @Nullable String url,
      String seal,
      List<Dated> corrections,
      @Nullable Dated reply,
      @Nullable Dated withdrawn,
      boolean own) {}

  /// A page to read.
  public record Link(@Nullable String href, Said title) {}

  /// Words of a day.
  public record Dated(When at, Said words, @Nullable Said by) {}

  /// A joint statement with where each organisation stands.
  public record Joint(String id, Said text, Said proposer, When at, List<Stand> stands) {}

  /// Where one stands.
  ///
  /// @param stand a key of the interface's words; `stand.silent` for who has said nothing
  public record Stand(Said organisation, String stand, @Nullable Said words, String seal) {}

  /// Where the claim comes from: facts with their sources, and no conclusion.
  ///
  /// @param first the earliest appearance that is known, or null
  public record Origin(@Nullable Seen first, List<Seen> appearances) {}

  /// A page that carries the claim.
  ///
  /// @param article its page in this house, or null
  /// @param kept where the bytes are kept, or null
  /// @param versions how many versions of it are known, in words, or null
  public record Seen(
      @Nullable String href,
      @Nullable String article,
      Said title,
      Said source,
      When at,
      @Nullable String kept,
      @Nullable String sha256,
      @Nullable String versions,
      List<Copy> copies) {}

  /// An article that repeats another.
  ///
  /// @param changed how many words it changed, in words
  public record Copy(String href, Said title, Said source, When at, String changed) {}

  /// A line of the audit trail.
  public record TrailLine(long seq, When at, String actor, String kind) {}
}
