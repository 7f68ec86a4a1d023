package org.tabadla.link;

import java.util.Map;
import java.util.function.LongToDoubleFunction;

/// A bag weighed by how rare its features are and brought to length 1.
final class Vector {
  private final long[] keys;
  private final float[] weights;
  private final float[] rarities;

  private Vector(long[] keys, float[] weights, float[] rarities) {
    this.keys = keys;
    this.weights = weights;
    this.rarities = rarities;
  }

  /// @param bag its keys in ascending order
  static Vector of(Bag bag, LongToDoubleFunction rarity) {
    var weights = new float[bag.size()];
    var rarities = new float[bag.size()];
    double square = 0;
    for (int i = 0; i < weights.length; i++) {
      rarities[i] = (float) rarity.applyAsDouble(bag.keys[i]);
      weights[i] = bag.weights[i] * rarities[i];
      square += weights[i] * weights[i];
    }
    float length = square == 0 ? 1 : (float) Math.sqrt(square);
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= length;
    }
    return new Vector(bag.keys, weights, rarities);
  }

  int size() {
    return keys.length;
  }

  long[] keys() {
    return keys;
  }

  float[] weights() {
    return weights;
  }

  /// @return how rare each feature was when the vector was made
  float[] rarities() {
    return rarities;
  }

  /// @return the weight of a feature, 0 when it is not there
  float weight(long key) {
    int i = java.util.Arrays.binarySearch(keys, key);
    return i < 0 ? 0 : weights[i];
  }

  /// @return the product with another one, given as a map
  double dot(Map<Long, Float> other) {
    double sum = 0;
    for (int i = 0; i < keys.length; i++) {
      Float weight = other.get(keys[i]);
      if (weight != null) {
        sum += weights[i] * weight;
      }
    }
    return sum;
  }

  Map<Long, Float> map() {
    Map<Long, Float> out = java.util.HashMap.newHashMap(keys.length);
    for (int i = 0; i < keys.length; i++) {
      out.put(keys[i], weights[i]);
    }
    return out;
  }

  /// @return the indices of the heaviest features, heaviest first
  int[] heaviest(int most) {
    return Sketch.heaviest(weights, weights.length, most);
  }
}
