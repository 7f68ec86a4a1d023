package org.tabadla.press;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.tabadla.model.Bytes;

/// What the press answers to one address.
sealed interface Answer {
  /// A body that can be asked for conditionally (RFC 9110 §13).
  ///
  /// @param type the whole `Content-Type`, which may lie about the charset
  /// @param etag with its quotes
  /// @param modified to the second
  record Leaf(String type, Bytes body, String etag, Instant modified) implements Answer {
    private static final int ETAG_BYTES = 8;

    static Leaf of(String type, byte[] body, Instant modified) {
      return new Leaf(type, new Bytes(body), tag(body), modified);
    }

    private static String tag(byte[] body) {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
        return '"' + HexFormat.of().formatHex(hash, 0, ETAG_BYTES) + '"';
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }

  /// A permanent redirect (301).
  ///
  /// @param target absolute, or from the root
  record Moved(String target) implements Answer {}

  /// Nothing is here (404).
  record Missing(String type, Bytes body) implements Answer {
    static Missing plain() {
      return new Missing("text/plain", new Bytes("404".getBytes(StandardCharsets.US_ASCII)));
    }
  }
}
