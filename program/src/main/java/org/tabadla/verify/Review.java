package org.tabadla.verify;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
/// @param replies what the claimant says to it, oldest first; a later one erases none
/// @param tombstone null while it stands
/// @param takenFrom the feed or file that it was taken in from; null for one that was written here
/// @param alsoFrom further feeds and files that show it
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
    List<Reply> replies,
    @Nullable Tombstone tombstone,
    @Nullable String takenFrom,
    List<String> alsoFrom) {
  private static final int MOST_FEEDS = 20;

  /// Deeds of before name no replies and no further feeds.
  public Review {
    replies = Objects.requireNonNullElse(replies, List.of());
    alsoFrom = Objects.requireNonNullElse(alsoFrom, List.of());
  }

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

  /// The claimant's answer, as somebody in a newsroom has put it down.
  ///
  /// @param by who answers, as the newsroom says
  /// @param source where or how the claimant gave it: an address, or words such as «letter to the
  ///   desk, 3 March»; null in deeds of before
  /// @param recorder the organisation that put it down; null likewise
  /// @param writer the account that did so
  public record Reply(
      Instant at,
      String by,
      Text words,
      @Nullable String source,
      @Nullable String recorder,
      String writer) {}

  /// An answer that is to be put down, see {@link Reply}.
  public record Heard(String by, Text words, String source, String recorder) {}

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
        List.of(),
        null,
        null,
        List.of());
  }

  /// Whether an organisation of this house wrote it here. A feed may name anybody as its author.
  public boolean isOf(String id) {
    return takenFrom == null && organisation.equals(id);
  }

  /// @return the feeds and files that it was found in, the first first; none for one of this house
  public List<String> feeds() {
    return Stream.concat(Stream.ofNullable(takenFrom), alsoFrom.stream()).toList();
  }

  Review alsoFrom(String feed) {
    return feeds().contains(feed) || alsoFrom.size() >= MOST_FEEDS
        ? this
        : copy(finding, seal, corrections, replies, tombstone, Claim.plus(alsoFrom, feed));
  }

  /// @return what the organisation found when it published
  public Text first() {
    return corrections.stream()
        .flatMap(each -> Stream.ofNullable(each.before()))
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

  /// @return what the claimant said to it last, or null
  public @Nullable Reply reply() {
    return replies.isEmpty() ? null : replies.getLast();
  }

  /// What ended stays as it ended: two processes may have written at once.
  Review with(Instant at, Text words, @Nullable Text now, @Nullable Seal by) {
    if (tombstone != null) {
      return this;
    }
    var correction = new Correction(at, words, now, now == null ? null : finding, by);
    return copy(
        now == null ? finding : now, seal, Claim.plus(corrections, correction), replies, tombstone);
  }

  Review with(Reply answer) {
    return copy(finding, seal, corrections, Claim.plus(replies, answer), tombstone);
  }

  Review with(Tombstone stone) {
    return tombstone == null ? copy(finding, seal, corrections, replies, stone) : this;
  }

  Review doneAt(Instant deed) {
    return copy(finding, Seal.doneAt(seal, deed), corrections, replies, tombstone);
  }

  Review sealed(Seal by) {
    return copy(finding, by, corrections, replies, tombstone);
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
        List.of(),
        null,
        from,
        List.of());
  }

  private Review copy(
      Text found, @Nullable Seal by, List<Correction> c, List<Reply> r, @Nullable Tombstone t) {
    return copy(found, by, c, r, t, alsoFrom);
  }

  private Review copy(
      Text found,
      @Nullable Seal by,
      List<Correction> c,
      List<Reply> r,
      @Nullable Tombstone t,
      List<String> also) {
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
        takenFrom,
        also);
  }
}
