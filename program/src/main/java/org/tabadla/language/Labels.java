package org.tabadla.language;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tabadla.model.Lang;

/// What a concept is called in a language: the first form that the tables have for it.
public final class Labels {
  private Labels() {}

  private static final class Known {
    static final Map<String, String> LABELS = new HashMap<>();

    static {
      for (String file : new String[] {"concepts.tsv", "lexicon.tsv"}) {
        for (ConceptNames.Row row : ConceptNames.rows(file)) {
          LABELS.putIfAbsent(key(row.concept(), row.lang()), row.forms().getFirst());
        }
      }
    }
  }

  private static String key(String concept, String lang) {
    return concept + '\t' + lang;
  }

  /// @param concept a language-free id: `city:beijing`, `org:sco`, `word:energy`
  /// @return empty where the tables have no name for it in that language; countries are CLDR's
  public static Optional<String> of(String concept, Lang lang) {
    return Optional.ofNullable(Known.LABELS.get(key(concept, lang.primary())));
  }
}
