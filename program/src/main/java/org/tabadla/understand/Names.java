package org.tabadla.understand;

import java.util.ArrayList;
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
    List<Name> out = new ArrayList<>(all(title + "\n" + text, lang));
    out.sort(Comparator.comparingInt(Name::count).reversed());
    return out.size() > MOST_NAMES ? List.copyOf(out.subList(0, MOST_NAMES)) : out;
  }

  /// @return those of the text alone, first named first
  static List<Name> inText(String title, String text, Lang lang) {
    return all(text, lang);
  }

  private static List<Name> all(String text, Lang lang) {
    Map<String, Name> found = new LinkedHashMap<>();
    for (Named named : mentions(text, lang)) {
      found.merge(
          named.key(),
          new Name(
              new Text(named.span().of(text), lang), named.kind(), named.key(), named.concept(), 1),
          (a, b) -> new Name(a.text(), a.kind(), a.key(), a.concept(), a.count() + 1));
    }
    return List.copyOf(found.values());
  }

  /// @return every mention, in text order, none within another
  static List<Named> mentions(String text, Lang lang) {
    return Concepts.in(text, lang).stream()
        .map(m -> new Named(m.span(), m.kind(), m.concept(), m.concept()))
        .toList();
  }
}
