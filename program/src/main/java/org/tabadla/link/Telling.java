package org.tabadla.link;

import java.util.HashSet;
import java.util.Set;
import org.tabadla.language.Concepts;
import org.tabadla.language.Lexicon;
import org.tabadla.language.Numbers;
import org.tabadla.language.Sounding;
import org.tabadla.language.Transcription;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// One text by what a telling of the same event in another language would share: known names,
/// numbers, dates, words of the lexicon, words in Latin letters and the sound of other names.
///
/// @param bag features, how much of each, and how the text writes it
record Telling(Bag bag) {
  /// How much each sort of feature says.
  private enum Sort {
    NUMBER(1.1f),
    DATE(1),
    CONCEPT(1.2f),
    WORD(0.8f),
    LATIN(1.2f),
    SOUND(0.7f),
    FINE(0.7f),
    SYLLABLES(0.8f);

    final float weight;

    Sort(float weight) {
      this.weight = weight;
    }
  }

  private static final int MOST_CHARS = 20_000;
  private static final int MOST_FEATURES = 1_200;
  private static final int FEWEST_LATIN_CHARS = 2;
  private static final int FEWEST_SOUNDS = 3;
  private static final int FEWEST_FINE_SOUNDS = 3;
  private static final int FEWEST_SYLLABLES = 3;
  private static final char LAST_LATIN = '\u024F';
  private static final char FIRST_HAN = '\u2E80';

  static Telling of(String title, String text, Lang lang) {
    String both = title.isEmpty() ? text : title + "\n" + text;
    String head = both.length() <= MOST_CHARS ? both : both.substring(0, MOST_CHARS);
    return new Making(head, lang).make();
  }

  private static final class Making {
    private final String text;
    private final Lang lang;
    private final Set<String> known = new HashSet<>();
    private final Bag.Maker bag = new Bag.Maker(MOST_FEATURES);

    Making(String text, Lang lang) {
      this.text = text;
      this.lang = lang;
    }

    Telling make() {
      Lexicon.Known found = Lexicon.all(text, lang);
      for (Concepts.Mention mention : found.names()) {
        add(Sort.CONCEPT, mention.concept(), mention.span());
        know(mention.span());
      }
      for (Lexicon.Sense sense : found.words()) {
        boolean place = !sense.concept().startsWith("word:");
        add(place ? Sort.CONCEPT : Sort.WORD, sense.concept(), sense.span());
        know(sense.span());
      }
      for (Figure figure : Numbers.of(text, lang)) {
        figure(figure);
      }
      for (Terms.Word word : Terms.of(text, lang)) {
        word(word);
      }
      if (lang.primary().equals("zh") || lang.primary().equals("yue")) {
        for (Transcription.Heard heard : Transcription.in(text)) {
          if (heard.syllables().length() >= FEWEST_SYLLABLES) {
            add(Sort.SYLLABLES, heard.syllables(), heard.span());
          }
        }
      }
      return new Telling(bag.make());
    }

    /// What a table knows by its meaning need not be compared by its sound.
    private void know(Span span) {
      for (Terms.Word word : Terms.of(span.of(text), lang)) {
        known.add(word.surface());
      }
    }

    private void figure(Figure figure) {
      var span = new Span(figure.start(), figure.end());
      switch (figure.kind()) {
        case NUMBER, PERCENT, MONEY -> add(Sort.NUMBER, Marks.plain(figure.value()), span);
        case YEAR -> add(Sort.NUMBER, figure.value(), span);
        case DATE -> {
          add(Sort.DATE, figure.value(), span);
          for (String part : figure.value().split("[-:]", -1)) {
            if (part.chars().allMatch(Character::isDigit) && !part.isEmpty()) {
              add(Sort.NUMBER, Integer.toString(Integer.parseInt(part)), span);
            }
          }
        }
        case ORDINAL -> {
          // «پہلا» and «دوسری» stand everywhere.
        }
      }
    }

    private void word(Terms.Word word) {
      String surface = word.surface();
      if (word.number()) {
        add(Sort.NUMBER, Marks.plain(word.key()), surface);
        return;
      }
      int first = word.key().codePointAt(0);
      if (word.stop() || word.paired() || first >= FIRST_HAN) {
        return;
      }
      if (first <= LAST_LATIN && word.key().length() >= FEWEST_LATIN_CHARS) {
        add(Sort.LATIN, word.stem(), surface);
      }
      boolean caseless = !Character.isUpperCase(first) && !Character.isLowerCase(first);
      if ((caseless || word.capital()) && !known.contains(surface)) {
        sound(surface);
      }
    }

    private void sound(String surface) {
      Sounding sounds = Sounding.of(surface);
      if (sounds.coarse().length() >= FEWEST_SOUNDS) {
        add(Sort.SOUND, sounds.coarse(), surface);
      }
      if (sounds.fine().length() >= FEWEST_FINE_SOUNDS) {
        add(Sort.FINE, sounds.fine(), surface);
      }
      if (sounds.syllables().length() >= FEWEST_SYLLABLES) {
        add(Sort.SYLLABLES, sounds.syllables(), surface);
      }
    }

    private void add(Sort sort, String value, Span span) {
      add(sort, value, span.of(text));
    }

    private void add(Sort sort, String value, String surface) {
      bag.add(Hash.of(sort.name(), value), sort.weight, surface);
    }
  }
}
