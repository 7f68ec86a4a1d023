package org.tabadla.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// In how many of the articles so far a feature stood, per language: one table of fixed size, in
/// which old counts fade.
final class Frequencies {
  private static final int SLOTS = 1 << 20;
  private static final int MOST_ARTICLES = 200_000;

  /// Before anything was seen a word counts as if this many articles did without it.
  private static final int UNSEEN_ARTICLES = 50;

  private static final int ENOUGH_ARTICLES = 100;
  private static final double COMMON = 0.3;

  private final int[] counts = new int[SLOTS];
  private final Map<String, int[]> articles = new HashMap<>();
  private int total;

  void add(String lang, Bag words, Bag marks, long salt) {
    for (long key : words.keys) {
      counts[slot(key)]++;
    }
    for (long mark : marks.keys) {
      counts[slot(Marks.bound(mark, salt))]++;
    }
    articles.computeIfAbsent(lang, l -> new int[1])[0]++;
    if (++total >= MOST_ARTICLES) {
      fade();
    }
  }

  private void fade() {
    Arrays.setAll(counts, i -> counts[i] / 2);
    articles.values().forEach(n -> n[0] /= 2);
    total /= 2;
  }

  int articles(String lang) {
    int[] n = articles.get(lang);
    return n == null ? 0 : n[0];
  }

  /// @param key a feature that was hashed with its language, or a mark that is bound to one
  /// @return ln(1 + N/df), smoothed; 0 of what nearly every article has
  double rarity(long key, int articlesOfLang) {
    int df = counts[slot(key)];
    if (articlesOfLang > ENOUGH_ARTICLES && df > COMMON * articlesOfLang) {
      return 0;
    }
    return Math.log(1 + (articlesOfLang + UNSEEN_ARTICLES) / (df + 0.5));
  }

  private static int slot(long key) {
    return (int) (key >>> 20) & (SLOTS - 1);
  }
}
