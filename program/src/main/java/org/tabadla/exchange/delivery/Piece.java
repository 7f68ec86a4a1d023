package org.tabadla.exchange.delivery;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What the sender says a piece's checksum is (tus 1.0.0, extension checksum).
///
/// @param algorithm one of {@link #ALGORITHMS}
/// @param checksum in Base64
public record Piece(String algorithm, String checksum) {
  /// By the names that the protocol gives them; it demands the first.
  public static final List<String> ALGORITHMS = List.of("sha1", "sha256", "md5");

  private static final int LONGEST_CHARS = 100;

  /// @param header the value of `Upload-Checksum`
  /// @return empty for an algorithm that is not known and for what is no checksum
  public static Optional<Piece> read(String header) {
    String[] parts = header.strip().split(" ", -1);
    if (header.length() > LONGEST_CHARS || parts.length != 2 || !ALGORITHMS.contains(parts[0])) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Piece(parts[0], base64(Base64.getDecoder().decode(parts[1]))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  MessageDigest digest() {
    return of(
        switch (algorithm) {
          case "sha1" -> "SHA-1";
          case "md5" -> "MD5";
          default -> "SHA-256";
        });
  }

  static MessageDigest of(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }

  boolean isOf(byte[] digest) {
    return checksum.equals(base64(digest));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
