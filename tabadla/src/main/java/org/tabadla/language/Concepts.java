package org.tabadla.language;

import java.util.List;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import org.tabadla.model.Span;

/// Names that mean the same across languages and scripts: countries, cities, organisations, and
/// sounds.
public final class Concepts {
  private Concepts() {}

  /// A known name found in a text.
  ///
  /// @param concept a language-free id: `country:PK`, `city:beijing`, `org:sco`, `lang:ur`,
  ///   `currency:USD`
  public record Mention(Span span, String concept, Name.Kind kind) {}

  /// @return known names in text order, longest first where they overlap
  public static List<Mention> in(String text, Lang lang) {
    return List.of();
  }

  /// @return the consonants of a word in a coarse class each, the same for «تارڑ», "Tarar" and
  ///   «Тарар»; "" when too few to mean anything
  public static String skeleton(String word, Lang lang) {
    return "";
  }

  /// @return Latin letters for slugs and matching: «لاہور» gives `lahor`
  public static String romanize(String text, Lang lang) {
    return text;
  }
}
