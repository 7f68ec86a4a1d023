package org.tabadla.understand.acts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.language.Numbers;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// A sentence in words, with what the lexicon knows in it.
///
/// @param text the whole article's
/// @param span of the sentence in it
record Sentence(String text, Lang lang, Span span, List<Word> words, Hits found, Figures figures) {
  private static final String COUNTRY = "country:";

  /// The numbers in a sentence, read when they are first asked for.
  static final class Figures {
    private @Nullable List<Figure> read;

    List<Figure> of(String sentence, Lang lang) {
      List<Figure> known = read;
      if (known == null) {
        known = Numbers.of(sentence, lang);
        read = known;
      }
      return known;
    }
  }

  /// @return all phrases, by where they begin
  List<Hit> hits() {
    return found.all();
  }

  /// @return offsets from the sentence's beginning
  List<Figure> numbers() {
    return figures.of(span.of(text), lang);
  }

  static Sentence of(String text, Span span, Lang lang, Lexicon lexicon) {
    List<Word> words = Word.cut(text, span.start(), span.end(), lang);
    return new Sentence(
        text, lang, span, words, new Hits(lexicon.in(words), words.size()), new Figures());
  }

  /// @return whether words of the article hold the name of a country
  boolean hasCountry(Span words) {
    return Concepts.in(words.of(text), lang).stream()
        .anyMatch(m -> m.concept().startsWith(COUNTRY));
  }

  /// @return whether they hold the name of a country or of a known organisation
  boolean hasBody(Span words) {
    return Concepts.in(words.of(text), lang).stream()
        .anyMatch(m -> m.concept().startsWith(COUNTRY) || m.concept().startsWith("org:"));
  }

  /// @return other words of the same article
  Sentence sibling(Span other) {
    Lexicon lexicon = Lexicon.of(lang);
    return lexicon == null ? this : of(text, other, lang, lexicon);
  }

  int size() {
    return words.size();
  }

  String key(int i) {
    return i < 0 || i >= words.size() ? "" : words.get(i).key();
  }

  Word word(int i) {
    return words.get(i);
  }

  /// @return whether a phrase of that label lies within the words
  boolean has(String label, int from, int to) {
    return first(label, from, to) != null;
  }

  @Nullable Hit first(String label, int from, int to) {
    for (Hit hit : found.beginning(from, to)) {
      if (hit.to() <= to && hit.label().equals(label)) {
        return hit;
      }
    }
    return null;
  }

  @Nullable Hit last(String label, int from, int to) {
    Hit last = null;
    for (Hit hit : found.beginning(from, to)) {
      if (hit.to() <= to && hit.label().equals(label)) {
        last = hit;
      }
    }
    return last;
  }

  /// @return where the longest phrase of that label that begins at a word ends; -1 for none
  int endAt(String label, int at) {
    int end = -1;
    for (Hit hit : at < 0 ? List.<Hit>of() : found.beginning(at, at + 1)) {
      if (hit.label().equals(label)) {
        end = Math.max(end, hit.to());
      }
    }
    return end;
  }

  boolean is(String label, int at) {
    return endAt(label, at) >= 0;
  }

  int count(String label, int from, int to) {
    int n = 0;
    int last = -1;
    for (Hit hit : found.beginning(from, to)) {
      if (hit.label().equals(label) && hit.to() <= to && hit.from() > last) {
        n++;
        last = hit.to() - 1;
      }
    }
    return n;
  }

  /// @return the span in the article of words, which must be at least one
  Span span(int from, int to) {
    return new Span(words.get(from).start(), words.get(to - 1).end());
  }

  /// @return the word that begins at or after an offset of the article
  int wordAt(int offset) {
    int i = 0;
    while (i < words.size() && words.get(i).start() < offset) {
      i++;
    }
    return i;
  }
}
