package org.tabadla.language;

import java.util.ArrayList;
import java.util.List;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import org.tabadla.model.Span;
import org.tabadla.urdu.ConsonantSkeleton;

/// Names that mean the same across languages and scripts: countries, cities, organisations, and
/// sounds.
public final class Concepts {
  private Concepts() {}

  /// A known name found in a text.
  ///
  /// @param concept a language-free id: `country:PK`, `city:beijing`, `place:kashmir`, `org:sco`,
  ///   `person:xi-jinping`
  public record Mention(Span span, String concept, Name.Kind kind) {}

  /// Offices, languages, currencies and months are no names: {@link Lexicon} gives those.
  ///
  /// @return known names in text order, longest first where they overlap
  public static List<Mention> in(String text, Lang lang) {
    return in(NameKeys.of(text, lang), lang);
  }

  static List<Mention> in(NameKeys keys, Lang lang) {
    NameTrie names = ConceptNames.of(lang).names();
    List<Mention> out = new ArrayList<>();
    int i = 0;
    while (i < keys.size()) {
      NameTrie.Hit hit = names.longest(keys, i);
      if (hit == null) {
        i++;
      } else {
        var span = new Span(keys.start(i), keys.end(hit.next() - 1));
        out.add(new Mention(span, hit.concept(), kind(hit.concept())));
        i = hit.next();
      }
    }
    return out;
  }

  private static Name.Kind kind(String concept) {
    return concept.startsWith("person:")
        ? Name.Kind.PERSON
        : concept.startsWith("org:") ? Name.Kind.ORGANISATION : Name.Kind.PLACE;
  }

  /// @return the consonants of a word in a coarse class each, the same for «تارڑ», "Tarar" and
  ///   «Тарар»; "" when too few to mean anything
  public static String skeleton(String word, Lang lang) {
    return Sounds.skeleton(word);
  }

  /// @return the consonants of a word of any script, the same for «شہباز» and "Shehbaz", told apart
  ///   more finely than by {@link #skeleton}; "" when too few to mean anything
  public static String sounds(String word) {
    return ConsonantSkeleton.fine(Sounds.romanize(word));
  }

  /// @return Latin letters for slugs and matching: «لاہور» gives `lahor`
  public static String romanize(String text, Lang lang) {
    return Sounds.romanize(text);
  }
}
