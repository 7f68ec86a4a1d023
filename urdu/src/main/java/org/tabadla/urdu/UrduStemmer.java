package org.tabadla.urdu;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings the plain and oblique forms of a noun together, where that is safe: «خبریں», «خبروں» to
/// «خبر»; «لڑکا», «لڑکے», «لڑکوں» by a closed list. Never touches a short word or a name's last
/// letters: «پاکستان», «چین», «زمین» stay whole.
final class UrduStemmer {
  private static final int SHORTEST_STEM_CHARS = 3;
  private static final String OBLIQUE = "\u0648\u06BA";
  private static final String PLURAL = "\u06CC\u06BA";
  private static final String FEMININE_PLURAL = "\u06CC\u0627\u06BA";
  private static final String FEMININE_OBLIQUE = "\u06CC\u0648\u06BA";
  private static final String ARABIC_PLURAL = "\u0627\u062A";
  private static final String SINGULAR_ENDINGS = "\u0627\u06C1\u06D2";

  private UrduStemmer() {}

  private static final class Nouns {
    static final Set<String> STEMS;
    static final Set<String> PLURALS;
    static final Set<String> GUARDS;

    static {
      List<String[]> rows = Rows.of("nouns.tsv", 2);
      STEMS = Rows.words(rows, "noun");
      PLURALS = Rows.words(rows, "plural");
      GUARDS =
          Rows.words(rows, "guard").stream()
              .map(UrduNormalizer::fold)
              .collect(Collectors.toUnmodifiableSet());
    }
  }

  /// @param word as {@link UrduNormalizer#fold} gives it
  static String stem(String word) {
    int n = word.length();
    if (n < SHORTEST_STEM_CHARS || Nouns.GUARDS.contains(word)) {
      return word;
    }
    if (SINGULAR_ENDINGS.indexOf(word.charAt(n - 1)) >= 0) {
      String stem = word.substring(0, n - 1);
      return Nouns.STEMS.contains(stem) ? stem : word;
    }
    if (word.endsWith(FEMININE_PLURAL) || word.endsWith(FEMININE_OBLIQUE)) {
      return n - 2 >= SHORTEST_STEM_CHARS ? word.substring(0, n - 2) : word;
    }
    if (word.endsWith(ARABIC_PLURAL)) {
      String stem = word.substring(0, n - 2);
      return Nouns.PLURALS.contains(stem) ? stem : word;
    }
    if (word.endsWith(OBLIQUE) || word.endsWith(PLURAL)) {
      String stem = word.substring(0, n - 2);
      return stem.length() >= SHORTEST_STEM_CHARS || Nouns.STEMS.contains(stem) ? stem : word;
    }
    return word;
  }
}
