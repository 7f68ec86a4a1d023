package org.tabadla.understand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import org.tabadla.model.Text;

/// Finds the persons, places and organisations that an article names, by the tables of names across
/// scripts.
public final class Names {
  private static final int MOST_NAMES = 40;
  private static final int MOST_TOKENS = 6_000;

  /// Languages that write names with capitals and have their words in `name-words.tsv`.
  private static final Set<String> CASED = Set.of("en", "fr", "ru");

  private static final Set<String> URDU_LIKE = Set.of("ur", "pnb", "skr");

  private Names() {}

  /// Finds names.
  ///
  /// @return most named first; one entry a concept, with the first spelling that the article uses
  public static List<Name> of(String title, String text, Lang lang) {
    return of(title, mentions(title, lang, false), text, mentions(text, lang, true), lang);
  }

  static List<Name> of(
      String title, List<Named> titleNames, String text, List<Named> textNames, Lang lang) {
    Map<String, Name> found = new LinkedHashMap<>();
    count(title, titleNames, lang, found);
    count(text, textNames, lang, found);
    List<Name> out = new ArrayList<>(found.values());
    out.sort(Comparator.comparingInt(Name::count).reversed());
    return List.copyOf(out.subList(0, Math.min(out.size(), MOST_NAMES)));
  }

  private static void count(String text, List<Named> names, Lang lang, Map<String, Name> found) {
    for (Named named : names) {
      found.merge(
          named.key(),
          new Name(
              new Text(named.span().of(text), lang), named.kind(), named.key(), named.concept(), 1),
          (a, b) -> new Name(a.text(), a.kind(), a.key(), a.concept(), a.count() + 1));
    }
  }

  /// @param body whether the text is an article's, which may begin with a dateline; not a title
  /// @return every mention, in text order, none within another
  static List<Named> mentions(String text, Lang lang, boolean body) {
    List<Token> tokens = Token.of(text, lang, MOST_TOKENS);
    var proposals = new Proposals(text, lang, tokens);
    if (URDU_LIKE.contains(lang.primary())) {
      UrduNames.propose(lang, tokens, body, proposals);
    } else if (lang.primary().equals("zh")) {
      HanNames.propose(text, lang, tokens, proposals);
    } else if (CASED.contains(lang.primary())) {
      CasedNames.propose(text, lang, tokens, body, proposals);
    } else {
      proposals.addConcepts(kind -> 1);
    }
    return proposals.taken();
  }
}
