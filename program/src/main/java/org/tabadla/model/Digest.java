package org.tabadla.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Ids come from content: the same content has the same id on every machine, so a replay changes
/// nothing.
public final class Digest {
  private static final int SHORT_BYTES = 8;

  private Digest() {}

  /// @return SHA-256 of the bytes, 64 lower-case hex digits
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(hash(bytes));
  }

  /// @return the first 64 bits of SHA-256 of the UTF-8 text, 16 lower-case hex digits
  public static String brief(String text) {
    return HexFormat.of().formatHex(hash(text.getBytes(StandardCharsets.UTF_8)), 0, SHORT_BYTES);
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
