package org.tabadla.link;

import java.util.List;
import org.tabadla.language.Concepts;
import org.tabadla.language.LanguageGuess;
import org.tabadla.language.Stopwords;
import org.tabadla.model.Lang;

/// What a claim or a query is compared by: its words, folded and stemmed as the search index does
/// it, and what a text in another language would share ({@link Telling}).
///
/// @param lang the primary subtag
/// @param words for each word that tells something its terms, mostly one
/// @param shared features that need no common language
record ClaimTerms(String lang, List<List<String>> words, Bag shared) {
  private static final double SURE = 0.6;
  private static final int FEWEST_SOUND_LETTERS = 4;
  private static final int FEWEST_SOUNDS = 3;
  private static final float COMMON_SOUND = 0.4f;
  private static final String SOUND = "SOUND";

  static ClaimTerms of(String text, Lang given) {
    Lang lang = given.isKnown() ? given : guessed(text);
    List<List<String>> words =
        org.tabadla.language.Terms.folded(text, lang).stream()
            .filter(terms -> !Stopwords.contains(terms.getFirst(), lang))
            .toList();
    return new ClaimTerms(lang.primary(), words, shared(text, lang));
  }

  /// @return the hash by which a term is kept
  static int key(String term) {
    return (int) Hash.of("claim", term);
  }

  /// @return the hash of two words in a row
  static int pair(int before, int word) {
    return (int) Hash.mix(((long) before << Integer.SIZE) | Integer.toUnsignedLong(word));
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
