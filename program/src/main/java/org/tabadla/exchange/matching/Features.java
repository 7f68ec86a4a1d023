package org.tabadla.exchange.matching;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tabadla.exchange.market.Core;
import org.tabadla.language.Concepts;
import org.tabadla.language.Letters;
import org.tabadla.language.Stopwords;
import org.tabadla.language.Words;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;
import org.tabadla.model.Text;

/// What a listing is about, as language-free marks (names, subjects, topics, places) and words.
final class Features {
  static final String NAME = "n:";
  static final String SUBJECT = "s:";
  static final String TOPIC = "t:";
  static final String WORD = "w:";

  private static final float OF_A_NAME = 2.5f;
  private static final float OF_A_SUBJECT = 3;
  private static final float OF_A_TOPIC = 3;
  private static final float OF_A_WORD = 1;
  private static final float IN_A_TITLE = 1.5f;
  private static final int READ_CHARS = 2_000;
  private static final int MOST_FEATURES = 200;
  private static final int COUNTRY_LETTERS = 2;

  private final Map<String, Float> all = new LinkedHashMap<>();

  private Features() {}

  static Map<String, Float> of(Core core) {
    var features = new Features();
    core.about().titles().forEach(title -> features.read(title, IN_A_TITLE));
    core.about().summaries().forEach(summary -> features.read(summary, 1));
    Lang lang = core.about().titles().getFirst().lang();
    for (String topic : core.about().topics()) {
      features.put(TOPIC + Letters.fold(topic, lang), OF_A_TOPIC);
      features.read(new Text(topic, lang), 1);
    }
    for (String place : core.about().places()) {
      if (place.length() == COUNTRY_LETTERS) {
        features.put(NAME + "country:" + place.toUpperCase(Locale.ROOT), OF_A_NAME);
      } else {
        features.read(new Text(place, lang), 1);
      }
    }
    return Collections.unmodifiableMap(features.all);
  }

  private void read(Text text, float factor) {
    String value =
        text.value().length() > READ_CHARS ? text.value().substring(0, READ_CHARS) : text.value();
    for (Concepts.Mention mention : Concepts.in(value, text.lang())) {
      put(NAME + mention.concept(), OF_A_NAME * factor);
    }
    List<String> words =
        Words.of(value, text.lang()).stream()
            .map(span -> word(value, span, text.lang()))
            .filter(word -> !word.isEmpty())
            .toList();
    for (String word : words) {
      if (!Stopwords.contains(word, text.lang())) {
        put(WORD + word, OF_A_WORD * factor);
      }
    }
    for (String subject : Subjects.in(String.join(" ", words))) {
      put(SUBJECT + subject, OF_A_SUBJECT * factor);
    }
  }

  private static String word(String value, Span span, Lang lang) {
    String folded = Letters.fold(value.substring(span.start(), span.end()), lang);
    return folded.codePoints().anyMatch(Character::isLetterOrDigit) ? folded : "";
  }

  private void put(String feature, float weight) {
    if (all.size() < MOST_FEATURES) {
      all.merge(feature, weight, Math::max);
    }
  }
}
