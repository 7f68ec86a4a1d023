package org.tabadla.exchange.signed;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.tabadla.model.Refusal;

/// A key with its name and the one algorithm that it is for.
///
/// The algorithm is the key's, never the message's: a message that could choose would let a public
/// key be used as a shared secret (RFC 9421 §7.3.6).
public record MessageKey(String id, Algorithm algorithm, Key key) {
  /// Shorter secrets are refused, in bytes.
  static final int FEWEST_SECRET_BYTES = 32;

  private static final List<String> FAMILIES = List.of("Ed25519", "EC", "RSA", "RSASSA-PSS");
  private static final int P256_BITS = 256;
  private static final int MOST_PEM_CHARACTERS = 64 * 1024;

  /// A shared secret.
  public static MessageKey secret(String id, byte[] secret) {
    if (secret.length < FEWEST_SECRET_BYTES) {
      throw new Refusal(
          "[" + id + "] a secret of " + secret.length + " bytes is too short",
          "use at least " + FEWEST_SECRET_BYTES + " bytes");
    }
    return new MessageKey(id, Algorithm.HMAC_SHA256, new SecretKeySpec(secret, "HmacSHA256"));
  }

  /// A key out of a PEM file: `PUBLIC KEY` (to verify) or `PRIVATE KEY` (to sign).
  public static MessageKey pem(String id, String pem) {
    boolean isPrivate = pem.contains("-----BEGIN PRIVATE KEY-----");
    if (pem.length() > MOST_PEM_CHARACTERS
        || (!isPrivate && !pem.contains("-----BEGIN PUBLIC KEY-----"))) {
      throw unreadable(id);
    }
    byte[] der;
    try {
      der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    } catch (IllegalArgumentException e) {
      throw unreadable(id);
    }
    for (String family : FAMILIES) {
      try {
        KeyFactory factory = KeyFactory.getInstance(family);
        return of(
            id,
            isPrivate
                ? factory.generatePrivate(new PKCS8EncodedKeySpec(der))
                : factory.generatePublic(new X509EncodedKeySpec(der)));
      } catch (GeneralSecurityException e) {
        // It is of another family; the next is tried.
      }
    }
    throw unreadable(id);
  }

  /// A key of the JDK's: RSA keys are taken to be for PSS.
  public static MessageKey of(String id, Key key) {
    if (!(key instanceof PublicKey) && !(key instanceof PrivateKey)) {
      throw unreadable(id);
    }
    return switch (key.getAlgorithm()) {
      case "Ed25519", "EdDSA" -> new MessageKey(id, Algorithm.ED25519, key);
      case "EC" ->
          new MessageKey(
              id,
              ((ECKey) key).getParams().getOrder().bitLength() <= P256_BITS
                  ? Algorithm.ECDSA_P256_SHA256
                  : Algorithm.ECDSA_P384_SHA384,
              key);
      default -> new MessageKey(id, Algorithm.RSA_PSS_SHA512, key);
    };
  }

  private static Refusal unreadable(String id) {
    return new Refusal(
        "[" + id + "] no key in PEM that can be read",
        "give PUBLIC KEY (X.509) to verify or PRIVATE KEY (PKCS #8) to sign;"
            + " openssl pkey converts others");
  }
}
