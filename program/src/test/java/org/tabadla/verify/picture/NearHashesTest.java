package org.tabadla.verify.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The index finds what a look at every hash would find.
class NearHashesTest {
  @Test
  void everyHashWithinTheRadiusIsFoundAndNoOther() {
    var random = new Random(11);
    var index = new NearHashes();
    Set<Long> all = new HashSet<>();
    for (int i = 0; i < 300; i++) {
      long one = random.nextLong();
      for (int bits = 0; bits <= 14; bits++) {
        all.add(flipped(one, bits, random));
      }
    }
    all.forEach(index::add);
    for (long asked : all.stream().limit(500).toList()) {
      var expected = new HashSet<Long>();
      for (long other : all) {
        if (NearHashes.distance(asked, other) <= NearHashes.RADIUS) {
          expected.add(other);
        }
      }
      assertThat(index.near(asked)).isEqualTo(expected);
    }
  }

  private static long flipped(long hash, int bits, Random random) {
    long out = hash;
    while (NearHashes.distance(hash, out) < bits) {
      out ^= 1L << random.nextInt(64);
    }
    return out;
  }
}
