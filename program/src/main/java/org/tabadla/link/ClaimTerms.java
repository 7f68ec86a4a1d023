package org.tabadla.link;

import java.util.ArrayList;
import java.util.List;
import org.tabadla.language.Concepts;
import org.tabadla.language.LanguageGuess;
import org.tabadla.language.Stopwords;
import org.tabadla.model.Lang;

/// What a claim or a query is compared by: its words, folded and stemmed as the search index does
/// it, their pairs, and what a text in another language would share ({@link Telling}).
///
/// @param words hashes, one for each time a word stands there
/// @param pairs hashes of two words in a row
/// @param shared features that need no common language
record ClaimTerms(String lang, List<Long> words, List<Long> pairs, Bag shared) {
  private static final double SURE = 0.6;
  private static final int FEWEST_SOUND_LETTERS = 4;
  private static final int FEWEST_SOUNDS = 3;
  private static final float COMMON_SOUND = 0.4f;
  private static final String SOUND = "SOUND";

  static ClaimTerms of(String text, Lang given) {
    Lang lang = given.isKnown() ? given : guessed(text);
    List<Long> words = new ArrayList<>();
    List<Long> pairs = new ArrayList<>();
    String before = "";
    for (List<String> position : org.tabadla.language.Terms.folded(text, lang)) {
      String first = position.getFirst();
      if (Stopwords.contains(first, lang)) {
        continue;
      }
      for (String term : position) {
        words.add(Hash.of("claim", term));
      }
      if (!before.isEmpty()) {
        pairs.add(Hash.of("pair", before + " " + first));
      }
      before = first;
    }
    return new ClaimTerms(
        lang.primary(), List.copyOf(words), List.copyOf(pairs), shared(text, lang));
  }

  private static Lang guessed(String text) {
    LanguageGuess.Guess guess = LanguageGuess.of(text);
    boolean latin = text.chars().filter(c -> c >= 'A' && c <= 'z').count() * 2 > text.length();
    return (latin && guess.confidence() < SURE) || !guess.lang().isKnown() ? Lang.EN : guess.lang();
  }

  /// Besides what a telling shares, the sound of common words: «ویکسین» is "vaccine".
  private static Bag shared(String text, Lang lang) {
    Bag telling = Telling.of("", text, lang).bag();
    var maker = new Bag.Maker();
    for (int i = 0; i < telling.keys.length; i++) {
      maker.add(telling.keys[i], telling.weights[i], "");
    }
    if (lang.primary().equals("en")) {
      for (Terms.Word word : Terms.of(text, lang)) {
        if (!word.stop()
            && !word.number()
            && !word.capital()
            && word.key().length() >= FEWEST_SOUND_LETTERS) {
          String sound = Concepts.skeleton(word.surface(), lang);
          if (sound.length() >= FEWEST_SOUNDS) {
            maker.add(Hash.of(SOUND, sound), COMMON_SOUND, word.surface());
          }
        }
      }
    }
    return maker.make();
  }
}
