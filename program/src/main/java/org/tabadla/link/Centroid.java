package org.tabadla.link;

import java.util.HashMap;
import java.util.Map;

/// The sum of the vectors of a story's articles, kept small: light features are dropped.
final class Centroid {
  private static final int MOST_FEATURES = 1_200;
  private static final int KEPT_FEATURES = 600;

  private final Map<Long, Float> sums = new HashMap<>();
  private double square;
  private int size;

  int size() {
    return size;
  }

  void add(Vector vector) {
    change(vector, 1);
    size++;
    if (sums.size() > MOST_FEATURES) {
      prune();
    }
  }

  void subtract(Vector vector) {
    change(vector, -1);
    size--;
  }

  private void change(Vector vector, int sign) {
    for (int i = 0; i < vector.size(); i++) {
      float before = sums.getOrDefault(vector.keys()[i], 0f);
      float after = Math.max(0, before + sign * vector.weights()[i]);
      square += after * after - before * before;
      sums.put(vector.keys()[i], after);
    }
  }

  private void prune() {
    if (sums.size() > KEPT_FEATURES) {
      float[] weights = new float[sums.size()];
      int i = 0;
      for (float weight : sums.values()) {
        weights[i++] = weight;
      }
      java.util.Arrays.sort(weights);
      float least = weights[weights.length - KEPT_FEATURES];
      sums.values().removeIf(weight -> weight < least);
    }
    square = sums.values().stream().mapToDouble(w -> w * w).sum();
  }

  float weight(long key) {
    return sums.getOrDefault(key, 0f);
  }

  double cosine(Vector vector) {
    return square <= 0 ? 0 : vector.dot(sums) / Math.sqrt(square);
  }

  double cosine(Centroid other) {
    if (square <= 0 || other.square <= 0) {
      return 0;
    }
    if (other.sums.size() < sums.size()) {
      return other.cosine(this);
    }
    double sum = 0;
    for (var entry : sums.entrySet()) {
      sum += entry.getValue() * other.weight(entry.getKey());
    }
    return sum / Math.sqrt(square * other.square);
  }
}
