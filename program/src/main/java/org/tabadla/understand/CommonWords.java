package org.tabadla.understand;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tabadla.language.Letters;
import org.tabadla.model.Lang;

/// How common a word is in general news of its language.
///
/// `frequencies.tsv` holds levels, each twice as common as the one before; what is not in it is
/// rare. `stops.tsv` holds words that may be seldom but tell nothing of what a text is about.
final class CommonWords {
  private static final double RAREST = 0;
  private static final Map<String, Map<String, Integer>> LEVELS = new HashMap<>();
  private static final Map<String, Set<String>> STOPS = new HashMap<>();
  private static int highest = 1;

  static {
    for (String[] row : Table.rows("frequencies.tsv", 3)) {
      int level = Integer.parseInt(row[1]);
      highest = Math.max(highest, level);
      Map<String, Integer> words = LEVELS.computeIfAbsent(row[0], l -> new HashMap<>());
      for (String word : row[2].split(" ", -1)) {
        words.put(word, level);
      }
    }
    for (String[] row : Table.rows("stops.tsv", 2)) {
      var lang = new Lang(row[0]);
      Set<String> words = STOPS.computeIfAbsent(row[0], l -> new HashSet<>());
      for (String word : row[1].split(" ", -1)) {
        words.add(Letters.fold(word, lang));
      }
    }
  }

  private CommonWords() {}

  static boolean isStop(String key, Lang lang) {
    return STOPS.getOrDefault(lang.primary(), Set.of()).contains(key);
  }

  /// @return 0 for a rare word, 1 for the commonest
  static double commonness(String key, Lang lang) {
    Integer level = LEVELS.getOrDefault(lang.primary(), Map.of()).get(key);
    return level == null ? RAREST : (double) level / highest;
  }
}
