package org.tabadla.press;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.tabadla.model.Bytes;
import org.tabadla.model.Digest;

/// What the press answers to one address.
sealed interface Answer {
  /// A body that can be asked for conditionally (RFC 9110 §13).
  ///
  /// @param type the whole `Content-Type`, which may lie about the charset
  /// @param etag with its quotes
  /// @param modified to the second
  record Leaf(String type, Bytes body, String etag, Instant modified) implements Answer {
    private static final int ETAG_CHARS = 16;

    static Leaf of(String type, byte[] body, Instant modified) {
      return new Leaf(type, new Bytes(body), tag(body), modified);
    }

    private static String tag(byte[] body) {
      return '"' + Digest.sha256(body).substring(0, ETAG_CHARS) + '"';
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
