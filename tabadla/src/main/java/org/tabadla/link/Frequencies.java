package org.tabadla.link;

import java.util.HashMap;
import java.util.Map;

/// Running counts of how many texts hold a term. Old counts decay, so memory is bounded and
/// yesterday's news does not weigh for ever.
final class Frequencies {
  private static final int MOST_TERMS = 400_000;
  private static final double PRIOR_TEXTS = 20;

  private final Map<String, Float> counts = new HashMap<>();
  private double texts;

  void add(Iterable<String> terms) {
    texts++;
    for (String term : terms) {
      counts.merge(term, 1f, Float::sum);
    }
    if (counts.size() > MOST_TERMS) {
      texts /= 2;
      counts.replaceAll((_, n) -> n / 2);
      counts.values().removeIf(n -> n < 1);
    }
  }

  /// Tells how much a term says: 0 when every text holds it.
  double idf(String term) {
    double n = counts.getOrDefault(term, 0f);
    return Math.max(0, Math.log((texts + PRIOR_TEXTS) / (n + 0.5)));
  }
}
