package org.tabadla.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A sparse vector: features in ascending order and how much of each, at most as many as its maker
/// takes.
final class Bag {
  private static final int MOST = 400;
  private static final float[] NONE = {0};

  final long[] keys;
  final float[] weights;

  private Bag(long[] keys, float[] weights) {
    this.keys = keys;
    this.weights = weights;
  }

  int size() {
    return keys.length;
  }

  /// Collects a bag.
  static final class Maker {
    private final Map<Long, float[]> sums = new HashMap<>();
    private final int most;

    Maker() {
      this(MOST);
    }

    /// @param most how many features at most; later ones are left out
    Maker(int most) {
      this.most = most;
    }

    void add(long key, float weight) {
      float[] sum = sums.get(key);
      if (sum != null) {
        sum[0] += weight;
      } else if (sums.size() < most) {
        sums.put(key, new float[] {weight});
      }
    }

    /// @return the bag, a feature that stands n times weighing 1 + ln n
    Bag make() {
      var keys = new long[sums.size()];
      var weights = new float[sums.size()];
      int i = 0;
      for (long key : sums.keySet()) {
        keys[i++] = key;
      }
      Arrays.sort(keys);
      for (i = 0; i < keys.length; i++) {
        float[] sum = sums.getOrDefault(keys[i], NONE);
        weights[i] = sum[0] > 1 ? (float) (1 + Math.log(sum[0])) : sum[0];
      }
      return new Bag(keys, weights);
    }
  }
}
