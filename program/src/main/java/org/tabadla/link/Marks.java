package org.tabadla.link;

import java.util.List;
import org.tabadla.language.Concepts;
import org.tabadla.language.Lexicon;
import org.tabadla.language.Numbers;
import org.tabadla.language.Transcription;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;

/// What tellings of one event share in any language: numbers, dates, known names, words in Latin
/// letters and the sound of other names.
final class Marks {
  private Marks() {}

  /// What sort of mark; several sorts together are strong evidence, one sort alone is not.
  enum Sort {
    NUMBER(0, 1.2f),
    DATE(1, 1),
    CONCEPT(2, 1.2f),
    LATIN(3, 1),
    SOUND(4, 0.7f),
    WORD(5, 0.8f),
    FINE(6, 0.7f),
    SYLLABLES(7, 0.8f);

    /// Its number in the upper bits of a mark; the order of the constants.
    final int code;

    final float weight;

    Sort(int code, float weight) {
      this.code = code;
      this.weight = weight;
    }
  }

  private static final int LEAD_CHARS = 1_600;
  private static final int MOST_MARKS = 400;
  private static final int SORT_SHIFT = 60;
  private static final int NARROW_SORT_SHIFT = 29;
  private static final long BODY_BITS = (1L << SORT_SHIFT) - 1;
  private static final int FEWEST_LATIN_CHARS = 3;
  private static final int FEWEST_SOUND_CHARS = 3;
  static final int FEWEST_SYLLABLES = 3;
  private static final char LAST_LATIN = '\u024F';

  /// @return marks and how the article writes each
  static Bag of(Item item, List<Terms.Word> title, List<Terms.Word> text) {
    var making = new Bag.Maker(MOST_MARKS);
    known(item.title(), item.lang(), making);
    String lead = lead(item.text());
    known(lead, item.lang(), making);
    figures(item, lead, making);
    title.forEach(word -> word(word, making));
    int chars = 0;
    for (Terms.Word word : text) {
      word(word, making);
      chars += word.surface().length() + 1;
      if (chars > LEAD_CHARS) {
        break;
      }
    }
    return making.make();
  }

  private static final Sort[] SORTS = Sort.values();

  /// @param mark narrowed
  static Sort sort(int mark) {
    return SORTS[mark >>> NARROW_SORT_SHIFT];
  }

  private static void known(String text, Lang lang, Bag.Maker making) {
    Lexicon.Known found = Lexicon.all(text, lang);
    for (Concepts.Mention mention : found.names()) {
      add(making, Sort.CONCEPT, mention.concept(), mention.span().of(text));
    }
    for (Lexicon.Sense sense : found.words()) {
      Sort sort = sense.concept().startsWith("word:") ? Sort.WORD : Sort.CONCEPT;
      add(making, sort, sense.concept(), sense.span().of(text));
    }
    if (lang.primary().equals("zh") || lang.primary().equals("yue")) {
      for (Transcription.Heard heard : Transcription.in(text)) {
        if (heard.syllables().length() >= FEWEST_SYLLABLES) {
          add(making, Sort.SYLLABLES, heard.syllables(), heard.span().of(text));
        }
      }
    }
  }

  /// What news is about stands in its first paragraphs; the rest would only cost.
  private static String lead(String text) {
    return text.length() <= LEAD_CHARS ? text : text.substring(0, LEAD_CHARS);
  }

  private static void figures(Item item, String lead, Bag.Maker making) {
    String both = item.title() + "\n" + lead;
    for (Figure figure : Numbers.of(both, item.lang())) {
      String words = both.substring(figure.start(), figure.end());
      switch (figure.kind()) {
        case NUMBER, PERCENT, MONEY -> add(making, Sort.NUMBER, plain(figure.value()), words);
        case DATE, YEAR -> add(making, Sort.DATE, figure.value(), words);
        case ORDINAL -> {
          // «پہلا» and «دوسری» stand everywhere.
        }
      }
    }
  }

  /// 3.50 and 3.5 are one number.
  static String plain(String value) {
    String trimmed = value;
    if (value.indexOf('.') >= 0) {
      int end = value.length();
      while (value.charAt(end - 1) == '0') {
        end--;
      }
      trimmed = value.substring(0, value.charAt(end - 1) == '.' ? end - 1 : end);
    }
    return trimmed;
  }

  private static void word(Terms.Word word, Bag.Maker making) {
    if (word.number()) {
      add(making, Sort.NUMBER, plain(word.key()), word.surface());
      return;
    }
    if (word.stop() || word.paired()) {
      return;
    }
    int first = word.key().codePointAt(0);
    if (first <= LAST_LATIN && word.key().length() >= FEWEST_LATIN_CHARS) {
      add(making, Sort.LATIN, word.stem(), word.surface());
    }
    boolean caseless = !Character.isUpperCase(first) && !Character.isLowerCase(first);
    if (word.key().length() >= FEWEST_SOUND_CHARS && (caseless || word.capital())) {
      word.sounds().addTo(making, word.surface());
    }
  }

  private static void add(Bag.Maker making, Sort sort, String value, String surface) {
    making.add(mark(sort, value), sort.weight, surface);
  }

  static long mark(Sort sort, String value) {
    return (Hash.of(sort.name(), value) & BODY_BITS) | ((long) sort.code << SORT_SHIFT);
  }

  /// @return what binds narrowed marks to a language, so that how rare one is can be counted per
  ///   language
  static int salt(String lang) {
    return (int) Hash.of("marks", lang);
  }
}
