package org.tabadla.verify.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the hashes within {@link #RADIUS} bits of one, exactly: of four bands of 16 bits, two
/// hashes that differ in at most 11 bits have one that differs in at most two, and all neighbours
/// of a band within two bits are looked up (multi-index hashing; Norouzi, Punjani, Fleet, 2012).
/// The time depends on how many hashes share a band, not on how many there are.
final class NearHashes {
  /// How many of the 64 bits may differ. Pictures that have nothing to do with each other differ in
  /// 32 on average, and in 10 or fewer once in a hundred million pairs.
  static final int RADIUS = 10;

  private static final int BANDS = 4;
  private static final int BAND_BITS = 16;
  private static final int[] NEIGHBOURS = neighbours();

  private final List<Map<Character, long[]>> bands = new ArrayList<>();
  private final Set<Long> known = new HashSet<>();

  NearHashes() {
    for (int i = 0; i < BANDS; i++) {
      bands.add(new HashMap<>());
    }
  }

  /// Adds a hash; again changes nothing.
  void add(long hash) {
    if (!known.add(hash)) {
      return;
    }
    for (int i = 0; i < BANDS; i++) {
      bands.get(i).merge(band(hash, i), new long[] {hash}, NearHashes::joined);
    }
  }

  /// @return the known hashes that differ in at most {@link #RADIUS} bits, in no order
  Set<Long> near(long hash) {
    var out = new HashSet<Long>();
    for (int i = 0; i < BANDS; i++) {
      char band = band(hash, i);
      for (int flips : NEIGHBOURS) {
        for (long other : bands.get(i).getOrDefault((char) (band ^ flips), new long[0])) {
          if (distance(hash, other) <= RADIUS) {
            out.add(other);
          }
        }
      }
    }
    return out;
  }

  /// @return in how many bits two hashes differ
  static int distance(long one, long other) {
    return Long.bitCount(one ^ other);
  }

  private static char band(long hash, int i) {
    return (char) (hash >>> (i * BAND_BITS));
  }

  private static long[] joined(long[] some, long[] more) {
    long[] out = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, out, some.length, more.length);
    return out;
  }

  /// @return what to flip so that at most two bits of a band differ
  private static int[] neighbours() {
    var out = new ArrayList<Integer>(List.of(0));
    for (int i = 0; i < BAND_BITS; i++) {
      out.add(1 << i);
      for (int j = 0; j < i; j++) {
        out.add((1 << i) | (1 << j));
      }
    }
    return out.stream().mapToInt(Integer::intValue).toArray();
  }
}
