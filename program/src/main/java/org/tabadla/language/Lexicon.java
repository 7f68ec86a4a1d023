package org.tabadla.language;

import java.util.ArrayList;
import java.util.List;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// Words of the news that mean the same across languages: «عدالت», "court", 法院, «суд». Also
/// offices, nationalities, languages, currencies, months and days.
///
/// A word may have more than one meaning; the table holds the one that news uses.
public final class Lexicon {
  private Lexicon() {}

  /// A word found in a text.
  ///
  /// @param concept a language-free id: `word:court`, `office:prime-minister`, `month:7`,
  ///   `currency:PKR`; of a nationality the country, `country:PK`
  public record Sense(Span span, String concept) {}

  /// Names and words of one text, which is cut up only once.
  public record Known(List<Concepts.Mention> names, List<Sense> words) {}

  /// @return what {@link Concepts#in} and {@link #in} give
  public static Known all(String text, Lang lang) {
    NameKeys keys = NameKeys.of(text, lang);
    return new Known(Concepts.in(keys, lang), in(keys, lang));
  }

  /// @return known words in text order, none within another
  public static List<Sense> in(String text, Lang lang) {
    return in(NameKeys.of(text, lang), lang);
  }

  static List<Sense> in(NameKeys keys, Lang lang) {
    NameTrie words = ConceptNames.of(lang).words();
    List<Sense> out = new ArrayList<>();
    int i = 0;
    while (i < keys.size()) {
      NameTrie.Hit hit = words.longest(keys, i);
      if (hit == null) {
        i++;
      } else {
        out.add(new Sense(new Span(keys.start(i), keys.end(hit.next() - 1)), hit.concept()));
        i = hit.next();
      }
    }
    return out;
  }
}
