package org.tabadla.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/// How well groups match the true ones.
///
/// @param precision of BCubed (Bagga and Baldwin, 1998), as is `recall`
record StoryScore(double precision, double recall, double pairF1) {
  double f1() {
    return f1(precision, recall);
  }

  private static double f1(double p, double r) {
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  static StoryScore of(List<String> gold, List<String> told) {
    Map<String, Integer> golds = new HashMap<>();
    Map<String, Integer> tolds = new HashMap<>();
    Map<String, Integer> both = new HashMap<>();
    for (int i = 0; i < gold.size(); i++) {
      golds.merge(gold.get(i), 1, Integer::sum);
      tolds.merge(told.get(i), 1, Integer::sum);
      both.merge(gold.get(i) + "\t" + told.get(i), 1, Integer::sum);
    }
    double p = 0;
    double r = 0;
    for (int i = 0; i < gold.size(); i++) {
      double n = both.getOrDefault(gold.get(i) + "\t" + told.get(i), 0);
      p += n / tolds.getOrDefault(told.get(i), 1);
      r += n / golds.getOrDefault(gold.get(i), 1);
    }
    double pairs = pairs(both);
    double pairF1 = f1(pairs / Math.max(1, pairs(tolds)), pairs / Math.max(1, pairs(golds)));
    return new StoryScore(p / gold.size(), r / gold.size(), pairF1);
  }

  private static double pairs(Map<String, Integer> sizes) {
    return sizes.values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
  }

  /// @return F1 over those pairs of articles that `counts` names by their indices
  static double pairF1(List<String> gold, List<String> told, BiPredicate<Integer, Integer> counts) {
    double right = 0;
    double given = 0;
    double due = 0;
    for (int i = 0; i < gold.size(); i++) {
      for (int k = 0; k < i; k++) {
        if (counts.test(i, k)) {
          boolean one = gold.get(i).equals(gold.get(k));
          boolean said = told.get(i).equals(told.get(k));
          due += one ? 1 : 0;
          given += said ? 1 : 0;
          right += one && said ? 1 : 0;
        }
      }
    }
    return f1(right / Math.max(1, given), right / Math.max(1, due));
  }
}
