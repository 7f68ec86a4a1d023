package org.tabadla.bench;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// How much of a body was read and how much else with it: shares of word 4-grams, as Zyte's article
/// benchmark measures it, with every sign of scripts without spaces a word of its own.
///
/// @param precision of what was read, the share that is gold's; 1 when both are nothing
/// @param recall of gold, the share that was read
record BodyScore(double precision, double recall) {
  private static final int GRAM = 4;
  private static final Pattern NO_WORD = Pattern.compile("[\\p{Mn}\\p{Cf}\\u0640]");
  private static final Pattern WORD =
      Pattern.compile(
          "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff"
              + "\\uf900-\\ufaff]|[\\p{L}\\p{N}_&&[^\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff"
              + "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff]]+");

  static BodyScore of(String gold, String read) {
    Map<List<String>, Integer> wanted = grams(gold);
    Map<List<String>, Integer> found = grams(read);
    double common = 0;
    for (var entry : wanted.entrySet()) {
      common += Math.min(entry.getValue(), found.getOrDefault(entry.getKey(), 0));
    }
    double all = wanted.values().stream().mapToInt(i -> i).sum();
    double got = found.values().stream().mapToInt(i -> i).sum();
    return new BodyScore(got == 0 ? (all == 0 ? 1 : 0) : common / got, all == 0 ? 1 : common / all);
  }

  double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /// @return of the mean precision and the mean recall
  static BodyScore mean(List<BodyScore> scores) {
    return new BodyScore(
        scores.stream().mapToDouble(BodyScore::precision).average().orElse(0),
        scores.stream().mapToDouble(BodyScore::recall).average().orElse(0));
  }

  private static Map<List<String>, Integer> grams(String text) {
    String plain =
        NO_WORD
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
            .replaceAll("");
    List<String> words = new ArrayList<>();
    WORD.matcher(plain).results().forEach(match -> words.add(match.group()));
    Map<List<String>, Integer> grams = new HashMap<>();
    for (int i = 0; i + GRAM <= words.size(); i++) {
      grams.merge(List.copyOf(words.subList(i, i + GRAM)), 1, Integer::sum);
    }
    if (!words.isEmpty() && words.size() < GRAM) {
      grams.merge(List.copyOf(words), 1, Integer::sum);
    }
    return grams;
  }
}
