package org.tabadla.register;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.tabadla.language.Lexicon;
import org.tabadla.model.Lang;

/// What a number is of, so that twelve projects do not contradict two agreements, nor a loan the
/// cost of the whole dam.
///
/// @param concept a language-free id; "" for what is not known
record Scope(String concept) {
  private static final String WORD = "word:";

  /// The scopes that are to be compared each by itself. Where there is but one, or none is known,
  /// all numbers are taken to be of the same.
  static List<Scope> of(List<Assertion> all, Function<Assertion, List<String>> told) {
    var known = new TreeSet<String>();
    all.forEach(a -> known.addAll(told.apply(a)));
    known.remove("");
    return known.size() < 2 ? List.of(new Scope("")) : known.stream().map(Scope::new).toList();
  }

  /// @return whether one of these belongs here
  boolean holds(List<String> told) {
    return concept.isEmpty() || told.contains(concept);
  }

  /// @return what the number of papers is of
  static List<String> ofCount(Assertion a) {
    Assertion.Worded instrument = a.instrument();
    return a.count() == null || instrument == null
        ? List.of()
        : List.of(of(instrument.words(), new Lang(a.origin().lang())));
  }

  static List<String> ofAmounts(Assertion a) {
    var lang = new Lang(a.origin().lang());
    return a.amounts().stream().map(s -> of(s.of(), lang)).toList();
  }

  /// @return the last word of the phrase that means the same in several languages, or ""
  static String of(String words, Lang lang) {
    return Lexicon.in(words, lang).stream()
        .map(Lexicon.Sense::concept)
        .filter(c -> c.startsWith(WORD))
        .reduce((first, last) -> last)
        .orElse("");
  }
}
