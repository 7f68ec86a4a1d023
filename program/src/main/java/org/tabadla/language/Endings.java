package org.tabadla.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
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

  /// By last letter, longest first.
  private final Map<Character, List<String>> ofNames = new HashMap<>();

  private final Map<Character, List<String>> ofWords = new HashMap<>();
  private final int rounds;
  private String article = "";

  private Endings(String lang) {
    rounds = STACKING.contains(lang) ? MOST_ENDINGS : 1;
    for (String[] row : Rows.ALL) {
      if (row[0].equals(lang)) {
        String affix = NameKeys.fold(row[2]);
        switch (row[1]) {
          case "head" -> heads.add(affix);
          case "article" -> article = affix;
          case "name" -> {
            add(ofNames, affix);
            add(ofWords, affix);
          }
          case "word" -> add(ofWords, affix);
          default -> throw new IllegalStateException("endings.tsv: " + row[1]);
        }
      }
    }
    Comparator<String> longestFirst = Comparator.comparingInt(String::length).reversed();
    heads.sort(longestFirst);
    ofNames.values().forEach(some -> some.sort(longestFirst));
    ofWords.values().forEach(some -> some.sort(longestFirst));
  }

  private static void add(Map<Character, List<String>> to, String ending) {
    to.computeIfAbsent(ending.charAt(ending.length() - 1), c -> new ArrayList<>()).add(ending);
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

  /// Arabic writes «and», «in» and «for» onto the word, and then maybe not its article: «وباكستان»,
  /// «للصين». As the letter may as well be the word's own, this gives what to try.
  List<String> withoutHead(String folded) {
    if (heads.isEmpty()) {
      return List.of();
    }
    var out = new LinkedHashSet<String>();
    for (String head : heads) {
      if (folded.startsWith(head) && folded.length() - head.length() >= SHORTEST_STEM_CHARS) {
        String rest = folded.substring(head.length());
        out.add(rest);
        out.add(article + rest);
        out.add(ofWord(rest));
      }
    }
    return List.copyOf(out);
  }

  private String stem(String folded, Map<Character, List<String>> endings) {
    String word = folded;
    for (int i = 0; i < rounds; i++) {
      String shorter = without(word, endings);
      if (shorter.length() == word.length()) {
        break;
      }
      word = shorter;
    }
    return word;
  }

  private static String without(String word, Map<Character, List<String>> endings) {
    if (word.length() <= SHORTEST_STEM_CHARS) {
      return word;
    }
    for (String ending : endings.getOrDefault(word.charAt(word.length() - 1), List.of())) {
      if (word.length() - ending.length() >= SHORTEST_STEM_CHARS && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
