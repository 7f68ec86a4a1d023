package org.tabadla.verify.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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

  /// Of each band the hashes that have it, by its value.
  private final Bucket[][] bands = new Bucket[BANDS][1 << BAND_BITS];

  /// Hashes with one value of a band.
  private static final class Bucket {
    private long[] hashes = new long[1];
    private int size;

    private void add(long hash) {
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, size + Math.max(1, size / 2));
      }
      hashes[size++] = hash;
    }

    private boolean contains(long hash) {
      for (int i = 0; i < size; i++) {
        if (hashes[i] == hash) {
          return true;
        }
      }
      return false;
    }
  }

  /// Adds a hash; again changes nothing.
  void add(long hash) {
    if (isKnown(hash)) {
      return;
    }
    for (int i = 0; i < BANDS; i++) {
      int band = band(hash, i);
      if (bands[i][band] == null) {
        bands[i][band] = new Bucket();
      }
      bands[i][band].add(hash);
    }
  }

  /// Looked for where there is the least to look through.
  private boolean isKnown(long hash) {
    Bucket fewest = bands[0][band(hash, 0)];
    for (int i = 1; i < BANDS && fewest != null; i++) {
      Bucket other = bands[i][band(hash, i)];
      fewest = other == null || other.size < fewest.size ? other : fewest;
    }
    return fewest != null && fewest.contains(hash);
  }

  /// @return the known hashes that differ in at most {@link #RADIUS} bits, in no order
  Set<Long> near(long hash) {
    var out = new HashSet<Long>();
    for (int i = 0; i < BANDS; i++) {
      for (int flips : NEIGHBOURS) {
        Bucket bucket = bands[i][band(hash, i) ^ flips];
        for (int k = 0; bucket != null && k < bucket.size; k++) {
          if (distance(hash, bucket.hashes[k]) <= RADIUS) {
            out.add(bucket.hashes[k]);
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

  private static int band(long hash, int i) {
    return (int) (hash >>> (i * BAND_BITS)) & ((1 << BAND_BITS) - 1);
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
