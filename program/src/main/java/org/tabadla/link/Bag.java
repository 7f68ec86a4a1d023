package org.tabadla.link;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A sparse vector: features in ascending order, how much of each, and how the text writes it; at
/// most as many as its maker takes.
final class Bag {
  private static final int MOST = 400;
  private static final int FIRST_SLOTS = 256;

  static final Bag EMPTY = new Maker().make();

  final long[] keys;
  final float[] weights;
  private final @Nullable String[] shown;

  private Bag(long[] keys, float[] weights, @Nullable String[] shown) {
    this.keys = keys;
    this.weights = weights;
    this.shown = shown;
  }

  int size() {
    return keys.length;
  }

  /// @return how the text writes a feature; null when it has none of it
  @Nullable String shown(long key) {
    int at = Arrays.binarySearch(keys, key);
    return at < 0 ? null : shown[at];
  }

  /// @return how the text writes the feature at a place in {@link #keys}
  @Nullable String shownAt(int at) {
    return shown[at];
  }

  /// Collects a bag.
  static final class Maker {
    private final int most;
    private long[] keys = new long[FIRST_SLOTS];
    private float[] sums = new float[FIRST_SLOTS];

    /// Null where no feature is.
    private @Nullable String[] shown = new String[FIRST_SLOTS];

    private int size;

    Maker() {
      this(MOST);
    }

    /// @param most how many features at most; later ones are left out
    Maker(int most) {
      this.most = most;
    }

    /// @param surface how the text writes the feature; the first spelling is kept
    void add(long key, float weight, String surface) {
      int slot = slot(key);
      if (shown[slot] != null) {
        sums[slot] += weight;
      } else if (size < most) {
        if (++size * 2 > keys.length) {
          grow();
          slot = slot(key);
        }
        keys[slot] = key;
        sums[slot] = weight;
        shown[slot] = surface;
      }
    }

    /// @return where a feature is, or would be; keys are hashes already
    private int slot(long key) {
      int mask = keys.length - 1;
      int slot = (int) (key ^ (key >>> Integer.SIZE)) & mask;
      while (shown[slot] != null && keys[slot] != key) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private void grow() {
      long[] oldKeys = keys;
      float[] oldSums = sums;
      @Nullable String[] oldShown = shown;
      keys = new long[oldKeys.length * 2];
      sums = new float[keys.length];
      shown = new String[keys.length];
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldShown[i] != null) {
          int slot = slot(oldKeys[i]);
          keys[slot] = oldKeys[i];
          sums[slot] = oldSums[i];
          shown[slot] = oldShown[i];
        }
      }
    }

    /// @return the bag, a feature that stands n times weighing 1 + ln n
    Bag make() {
      var sorted = new long[size];
      int n = 0;
      for (int slot = 0; slot < keys.length; slot++) {
        if (shown[slot] != null) {
          sorted[n++] = keys[slot];
        }
      }
      Arrays.sort(sorted);
      var weights = new float[n];
      @Nullable String[] words = new String[n];
      for (int i = 0; i < n; i++) {
        int slot = slot(sorted[i]);
        weights[i] = sums[slot] > 1 ? (float) (1 + Math.log(sums[slot])) : sums[slot];
        words[i] = shown[slot];
      }
      return new Bag(sorted, weights, words);
    }
  }
}
