package org.tabadla.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// An Ed25519 signature ([RFC 8032](https://www.rfc-editor.org/rfc/rfc8032)).
///
/// @param key the id of the organisation's key, 16 hex digits; of an old seal the public key
///   itself, Base64 of X.509
/// @param signature Base64
/// @param at when it was set, which it covers; null for an old seal, made before organisations had
///   keys of their own
public record Seal(String key, String signature, @Nullable Instant at) {
  private static final String ALGORITHM = "Ed25519";

  /// A seal counts as set when its deed was done, whatever it says itself: one that says another
  /// time does not fit, so that nobody can date words back to when a key was in force.
  static @Nullable Seal doneAt(@Nullable Seal seal, Instant deed) {
    return seal == null || seal.at() == null ? seal : new Seal(seal.key(), seal.signature(), deed);
  }

  /// @return whether an old seal, with its key in itself, is one over these words
  boolean heldOnce(String words) {
    try {
      var decoder = Base64.getDecoder();
      var spec = new X509EncodedKeySpec(decoder.decode(key));
      var check = Signature.getInstance(ALGORITHM);
      check.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(spec));
      check.update(words.getBytes(StandardCharsets.UTF_8));
      return check.verify(decoder.decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // A key or a signature that is none signs nothing.
    }
  }
}
