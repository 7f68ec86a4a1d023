package org.tabadla.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.language.Letters;
import org.tabadla.language.Numbers;
import org.tabadla.language.Stopwords;
import org.tabadla.language.Words;
import org.tabadla.link.Sketch.Feature;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// Draws a {@link Sketch} of a text. Pure; linear in the text, whose tail beyond a limit is left
/// out.
final class Sketcher {
  private static final int MOST_TEXT_CHARS = 20_000;
  private static final int MOST_FEATURES = 250;
  private static final int LEAD_TOKENS = 60;
  private static final int SHINGLE_WORDS = 3;
  private static final int SHORTEST_LATIN_CHARS = 3;
  private static final int SHORTEST_SKELETON_CHARS = 3;
  private static final float TITLE_WEIGHT = 2.5f;
  private static final float LEAD_WEIGHT = 1.5f;
  private static final float BIGRAM_WEIGHT = 0.6f;
  private static final float CONCEPT_WEIGHT = 1.5f;
  private static final float NUMBER_WEIGHT = 1.2f;
  private static final float LATIN_WEIGHT = 1.5f;
  private static final float SKELETON_WEIGHT = 0.7f;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Lang lang;
  private final Map<String, Feature> words = new HashMap<>();
  private final Map<String, Feature> bridges = new HashMap<>();
  private final List<String> folded = new ArrayList<>();
  private final Set<String> numbers = new HashSet<>();
  private int titleWords;

  private Sketcher(Lang lang) {
    this.lang = lang;
  }

  static Sketch of(String id, Lang lang, String title, String text, @Nullable Instant when) {
    var sketcher = new Sketcher(lang);
    sketcher.take(title, true);
    sketcher.take(
        text.length() > MOST_TEXT_CHARS ? text.substring(0, MOST_TEXT_CHARS) : text, false);
    return new Sketch(
        id,
        lang,
        when == null ? Instant.EPOCH : when,
        when != null,
        damped(sketcher.words),
        damped(sketcher.bridges),
        shingles(sketcher.folded),
        sketcher.numbers,
        sketcher.titleWords);
  }

  private void take(String text, boolean title) {
    String before = "";
    int beforeStart = 0;
    int n = 0;
    for (Span span : Words.of(text, lang)) {
      String shown = span.of(text);
      if (!Character.isLetterOrDigit(shown.codePointAt(0))) {
        before = "";
        continue;
      }
      String word = Letters.fold(shown, lang);
      if (word.isEmpty()) {
        continue;
      }
      n++;
      if (!title) {
        folded.add(word);
      }
      if (Stopwords.contains(word, lang)
          || (word.length() < 2 && !Character.isIdeographic(word.codePointAt(0)))) {
        before = "";
        continue;
      }
      float weight = title ? TITLE_WEIGHT : n <= LEAD_TOKENS ? LEAD_WEIGHT : 1;
      words.merge(word, new Feature(weight, shown), Feature::plus);
      titleWords += title ? 1 : 0;
      if (!before.isEmpty()) {
        String pair = text.substring(beforeStart, span.end());
        words.merge(before + ' ' + word, new Feature(weight * BIGRAM_WEIGHT, pair), Feature::plus);
      }
      before = word;
      beforeStart = span.start();
      bridge(shown, word, weight);
    }
    concepts(text, title);
    figures(text, title);
  }

  private void bridge(String shown, String word, float weight) {
    boolean latin =
        Character.UnicodeScript.of(shown.codePointAt(0)) == Character.UnicodeScript.LATIN;
    if (latin
        && shown.length() >= SHORTEST_LATIN_CHARS
        && Character.isUpperCase(shown.codePointAt(0))) {
      add("l:" + shown.toLowerCase(Locale.ROOT), weight * LATIN_WEIGHT, shown);
    }
    boolean mayBeName = !latin || Character.isUpperCase(shown.codePointAt(0));
    String skeleton = mayBeName ? Concepts.skeleton(word, lang) : "";
    if (skeleton.length() >= SHORTEST_SKELETON_CHARS) {
      add("s:" + skeleton, weight * SKELETON_WEIGHT, shown);
    }
  }

  private void concepts(String text, boolean title) {
    for (Concepts.Mention mention : Concepts.in(text, lang)) {
      float where =
          title ? TITLE_WEIGHT : mention.span().start() < LEAD_TOKENS * 6 ? LEAD_WEIGHT : 1;
      add("c:" + mention.concept(), where * CONCEPT_WEIGHT, mention.span().of(text));
    }
  }

  private void figures(String text, boolean title) {
    for (Figure figure : Numbers.of(text, lang)) {
      numbers.add(figure.value());
      float where = title ? TITLE_WEIGHT : 1;
      // A year or a one-digit count is in every text; a longer number is nearly a name.
      float rare = Math.min(3, figure.value().length()) / 2f;
      add("n:" + figure.value(), where * NUMBER_WEIGHT * rare, figure.value());
    }
  }

  private void add(String key, float weight, String shown) {
    bridges.merge(key, new Feature(weight, shown), Feature::plus);
  }

  /// Saturates counts (the tenth time that a word is said tells little more than the third) and
  /// keeps the weightiest.
  private static Map<String, Feature> damped(Map<String, Feature> counts) {
    var out = new HashMap<String, Feature>();
    counts.entrySet().stream()
        .sorted(Comparator.comparingDouble(e -> -e.getValue().weight()))
        .limit(MOST_FEATURES)
        .forEach(e ->
            out.put(
                e.getKey(),
                new Feature((float) Math.log1p(e.getValue().weight()), e.getValue().shown())));
    return out;
  }

  private static long[] shingles(List<String> words) {
    int n = words.size() - SHINGLE_WORDS + 1;
    if (n <= 0) {
      return words.isEmpty() ? new long[0] : new long[] {hash(words, 0, words.size())};
    }
    long[] out = new long[n];
    for (int i = 0; i < n; i++) {
      out[i] = hash(words, i, i + SHINGLE_WORDS);
    }
    Arrays.sort(out);
    return Arrays.stream(out).distinct().toArray();
  }

  private static long hash(List<String> words, int from, int to) {
    long h = FNV_OFFSET;
    for (int i = from; i < to; i++) {
      String word = words.get(i);
      for (int j = 0; j < word.length(); j++) {
        h = (h ^ word.charAt(j)) * FNV_PRIME;
      }
      h = (h ^ ' ') * FNV_PRIME;
    }
    return h;
  }
}
