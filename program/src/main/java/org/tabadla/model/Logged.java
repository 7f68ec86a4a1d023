package org.tabadla.model;

import java.nio.charset.StandardCharsets;

/// A deed in its place in the {@link Journal}. Each entry's hash covers the one before, so that
/// none can be changed or taken out without all later hashes telling.
///
/// @param seq 1, 2, 3 … without gaps
/// @param hash SHA-256 over the hash before and the deed, 64 hex digits
public record Logged(long seq, Deed deed, String hash) {
  /// What stands before the first entry.
  public static final String BEGINNING = "0".repeat(64);

  /// Puts a deed behind an entry.
  ///
  /// @param before the hash of the entry before, or {@link #BEGINNING}
  public static Logged after(String before, long seq, Deed deed) {
    String plain = before + seq + ':' + deed.plain();
    return new Logged(seq, deed, Digest.sha256(plain.getBytes(StandardCharsets.UTF_8)));
  }

  /// Tells whether this entry is what was once put behind an entry with this hash.
  public boolean follows(String before) {
    return hash.equals(after(before, seq, deed).hash());
  }
}
