package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// The heaviest features of a text, brought to length 1: what is kept of it while it is compared.
/// Six bytes a feature.
///
/// @param keys narrowed features in ascending order
/// @param halves their weights as floats of 16 bits (IEEE 754 binary16): three digits are enough
@SuppressWarnings("ArrayRecordComponent") // compared by no one; the arrays are there for memory
record Sketch(int[] keys, short[] halves) {
  private static final int SORT_SHIFT = 60;
  private static final int SORT_BITS = 7;
  private static final int NARROW_SORT_SHIFT = 29;
  private static final int BODY_BITS = (1 << NARROW_SORT_SHIFT) - 1;

  static final Sketch NONE = new Sketch(new int[0], new short[0]);

  /// @return a feature in 32 bits; of a mark the upper three are still its sort
  static int narrow(long key) {
    return (((int) (key >>> SORT_SHIFT) & SORT_BITS) << NARROW_SORT_SHIFT)
        | ((int) key & BODY_BITS);
  }

  static Sketch of(Vector vector, int most) {
    int[] heaviest = vector.heaviest(most);
    var keys = new int[heaviest.length];
    var weights = new float[heaviest.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = narrow(vector.keys()[heaviest[i]]);
      weights[i] = vector.weights()[heaviest[i]];
    }
    return of(keys, weights);
  }

  /// @param keys in any order
  static Sketch of(int[] keys, float[] weights) {
    var packed = new long[keys.length];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      if (weights[i] > 0) {
        packed[n++] = ((long) keys[i] << Integer.SIZE) | i;
      }
    }
    Arrays.sort(packed, 0, n);
    var sorted = new int[n];
    var theirs = new float[n];
    double square = 0;
    for (int i = 0; i < n; i++) {
      sorted[i] = (int) (packed[i] >> Integer.SIZE);
      theirs[i] = weights[(int) packed[i]];
      square += theirs[i] * theirs[i];
    }
    float length = square == 0 ? 1 : (float) Math.sqrt(square);
    var halves = new short[n];
    for (int i = 0; i < n; i++) {
      halves[i] = Float.floatToFloat16(theirs[i] / length);
    }
    return new Sketch(sorted, halves);
  }

  int size() {
    return keys.length;
  }

  float weightAt(int at) {
    return Float.float16ToFloat(halves[at]);
  }

  float weight(int key) {
    int i = Arrays.binarySearch(keys, key);
    return i < 0 ? 0 : weightAt(i);
  }

  float[] weights() {
    var out = new float[halves.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = weightAt(i);
    }
    return out;
  }

  /// @return the indices of the heaviest features, heaviest first
  int[] heaviest(int most) {
    return heaviest(weights(), halves.length, most);
  }

  /// @param values not below zero, `size` of them
  /// @return the indices of the greatest, greatest first, of equal ones the first
  static int[] heaviest(float[] values, int size, int most) {
    // Floats that are not negative are ordered as their bits are.
    var packed = new long[size];
    for (int i = 0; i < size; i++) {
      packed[i] = ((long) ~Float.floatToRawIntBits(values[i]) << Integer.SIZE) | i;
    }
    Arrays.sort(packed);
    var out = new int[Math.min(most, size)];
    for (int i = 0; i < out.length; i++) {
      out[i] = (int) packed[i];
    }
    return out;
  }

  void write(DataOutput out) throws IOException {
    Packed.ints(out, keys);
    Packed.shorts(out, halves);
  }

  static Sketch read(DataInput in) throws IOException {
    return new Sketch(Packed.ints(in), Packed.shorts(in));
  }
}
