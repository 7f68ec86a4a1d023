package org.tabadla.link;

import java.util.Arrays;

/// One sketch laid open in a small table, to be compared with many others.
final class Laid {
  private static final int SLOT_BITS = 8;
  private static final int SLOTS = 1 << SLOT_BITS;
  private static final int MOST_FEATURES = SLOTS / 2;

  /// The number of a feature in the sketch and one; 0 where none is.
  private final byte[] places = new byte[SLOTS];

  private final int[] keys = new int[SLOTS];
  private final float[] weights = new float[MOST_FEATURES];
  private Sketch sketch = Sketch.NONE;

  /// Does nothing when this very sketch lies there already.
  ///
  /// @param one of at most half as many features as there are slots
  @SuppressWarnings("ReferenceEquality") // the same sketch, not one alike
  void lay(Sketch one) {
    if (sketch == one) {
      return;
    }
    if (one.size() > MOST_FEATURES) {
      throw new IllegalArgumentException("too many features: " + one.size());
    }
    sketch = one;
    Arrays.fill(places, (byte) 0);
    for (int i = 0; i < one.size(); i++) {
      int key = one.keys()[i];
      int slot = slot(key);
      keys[slot] = key;
      places[slot] = (byte) (i + 1);
      weights[i] = one.weightAt(i);
    }
  }

  Sketch sketch() {
    return sketch;
  }

  private int slot(int key) {
    int slot = (key * 0x9E3779B9) >>> (Integer.SIZE - SLOT_BITS);
    while (places[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  /// @return where a feature stands in the sketch; -1 where it does not
  int at(int key) {
    return (places[slot(key)] & 0xFF) - 1;
  }

  float weightAt(int at) {
    return weights[at];
  }

  /// @return the cosine with another sketch
  double dot(Sketch other) {
    double sum = 0;
    int[] theirs = other.keys();
    for (int i = 0; i < theirs.length; i++) {
      int at = at(theirs[i]);
      if (at >= 0) {
        sum += weights[at] * other.weightAt(i);
      }
    }
    return sum;
  }

  /// @return the cosine with a sum of sketches
  double cosine(Centroid other) {
    double sum = 0;
    for (int i = 0; i < other.features(); i++) {
      int at = at(other.key(i));
      if (at >= 0) {
        sum += weights[at] * other.sum(i);
      }
    }
    return sum / other.length();
  }
}
