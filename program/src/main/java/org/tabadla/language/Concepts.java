package org.tabadla.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import org.tabadla.model.Span;

/// Names that mean the same across languages and scripts: countries, cities, organisations, and
/// sounds.
public final class Concepts {
  private static final String MIDDLE_POINTS = "\u00B7\u30FB";
  private static final String JOINERS = " \u00A0\u200C-\u2010\u2011\u2013.,'\u2019" + MIDDLE_POINTS;
  private static final int LONGEST_GAP_CHARS = 3;
  private static final char URDU_STOP = '\u06D4';
  private static final int LONGEST_NAME_KEYS = 16;
  private static final String ARABIC_CLITICS = "\u0648\u0628\u0641\u0644\u06A9";
  private static final String ARTICLE = "\u0627\u0644";

  private Concepts() {}

  /// A known name found in a text.
  ///
  /// @param concept a language-free id: `country:PK`, `city:beijing`, `place:kashmir`, `org:sco`,
  ///   `person:xi-jinping`
  public record Mention(Span span, String concept, Name.Kind kind) {}

  /// Languages and currencies are no names and not given; {@link Numbers} gives currencies.
  ///
  /// @return known names in text order, longest first where they overlap
  public static List<Mention> in(String text, Lang lang) {
    List<ConceptKeys.Key> keys = ConceptKeys.of(text);
    List<Mention> out = new ArrayList<>();
    boolean arabic = "ar".equals(lang.primary());
    int i = 0;
    while (i < keys.size()) {
      Hit hit = longest(text, keys, i, keys.get(i).key());
      if (hit == null && arabic) {
        hit = withoutClitic(text, keys, i);
      }
      if (hit == null) {
        i++;
      } else {
        var span = new Span(keys.get(i).start(), keys.get(hit.next() - 1).end());
        out.add(new Mention(span, hit.concept(), kind(hit.concept())));
        i = hit.next();
      }
    }
    return out;
  }

  private record Hit(String concept, int next) {}

  private static @Nullable Hit longest(
      String text, List<ConceptKeys.Key> keys, int from, String first) {
    ConceptNames.Node node = ConceptNames.root().next(first);
    boolean upper = keys.get(from).upper();
    boolean caps = true;
    Hit best = null;
    int i = from;
    while (node != null) {
      caps &= keys.get(i).caps();
      if (node.concept() != null && upper && (caps || !node.needsCapitals())) {
        best = new Hit(node.concept(), i + 1);
      }
      i++;
      if (i >= keys.size() || i - from >= LONGEST_NAME_KEYS || !joins(text, keys, i)) {
        break;
      }
      node = node.next(keys.get(i).key());
    }
    return best;
  }

  /// @return whether a key goes on with the one before: at most spaces, hyphens, points, commas and
  ///   apostrophes part words, and nothing but a middle point parts characters that are keys by
  ///   themselves, since «近日，本市» names no Japan
  private static boolean joins(String text, List<ConceptKeys.Key> keys, int i) {
    int from = keys.get(i - 1).end();
    int to = keys.get(i).start();
    boolean single =
        ConceptKeys.isSingle(text.charAt(from - 1)) || ConceptKeys.isSingle(text.charAt(to));
    if (to - from == 1 && text.charAt(from) == URDU_STOP) {
      // An acronym: «ایس۔سی۔او».
      return true;
    }
    String joiners = single ? MIDDLE_POINTS : JOINERS;
    for (int at = from; at < to; at++) {
      if (joiners.indexOf(text.charAt(at)) < 0) {
        return false;
      }
    }
    return to - from <= LONGEST_GAP_CHARS;
  }

  /// Arabic writes «and», «in» and «for» onto the name: «وباكستان», «للصين».
  private static @Nullable Hit withoutClitic(String text, List<ConceptKeys.Key> keys, int i) {
    String key = keys.get(i).key();
    if (key.length() < 4 || ARABIC_CLITICS.indexOf(key.charAt(0)) < 0) {
      return null;
    }
    Hit plain = longest(text, keys, i, key.substring(1));
    boolean doubled = key.charAt(0) == key.charAt(1) && key.charAt(0) == ARTICLE.charAt(1);
    return plain == null && doubled ? longest(text, keys, i, ARTICLE + key.substring(2)) : plain;
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

  /// @return Latin letters for slugs and matching: «لاہور» gives `lahor`
  public static String romanize(String text, Lang lang) {
    return Sounds.romanize(text);
  }
}
