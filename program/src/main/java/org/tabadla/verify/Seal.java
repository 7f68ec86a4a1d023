package org.tabadla.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// An Ed25519 signature ([RFC 8032](https://www.rfc-editor.org/rfc/rfc8032)).
///
/// @param key the public key, Base64 of X.509
/// @param signature Base64
public record Seal(String key, String signature) {
  static final String ALGORITHM = "Ed25519";

  /// @return whether the words are those that were signed
  public boolean holds(String words) {
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
