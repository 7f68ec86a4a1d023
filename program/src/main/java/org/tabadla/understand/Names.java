package org.tabadla.understand;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabadla.language.Concepts;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import org.tabadla.model.Text;

/// Finds the persons, places and organisations that an article names, by the tables of names across
/// scripts.
public final class Names {
  private static final int MOST_NAMES = 40;

  private Names() {}

  /// Finds names.
  ///
  /// @return most named first; one entry a concept, with the first spelling that the article uses
  public static List<Name> of(String title, String text, Lang lang) {
    String whole = title + "\n" + text;
    Map<String, Name> found = new LinkedHashMap<>();
    for (Concepts.Mention mention : Concepts.in(whole, lang)) {
      String words = mention.span().of(whole);
      String key = mention.concept();
      found.merge(
          key,
          new Name(new Text(words, lang), mention.kind(), key, mention.concept(), 1),
          (a, b) -> new Name(a.text(), a.kind(), a.key(), a.concept(), a.count() + 1));
    }
    return found.values().stream()
        .sorted(Comparator.comparingInt(Name::count).reversed())
        .limit(MOST_NAMES)
        .toList();
  }

  static List<Name> inText(String title, String text, Lang lang) {
    return of("", text, lang);
  }
}
