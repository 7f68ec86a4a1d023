package org.tabadla.web.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;
import org.tabadla.web.When;
import org.tabadla.web.register.WatchBox;

/// One claim: where it appeared, what each organisation found, where partners stand.
///
/// @param bySpeaker the page of the speaker's claims, or null
/// @param silent organisations that review here and have not reviewed this claim
/// @param same claims that a person found to be the same
/// @param alike claims that the search finds like it, and that nobody has declined
/// @param requests listings by which newsrooms ask for its verification
/// @param hosts outlets of whose domain the reader's organisation has stated nothing
/// @param action where forms are sent to; null for who may only read
/// @param signs whether the forms by which an organisation signs are among them
/// @param organisation whose forms they are
/// @param watch the form by which the reader watches the claim; null for who cannot
public record ClaimPage(
    Shell shell,
    String id,
    Said words,
    @Nullable Said speaker,
    @Nullable String bySpeaker,
    @Nullable Said place,
    @Nullable String date,
    List<Shown> reviews,
    List<Said> silent,
    List<Joint> statements,
    Origin origin,
    List<ClaimLine> same,
    List<ClaimLine> alike,
    List<Link> requests,
    List<TrailLine> trail,
    String document,
    List<String> hosts,
    @Nullable String action,
    boolean signs,
    String organisation,
    @Nullable WatchBox watch) {
  /// One organisation's review.
  ///
  /// @param by null for an organisation that has not told of itself
  /// @param seal `verify.seal.` and what there is to say of it
  /// @param withdrawn the tombstone's reason; null while it stands
  /// @param takenFrom the feed that it came from; null for one that was written here
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
      List<Correction> corrections,
      List<Reply> replies,
      @Nullable Withdrawal withdrawn,
      List<Link> takenFrom,
      boolean own) {}

  /// A page to read.
  public record Link(@Nullable String href, Said title) {}

  /// What is left of a withdrawn review.
  public record Withdrawal(When at, Said words, String seal) {}

  /// What the claimant answers.
  ///
  /// @param by who answers, as the newsroom says that put it down
  /// @param source where or how; null where nobody has told
  /// @param recorder the newsroom that put it down; null where nobody has told
  /// @param writer the account that did so
  public record Reply(
      When at,
      Said words,
      Said by,
      @Nullable Link source,
      @Nullable Said recorder,
      String writer) {}

  /// What an organisation changed.
  ///
  /// @param before what it found before, or null
  public record Correction(When at, Said words, @Nullable Said before, String seal) {}

  /// A joint statement with where each organisation stands.
  ///
  /// @param href its own page
  public record Joint(
      String id, String href, Said text, Said proposer, When at, String seal, List<Stand> stands) {}

  /// Where one stands.
  ///
  /// @param stand a key of the interface's words; `stand.silent` for who has said nothing
  /// @param earlier what it held before, oldest first
  public record Stand(
      Said organisation,
      String stand,
      @Nullable Said words,
      @Nullable When at,
      String seal,
      List<Earlier> earlier) {}

  /// A position that was held before.
  public record Earlier(String stand, Said words, When at, String seal) {}

  /// Where the claim comes from: facts with their sources, and no conclusion.
  ///
  /// @param first the earliest appearance that is known, or null
  /// @param appearances the earliest hundred
  /// @param all how many there are, in words; null where all are shown
  public record Origin(@Nullable Seen first, List<Seen> appearances, @Nullable String all) {}

  /// A page that carries the claim.
  ///
  /// @param article its page in this house, or null
  /// @param kept where the bytes are kept, or null
  /// @param versions how many versions of it are known, in words, or null
  /// @param picture its lead picture, where the house has looked at it
  /// @param outlet what is on record of its outlet, or null
  public record Seen(
      @Nullable String href,
      @Nullable String article,
      Said title,
      Said source,
      When at,
      @Nullable String kept,
      @Nullable String sha256,
      @Nullable String versions,
      List<Copy> copies,
      @Nullable Picture picture,
      @Nullable Outlet outlet) {}

  /// An article that repeats another.
  ///
  /// @param changed how many words it changed, in words
  public record Copy(String href, Said title, Said source, When at, String changed) {}

  /// A picture that the house has looked at.
  ///
  /// @param size in points, with its type; the trouble where it could not be looked at
  /// @param credential a key of the interface's words
  /// @param credentialFacts generator, signer, what does not fit; may be blank
  public record Picture(
      @Nullable String href,
      Said size,
      @Nullable String sha256,
      @Nullable String credential,
      Said credentialFacts,
      List<Reuse> reuses) {}

  /// Another article with the same picture.
  ///
  /// @param how in words: the same file, or in how many of 64 bits it differs
  public record Reuse(String href, Said title, Said source, When since, String how) {}

  /// What is on record of an outlet.
  ///
  /// @param host its host name
  /// @param domain since when its domain is registered, by each who stated it
  public record Outlet(String host, List<Stated> domain) {}

  /// Since when a domain is registered.
  ///
  /// @param href where that can be read
  /// @param organisation the id of the one that states it
  public record Stated(String since, @Nullable String href, Said by, String organisation) {}

  /// A line of the audit trail.
  public record TrailLine(long seq, When at, String actor, String kind) {}
}
