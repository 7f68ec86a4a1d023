package org.tabadla.people;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.tabadla.model.Digest;

/// Ed25519 (RFC 8032) as the JDK has it, keys in their raw 32 bytes.
public final class SigningKey {
  private static final String ALGORITHM = "Ed25519";
  private static final int RAW_BYTES = 32;
  private static final int ID_CHARS = 16;
  private static final int BYTE_BITS = 8;

  private final PrivateKey secret;
  private final String raw;

  private SigningKey(PrivateKey secret, String raw) {
    this.secret = secret;
    this.raw = raw;
  }

  /// A new pair of keys from the JDK's strong randomness.
  public static SigningKey make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), raw((EdECPublicKey) pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  /// @param secret PKCS #8 in base64
  /// @param raw the public key, 32 bytes in base64
  static SigningKey of(String secret, String raw) {
    try {
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret));
      return new SigningKey(KeyFactory.getInstance(ALGORITHM).generatePrivate(spec), raw);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a kept key cannot be read", e);
    }
  }

  /// PKCS #8 in base64, for the shelf alone.
  String secret() {
    return Base64.getEncoder().encodeToString(secret.getEncoded());
  }

  /// The public key, 32 bytes in base64.
  public String raw() {
    return raw;
  }

  /// The first 16 hex digits of SHA-256 of the public key.
  public String id() {
    return id(raw);
  }

  static String id(String raw) {
    return Digest.sha256(Base64.getDecoder().decode(raw)).substring(0, ID_CHARS);
  }

  /// @return the signature over the text's UTF-8 bytes, in base64
  public String sign(String text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @param raw the public key, 32 bytes in base64
  /// @return whether the signature is that key's over this very text; false for what is no key or
  ///   no signature
  public static boolean verifies(String raw, String text, String signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key(Base64.getDecoder().decode(raw)));
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /// Tells whether a text is a public key: 32 bytes in base64 that are a point of the curve.
  public static boolean isOne(String raw) {
    try {
      key(Base64.getDecoder().decode(raw));
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /// @param raw the public key, 32 bytes in base64
  /// @throws IllegalArgumentException for what is none
  public static PublicKey publicKey(String raw) {
    try {
      return key(Base64.getDecoder().decode(raw));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no key of Ed25519: " + raw, e);
    }
  }

  /// Little-endian y with the sign of x in the top bit (RFC 8032 §5.1.2).
  private static PublicKey key(byte[] raw) throws GeneralSecurityException {
    if (raw.length != RAW_BYTES) {
      throw new IllegalArgumentException("a key of " + raw.length + " bytes");
    }
    byte[] y = reversed(raw);
    boolean odd = (y[0] & 0x80) != 0;
    y[0] &= 0x7F;
    var point = new EdECPoint(odd, new BigInteger(1, y));
    return KeyFactory.getInstance(ALGORITHM)
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }

  private static String raw(EdECPublicKey key) {
    byte[] y = new byte[RAW_BYTES];
    BigInteger left = key.getPoint().getY();
    for (int i = 0; i < RAW_BYTES; i++) {
      y[i] = left.shiftRight(i * BYTE_BITS).byteValue();
    }
    if (key.getPoint().isXOdd()) {
      y[RAW_BYTES - 1] |= (byte) 0x80;
    }
    return Base64.getEncoder().encodeToString(y);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] out = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      out[i] = bytes[bytes.length - 1 - i];
    }
    return out;
  }
}
