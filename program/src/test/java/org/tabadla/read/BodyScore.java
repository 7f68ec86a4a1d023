package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// How well extracted bodies meet the gold: the measure of Zyte's article extraction benchmark, F1
/// of the mean precision and mean recall over bags of four words, each page weighing the same.
final class BodyScore {
  private static final int RUN_WORDS = 4;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  private double precision;
  private int precisions;
  private double recall;
  private int recalls;
  private int exact;
  private int pages;

  /// @return F1 of this page alone
  double add(String gold, String guess) {
    List<String> wanted = words(gold);
    List<String> got = words(guess);
    Map<String, Integer> bag = new HashMap<>();
    runs(wanted).forEach(run -> bag.merge(run, 1, Integer::sum));
    int common = 0;
    List<String> guessed = runs(got);
    for (String run : guessed) {
      Integer left = bag.get(run);
      if (left != null && left > 0) {
        bag.put(run, left - 1);
        common++;
      }
    }
    int all = runs(wanted).size();
    pages++;
    exact += wanted.equals(got) ? 1 : 0;
    if (!guessed.isEmpty()) {
      precision += (double) common / guessed.size();
      precisions++;
    }
    if (all > 0) {
      recall += (double) common / all;
      recalls++;
    }
    int sum = all + guessed.size();
    return sum == 0 ? 1 : 2.0 * common / sum;
  }

  double f1() {
    double p = precisions == 0 ? 0 : precision / precisions;
    double r = recalls == 0 ? 0 : recall / recalls;
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  double precision() {
    return precisions == 0 ? 0 : precision / precisions;
  }

  double recall() {
    return recalls == 0 ? 0 : recall / recalls;
  }

  /// @return the share of pages whose words are the gold's from first to last
  double exact() {
    return pages == 0 ? 0 : (double) exact / pages;
  }

  int pages() {
    return pages;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(m -> m.group()).toList();
  }

  private static List<String> runs(List<String> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    if (words.size() < RUN_WORDS) {
      return List.of(String.join(" ", words));
    }
    var out = new ArrayList<String>(words.size());
    for (int i = 0; i + RUN_WORDS <= words.size(); i++) {
      out.add(String.join(" ", words.subList(i, i + RUN_WORDS)));
    }
    return out;
  }
}
