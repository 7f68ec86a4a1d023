package org.tabadla.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tabadla.language.Concepts;
import org.tabadla.language.Lexicon;
import org.tabadla.language.Numbers;
import org.tabadla.language.Transcription;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;

/// What tellings of one event share in any language: numbers, dates, known names, words in Latin
/// letters and the sound of other names.
///
/// @param shown each mark as the article writes it
record Marks(Bag bag, Map<Long, String> shown) {
  static final Marks NONE = new Marks(new Bag.Maker().make(), Map.of());

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
  private static final int FEWEST_SKELETON = 3;
  private static final int FEWEST_SYLLABLES = 3;
  private static final char LAST_LATIN = '\u024F';

  static Marks of(Item item, List<Terms.Word> title, List<Terms.Word> text) {
    var making = new Making();
    known(item.title(), item.lang(), making);
    String lead = lead(item.text());
    known(lead, item.lang(), making);
    figures(item, lead, making);
    title.forEach(word -> word(word, item.lang(), making));
    int chars = 0;
    for (Terms.Word word : text) {
      word(word, item.lang(), making);
      chars += word.surface().length() + 1;
      if (chars > LEAD_CHARS) {
        break;
      }
    }
    return new Marks(making.bag.make(), making.shown);
  }

  private static final Sort[] SORTS = Sort.values();

  /// @param mark narrowed
  static Sort sort(int mark) {
    return SORTS[mark >>> NARROW_SORT_SHIFT];
  }

  private static void known(String text, Lang lang, Making making) {
    Lexicon.Known found = Lexicon.all(text, lang);
    for (Concepts.Mention mention : found.names()) {
      making.add(Sort.CONCEPT, mention.concept(), mention.span().of(text));
    }
    for (Lexicon.Sense sense : found.words()) {
      Sort sort = sense.concept().startsWith("word:") ? Sort.WORD : Sort.CONCEPT;
      making.add(sort, sense.concept(), sense.span().of(text));
    }
    if (lang.primary().equals("zh") || lang.primary().equals("yue")) {
      for (Transcription.Heard heard : Transcription.in(text)) {
        if (heard.syllables().length() >= FEWEST_SYLLABLES) {
          making.add(Sort.SYLLABLES, heard.syllables(), heard.span().of(text));
        }
      }
    }
  }

  /// What news is about stands in its first paragraphs; the rest would only cost.
  private static String lead(String text) {
    return text.length() <= LEAD_CHARS ? text : text.substring(0, LEAD_CHARS);
  }

  private static void figures(Item item, String lead, Making making) {
    List<Figure> given = item.figures();
    String both = given == null ? item.title() + "\n" + lead : lead;
    List<Figure> figures = given == null ? Numbers.of(both, item.lang()) : given;
    for (Figure figure : figures) {
      if (figure.end() > both.length()) {
        continue;
      }
      String words = both.substring(figure.start(), figure.end());
      switch (figure.kind()) {
        case NUMBER, PERCENT, MONEY -> making.add(Sort.NUMBER, plain(figure.value()), words);
        case DATE, YEAR -> making.add(Sort.DATE, figure.value(), words);
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

  private static void word(Terms.Word word, Lang lang, Making making) {
    if (word.number()) {
      making.add(Sort.NUMBER, plain(word.key()), word.surface());
      return;
    }
    if (word.stop() || word.paired()) {
      return;
    }
    int first = word.key().codePointAt(0);
    if (first <= LAST_LATIN && word.key().length() >= FEWEST_LATIN_CHARS) {
      making.add(Sort.LATIN, word.stem(), word.surface());
    }
    boolean caseless = !Character.isUpperCase(first) && !Character.isLowerCase(first);
    if (word.key().length() >= FEWEST_SOUND_CHARS && (caseless || word.capital())) {
      Sounds sounds = Sounds.of(word.surface(), lang);
      making.sound(Sort.SOUND, sounds.coarse(), FEWEST_SKELETON, word.surface());
      making.sound(Sort.FINE, sounds.fine(), FEWEST_SKELETON, word.surface());
      making.sound(Sort.SYLLABLES, sounds.syllables(), FEWEST_SYLLABLES, word.surface());
    }
  }

  private static final class Making {
    final Bag.Maker bag = new Bag.Maker();
    final Map<Long, String> shown = new HashMap<>();

    void sound(Sort sort, String value, int fewest, String surface) {
      if (value.length() >= fewest) {
        add(sort, value, surface);
      }
    }

    void add(Sort sort, String value, String surface) {
      long hash = Hash.of(sort.name(), value) & BODY_BITS;
      long mark = hash | ((long) sort.code << SORT_SHIFT);
      if (shown.size() < MOST_MARKS || shown.containsKey(mark)) {
        bag.add(mark, sort.weight);
        shown.putIfAbsent(mark, surface);
      }
    }
  }

  /// @return what binds narrowed marks to a language, so that how rare one is can be counted per
  ///   language
  static int salt(String lang) {
    return (int) Hash.of("marks", lang);
  }
}
