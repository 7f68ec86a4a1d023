package org.tabadla.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// An inverted index in memory, ranked by BM25 (Robertson & Zaragoza 2009, "The Probabilistic
/// Relevance Framework: BM25 and Beyond"). Not thread-safe.
final class ClaimPostings {
  private static final float K1 = 1.2f;
  private static final float B = 0.6f;

  /// What stands in so many texts tells none of them from the others and costs the most.
  private static final double COMMON = 0.25;

  private static final int ENOUGH_TEXTS = 1_000;

  private final Map<Long, List> lists = new HashMap<>();
  private float[] lengths = new float[16];
  private int size;
  private double total;

  /// Where a term stands, and how much of it.
  private static final class List {
    int[] places = new int[2];
    float[] amounts = new float[2];
    int size;

    void add(int place, float amount) {
      if (size > 0 && places[size - 1] == place) {
        amounts[size - 1] += amount;
        return;
      }
      if (size == places.length) {
        places = Arrays.copyOf(places, size * 2);
        amounts = Arrays.copyOf(amounts, size * 2);
      }
      places[size] = place;
      amounts[size++] = amount;
    }
  }

  /// Opens the next text; {@link #add} then fills it.
  void next() {
    if (size == lengths.length) {
      lengths = Arrays.copyOf(lengths, size * 2);
    }
    size++;
  }

  void add(long term, float amount) {
    lists.computeIfAbsent(term, t -> new List()).add(size - 1, amount);
    lengths[size - 1] += amount;
    total += amount;
  }

  int size() {
    return size;
  }

  /// @return how rare a term is; 0 for one that stands nowhere
  double rarity(long term) {
    List list = lists.get(term);
    return list == null ? 0 : Math.log(1 + (size - list.size + 0.5) / (list.size + 0.5));
  }

  /// @return by place, what all terms of a text weigh together
  float[] weights() {
    var out = new float[size];
    lists.forEach((term, list) -> {
      double rarity = rarity(term);
      for (int i = 0; i < list.size; i++) {
        out[list.places[i]] += (float) (rarity * list.amounts[i]);
      }
    });
    return out;
  }

  /// Adds what a term of a query is worth to the score of each text that holds it.
  ///
  /// @param covered counts how much of each text's weight the query has met
  void score(long term, double weight, float[] scores, float[] covered) {
    List list = lists.get(term);
    if (list == null || (size >= ENOUGH_TEXTS && list.size > COMMON * size)) {
      return;
    }
    double rare = rarity(term);
    double rarity = rare * weight;
    float mean = (float) (total / size);
    for (int i = 0; i < list.size; i++) {
      int place = list.places[i];
      float amount = list.amounts[i];
      float norm = K1 * (1 - B + B * lengths[place] / mean);
      scores[place] += (float) (rarity * amount * (K1 + 1) / (amount + norm));
      covered[place] += (float) (rare * amount);
    }
  }
}
