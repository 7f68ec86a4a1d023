package org.tabadla.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Takes off what a language writes onto its words, so that forms of one word meet: «Пакистана»,
/// «Қазақстанға», «وباكستان».
///
/// The same is done to the names of the tables and to the words of a text, so a stem need be no
/// word. The affixes are in `endings.tsv`.
final class Endings {
  private static final int SHORTEST_STEM_CHARS = 3;
  private static final int MOST_LANGUAGES = 200;

  /// Languages that put one ending after another.
  private static final Set<String> STACKING = Set.of("kk", "ky", "tr", "az", "uz", "tt", "ug");

  private static final int MOST_ENDINGS = 4;
  private static final Map<String, Endings> KNOWN = new ConcurrentHashMap<>();
  private static final Endings NONE = new Endings("");

  private final List<String> heads = new ArrayList<>();
  private final List<String> ofNames = new ArrayList<>();
  private final List<String> ofWords = new ArrayList<>();
  private final int rounds;

  private Endings(String lang) {
    rounds = STACKING.contains(lang) ? MOST_ENDINGS : 1;
    for (String[] row : Rows.ALL) {
      if (row[0].equals(lang)) {
        String affix = NameKeys.fold(row[2]);
        switch (row[1]) {
          case "head" -> heads.add(affix);
          case "name" -> {
            ofNames.add(affix);
            ofWords.add(affix);
          }
          case "word" -> ofWords.add(affix);
          default -> throw new IllegalStateException("endings.tsv: " + row[1]);
        }
      }
    }
    Comparator<String> longestFirst = Comparator.comparingInt(String::length).reversed();
    heads.sort(longestFirst);
    ofNames.sort(longestFirst);
    ofWords.sort(longestFirst);
  }

  private static final class Rows {
    static final List<String[]> ALL = Tables.rows("endings.tsv", 3);
  }

  static Endings of(String lang) {
    Endings known = KNOWN.get(lang);
    if (known != null) {
      return known;
    }
    return KNOWN.size() > MOST_LANGUAGES ? NONE : KNOWN.computeIfAbsent(lang, Endings::new);
  }

  String ofName(String folded) {
    return stem(folded, ofNames);
  }

  String ofWord(String folded) {
    return stem(folded, ofWords);
  }

  private String stem(String folded, List<String> endings) {
    String word = folded;
    for (String head : heads) {
      if (word.startsWith(head) && word.length() - head.length() >= SHORTEST_STEM_CHARS) {
        word = word.substring(head.length());
        break;
      }
    }
    for (int i = 0; i < rounds; i++) {
      String shorter = without(word, endings);
      if (shorter.length() == word.length()) {
        break;
      }
      word = shorter;
    }
    return word;
  }

  private static String without(String word, List<String> endings) {
    for (String ending : endings) {
      if (word.length() - ending.length() >= SHORTEST_STEM_CHARS && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
