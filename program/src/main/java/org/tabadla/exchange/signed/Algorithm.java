package org.tabadla.exchange.signed;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Mac;

/// The ways to sign that RFC 9421 §3.3 registers, done by the JDK.
public enum Algorithm {
  RSA_PSS_SHA512("rsa-pss-sha512", "RSASSA-PSS"),
  RSA_V1_5_SHA256("rsa-v1_5-sha256", "SHA256withRSA"),
  // The format of fixed length, r and s one after the other; not ASN.1.
  ECDSA_P256_SHA256("ecdsa-p256-sha256", "SHA256withECDSAinP1363Format"),
  ECDSA_P384_SHA384("ecdsa-p384-sha384", "SHA384withECDSAinP1363Format"),
  ED25519("ed25519", "Ed25519"),
  HMAC_SHA256("hmac-sha256", "HmacSHA256");

  private static final int PSS_SALT_BYTES = 64;

  private final String registered;
  private final String jdk;

  Algorithm(String registered, String jdk) {
    this.registered = registered;
    this.jdk = jdk;
  }

  /// The name in the registry, as the parameter `alg` carries it.
  public String registered() {
    return registered;
  }

  /// The one with this registered name.
  ///
  /// @throws IllegalArgumentException where there is none
  public static Algorithm named(String registered) {
    for (Algorithm each : values()) {
      if (each.registered.equals(registered)) {
        return each;
      }
    }
    throw new IllegalArgumentException("no signature algorithm of RFC 9421: " + registered);
  }

  byte[] sign(Key key, byte[] base) throws GeneralSecurityException {
    if (this == HMAC_SHA256) {
      return mac(key, base);
    }
    Signature signature = prepared();
    signature.initSign((PrivateKey) key);
    signature.update(base);
    return signature.sign();
  }

  boolean verifies(Key key, byte[] base, byte[] signed) throws GeneralSecurityException {
    if (this == HMAC_SHA256) {
      return MessageDigest.isEqual(mac(key, base), signed);
    }
    Signature signature = prepared();
    signature.initVerify((PublicKey) key);
    signature.update(base);
    return signature.verify(signed);
  }

  private byte[] mac(Key key, byte[] base) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(jdk);
    mac.init(key);
    return mac.doFinal(base);
  }

  private Signature prepared() throws GeneralSecurityException {
    Signature signature = Signature.getInstance(jdk);
    if (this == RSA_PSS_SHA512) {
      signature.setParameter(
          new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, PSS_SALT_BYTES, 1));
    }
    return signature;
  }
}
