package org.tabadla.verify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;

/// What one organisation found about a claim, in its own words and on its own scale.
///
/// @param organisation the id of the one whose review it is; of one taken in, its name
/// @param finding the organisation's own words, as last corrected: «جزوی طور پر درست»
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
/// @param takenFrom the feed or file that it was taken in from; null for one that was written here
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
    @Nullable Tombstone tombstone,
    @Nullable String takenFrom) {
  /// A number on an organisation's own scale; no direction is read into it.
  public record Scale(String value, String worst, String best) {}

  /// Something that the review rests on.
  public record Evidence(String url, String title) {}

  /// A change that the organisation told of.
  ///
  /// @param finding what it finds now; null where that is as before
  /// @param before what it found before; null likewise
  public record Correction(
      Instant at, Text words, @Nullable Text finding, @Nullable Text before, @Nullable Seal seal) {}

  /// The claimant's answer.
  public record Reply(Instant at, String by, Text words) {}

  /// What is left of a withdrawn review.
  public record Tombstone(Instant at, Text reason, @Nullable Seal seal) {}

  /// A review as its organisation writes it, before it is filed.
  public static Review written(
      String organisation,
      Text finding,
      @Nullable Scale scale,
      Text text,
      List<Evidence> evidence,
      Text method,
      Instant published,
      @Nullable String url) {
    return new Review(
        "",
        organisation,
        finding,
        scale,
        text,
        evidence,
        method,
        published,
        url,
        null,
        List.of(),
        null,
        null,
        null);
  }

  /// Whether an organisation of this house wrote it here. A feed may name anybody as its author.
  public boolean isOf(String id) {
    return takenFrom == null && organisation.equals(id);
  }

  /// @return what the organisation found when it published
  public Text first() {
    return corrections.stream()
        .flatMap(each -> java.util.stream.Stream.ofNullable(each.before()))
        .findFirst()
        .orElse(finding);
  }

  /// @return when the organisation last changed it; null when it never did
  public @Nullable Instant changed() {
    return corrections.isEmpty() ? null : corrections.getLast().at();
  }

  /// @return what was signed under an old seal
  String oldWords(String claim) {
    return String.join(
        "\n", "review", claim, organisation, first().value(), text.value(), method.value());
  }

  Review with(Instant at, Text words, @Nullable Text now, @Nullable Seal by) {
    var correction = new Correction(at, words, now, now == null ? null : finding, by);
    return copy(
        now == null ? finding : now, seal, Claim.plus(corrections, correction), reply, tombstone);
  }

  Review with(Reply answer) {
    return copy(finding, seal, corrections, answer, tombstone);
  }

  Review with(Tombstone stone) {
    return copy(finding, seal, corrections, reply, stone);
  }

  Review doneAt(Instant deed) {
    return copy(finding, Seal.doneAt(seal, deed), corrections, reply, tombstone);
  }

  Review sealed(Seal by) {
    return copy(finding, by, corrections, reply, tombstone);
  }

  /// As it begins in this house, whatever it says of later corrections.
  Review filed(String as, @Nullable String from) {
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
        null,
        List.of(),
        null,
        null,
        from);
  }

  private Review copy(
      Text found, @Nullable Seal by, List<Correction> c, @Nullable Reply r, @Nullable Tombstone t) {
    return new Review(
        id,
        organisation,
        found,
        scale,
        text,
        evidence,
        method,
        published,
        url,
        by,
        c,
        r,
        t,
        takenFrom);
  }
}
