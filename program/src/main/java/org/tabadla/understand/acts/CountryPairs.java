package org.tabadla.understand.acts;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Two countries side by side before what is of both: «پاک چین کانفرنس», 中巴企业, "Pakistan-China
/// forum". News writes some of them short («پاک», 巴, "Sino"): rows `short.CC` of the lexicon.
final class CountryPairs {
  private static final String SHORT = "short.";
  private static final String COUNTRY = "country:";
  private static final String OF_BOTH = "of-both";
  private static final String HYPHENS = "-–—";

  private CountryPairs() {}

  /// @return both names, or none
  static List<Span> in(Sentence s, int from, int to) {
    for (int i = from; i < to; i++) {
      int end = countryEnd(s, i, to);
      int next = end > 0 && end < to && HYPHENS.contains(s.key(end)) ? end + 1 : end;
      int second = next > 0 ? countryEnd(s, next, to) : -1;
      boolean both = second > 0 && (s.is(OF_BOTH, second) || s.is(OF_BOTH, second + 1));
      if (both) {
        return List.of(s.span(i, end), s.span(next, second));
      }
    }
    return List.of();
  }

  /// @return the word after the name of a country that begins at a word; -1 for none
  private static int countryEnd(Sentence s, int at, int to) {
    if (at >= to) {
      return -1;
    }
    if (shortFor(s, at) != null) {
      return at + 1;
    }
    int start = s.word(at).start();
    int stop = s.word(Math.min(to, at + 3) - 1).end();
    for (Concepts.Mention mention : Concepts.in(s.text().substring(start, stop), s.lang())) {
      boolean here = mention.span().start() == 0 && mention.concept().startsWith(COUNTRY);
      return here ? s.wordAt(start + mention.span().end()) : -1;
    }
    return -1;
  }

  private static @Nullable Hit shortFor(Sentence s, int at) {
    for (Hit hit : s.hits()) {
      if (hit.from() == at && hit.label().startsWith(SHORT)) {
        return hit;
      }
    }
    return null;
  }

  /// @return the country that a short name stands for, null for other names. 巴 is 巴西 where the
  ///   article tells of Brazil and not of Pakistan.
  static @Nullable String concept(Sentence s, Span name) {
    Hit hit = shortFor(s, s.wordAt(name.start()));
    if (hit == null || s.word(hit.from()).end() != name.end()) {
      return null;
    }
    String usual = COUNTRY + hit.label().substring(SHORT.length()).toUpperCase(Locale.ROOT);
    List<String> told =
        Concepts.in(s.text(), s.lang()).stream()
            .filter(m -> m.concept().startsWith(COUNTRY))
            .filter(m -> m.span().of(s.text()).startsWith(name.of(s.text())))
            .map(Concepts.Mention::concept)
            .toList();
    return told.isEmpty() || told.contains(usual) ? usual : told.getFirst();
  }
}
