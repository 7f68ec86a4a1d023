package org.tabadla.link;

/// Features are compared by 64-bit hashes, so that no table of words has to be kept.
final class Hash {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hash() {}

  /// FNV-1a over UTF-16 code units, then mixed.
  static long of(String space, String word) {
    long h = OFFSET;
    for (int i = 0; i < space.length(); i++) {
      h = (h ^ space.charAt(i)) * PRIME;
    }
    h = (h ^ 0xFFFF) * PRIME;
    for (int i = 0; i < word.length(); i++) {
      h = (h ^ word.charAt(i)) * PRIME;
    }
    return mix(h);
  }

  /// The finaliser of MurmurHash3: every bit of the input reaches every bit of the result.
  static long mix(long h) {
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
