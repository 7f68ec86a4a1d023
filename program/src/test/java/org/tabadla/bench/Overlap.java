package org.tabadla.bench;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// How much of a text another holds, by runs of four words: the measure of [Zyte's
/// benchmark](https://github.com/scrapinghub/article-extraction-benchmark).
///
/// @param common share of the runs of either text that both have
/// @param extra share that only the answer has
/// @param missing share that only the gold has
public record Overlap(double common, double extra, double missing) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
  private static final int RUN = 4;

  /// Scripts that are written without spaces: each character counts as a word.
  private static final Pattern UNSPACED =
      Pattern.compile(
          "[\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3040-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF]");

  private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Cf}\\u0640]");

  public static Overlap of(List<String> gold, List<String> answer) {
    Map<List<String>, Integer> wanted = bag(gold);
    Map<List<String>, Integer> got = bag(answer);
    int common = 0;
    for (var run : wanted.entrySet()) {
      common += Math.min(run.getValue(), got.getOrDefault(run.getKey(), 0));
    }
    int extra = sum(got) - common;
    int missing = sum(wanted) - common;
    double total = (double) common + extra + missing;
    return total == 0
        ? new Overlap(0, 0, 0)
        : new Overlap(common / total, extra / total, missing / total);
  }

  /// @return F1 of this page
  double f1() {
    return f1(List.of(this));
  }

  /// F1 of many pages: of the mean precision and the mean recall, each over the pages that have
  /// one.
  public static double f1(List<Overlap> pages) {
    double precision =
        pages.stream()
            .filter(page -> page.common + page.extra > 0)
            .mapToDouble(page -> page.common / (page.common + page.extra))
            .average()
            .orElse(0);
    double recall =
        pages.stream()
            .filter(page -> page.common + page.missing > 0)
            .mapToDouble(page -> page.common / (page.common + page.missing))
            .average()
            .orElse(0);
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  public static List<String> words(String text) {
    return WORD.matcher(text).results().map(word -> word.group()).toList();
  }

  /// Words for every script: one form for each letter, no marks, unspaced scripts by character.
  public static List<String> units(String text) {
    String one = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String bare = MARKS.matcher(one).replaceAll("");
    return words(UNSPACED.matcher(bare).replaceAll(" $0 "));
  }

  private static Map<List<String>, Integer> bag(List<String> words) {
    Map<List<String>, Integer> bag = new HashMap<>();
    if (!words.isEmpty() && words.size() < RUN) {
      bag.put(words, 1);
    }
    for (int i = 0; i + RUN <= words.size(); i++) {
      bag.merge(new ArrayList<>(words.subList(i, i + RUN)), 1, Integer::sum);
    }
    return bag;
  }

  private static int sum(Map<List<String>, Integer> bag) {
    return bag.values().stream().mapToInt(Integer::intValue).sum();
  }
}
