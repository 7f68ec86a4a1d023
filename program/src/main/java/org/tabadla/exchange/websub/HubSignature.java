package org.tabadla.exchange.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Bytes;

/// `X-Hub-Signature`: `method=hex`, the HMAC of the body by the secret that subscriber and hub
/// share (WebSub §7.1, §8).
///
/// @param method how it was made
/// @param mac the HMAC itself
record HubSignature(Method method, Bytes mac) {
  private static final int LONGEST_HEADER_CHARS = 200;

  /// The methods of the Recommendation. SHA-1 is taken from old hubs and never given.
  enum Method {
    SHA1("sha1", "HmacSHA1"),
    SHA256("sha256", "HmacSHA256"),
    SHA384("sha384", "HmacSHA384"),
    SHA512("sha512", "HmacSHA512");

    private final String written;
    private final String algorithm;

    Method(String written, String algorithm) {
      this.written = written;
      this.algorithm = algorithm;
    }

    /// @return what the bytes of a body are fed to
    Mac keyed(String secret) {
      try {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
        return mac;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java has " + algorithm, e);
      }
    }

    private static Optional<Method> of(String name) {
      for (Method method : values()) {
        if (method.written.equals(name)) {
          return Optional.of(method);
        }
      }
      return Optional.empty();
    }
  }

  /// @param secret not empty
  /// @return the header's value
  static String of(Method method, String secret, Bytes body) {
    return method.written
        + "="
        + HexFormat.of().formatHex(method.keyed(secret).doFinal(body.array()));
  }

  /// @return what a header says; empty when there is none, or none of a known method and shape
  static Optional<HubSignature> read(@Nullable String header) {
    int equals = header == null ? -1 : header.indexOf('=');
    if (header == null || equals < 0 || header.length() > LONGEST_HEADER_CHARS) {
      return Optional.empty();
    }
    Optional<Method> method =
        Method.of(header.substring(0, equals).strip().toLowerCase(Locale.ROOT));
    try {
      byte[] mac = HexFormat.of().parseHex(header.substring(equals + 1).strip());
      return method.map(known -> new HubSignature(known, new Bytes(mac)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Compares in a time that tells nothing of where they part.
  boolean is(byte[] computed) {
    return MessageDigest.isEqual(mac.array(), computed);
  }
}
