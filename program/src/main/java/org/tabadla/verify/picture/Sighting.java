package org.tabadla.verify.picture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That an article carries a picture, and what the house saw when it fetched it. The picture's
/// bytes are not kept.
///
/// @param article the article's id
/// @param url the picture's address, as the article gives it
/// @param since when the article appeared
/// @param fetched when the picture was looked at
/// @param sha256 of its bytes; null where it could not be had
/// @param type by its first bytes; null where it is none that is decoded here
/// @param width in points; 0 likewise
/// @param hash 16 hex digits; null where it is too plain, or not decoded
/// @param credential null where it was not looked for
/// @param trouble why it could not be had or decoded, in one line; null where all is well
/// @param tries how often it was asked for
public record Sighting(
    String article,
    String url,
    Instant since,
    Instant fetched,
    @Nullable String sha256,
    @Nullable String type,
    int width,
    int height,
    @Nullable String hash,
    @Nullable Credential credential,
    @Nullable String trouble,
    int tries) {
  /// Another article with a picture that is the same or looks so.
  ///
  /// @param isSameFile whether the bytes are the same
  /// @param distance in how many of 64 bits the hashes differ
  public record Reuse(Sighting other, boolean isSameFile, int distance) {}
}
