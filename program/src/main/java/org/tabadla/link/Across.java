package org.tabadla.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// Finds the tellings of one event in other languages, once all texts are known: each text is
/// compared over an inverted index by what languages share, weighed by how rare it is in each.
///
/// A text that is near to everything is near to nothing: from each likeness goes half of what both
/// sides are used to, as in cross-domain similarity local scaling (Conneau et al., 2018, "Word
/// translation without parallel data"). Not thread-safe.
public final class Across {
  private static final int MOST_OF_A_LANGUAGE = 10;
  private static final int NEIGHBOURS = 5;
  private static final int MOST_REASONS = 12;
  private static final double COMMON = 0.5;
  private static final int ENOUGH_TEXTS = 20;

  private final List<Doc> docs = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<Long, Posting> index = new HashMap<>();
  private boolean weighed;

  /// Where a feature stands and what it weighs there.
  private static final class Posting {
    int[] places = new int[2];
    float[] weights = {};
    int size;

    void add(int place) {
      if (size == places.length) {
        places = Arrays.copyOf(places, size * 2);
      }
      places[size++] = place;
    }
  }

  /// @param score 0 to 1
  public record Scored(String id, double score) {}

  private static final class Doc {
    final String id;
    final String lang;
    final Telling telling;
    float[] weights = {};

    /// By language, the mean likeness to the nearest texts in it.
    final Map<String, Float> usual = new HashMap<>();

    Doc(String id, String lang, Telling telling) {
      this.id = id;
      this.lang = lang;
      this.telling = telling;
    }

    void normalise() {
      double square = 0;
      for (float weight : weights) {
        square += weight * weight;
      }
      float length = square == 0 ? 1 : (float) Math.sqrt(square);
      for (int i = 0; i < weights.length; i++) {
        weights[i] /= length;
      }
    }

    float weight(long key) {
      return weights[Arrays.binarySearch(telling.bag().keys, key)];
    }
  }

  /// Takes a text in; one with a known id is left out.
  public void add(String id, Lang lang, String title, String text) {
    if (places.putIfAbsent(id, docs.size()) == null) {
      docs.add(new Doc(id, lang.primary(), Telling.of(title, text, lang)));
      weighed = false;
    }
  }

  /// Ranks the texts of other languages. The best of each language is always among them, however
  /// low its score.
  ///
  /// @throws IllegalArgumentException for an id that was never added
  public List<Scored> of(String id) {
    Doc own = doc(id);
    weigh();
    Map<String, List<Scored>> byLang = new LinkedHashMap<>();
    float[] likeness = likeness(own);
    for (int i = 0; i < docs.size(); i++) {
      Doc other = docs.get(i);
      if (!other.lang.equals(own.lang)) {
        float used = usual(own, other.lang) + usual(other, own.lang);
        double score = (1 + likeness[i] - used / 2) / 2;
        byLang
            .computeIfAbsent(other.lang, l -> new ArrayList<>())
            .add(new Scored(other.id, Math.clamp(score, 0, 1)));
      }
    }
    List<Scored> out = new ArrayList<>();
    for (List<Scored> some : byLang.values()) {
      out.addAll(best(some));
    }
    out.sort(NEAREST_FIRST);
    return out;
  }

  private static final Comparator<Scored> NEAREST_FIRST =
      Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::id);

  private static List<Scored> best(List<Scored> some) {
    return some.stream().sorted(NEAREST_FIRST).limit(MOST_OF_A_LANGUAGE).toList();
  }

  /// @return what two texts share, the most telling first, as both write it: «چین = 中国»
  public List<String> reasons(String id, String other) {
    Doc a = doc(id);
    Doc b = doc(other);
    weigh();
    record Shared(long key, float weight) {}
    List<Shared> shared = new ArrayList<>();
    long[] keys = a.telling.bag().keys;
    for (int i = 0; i < keys.length; i++) {
      int at = Arrays.binarySearch(b.telling.bag().keys, keys[i]);
      if (at >= 0 && a.weights[i] * b.weights[at] > 0) {
        shared.add(new Shared(keys[i], a.weights[i] * b.weights[at]));
      }
    }
    shared.sort(Comparator.comparingDouble(Shared::weight).reversed());
    return shared.stream()
        .map(s -> pair(a.telling.bag().shown(s.key), b.telling.bag().shown(s.key)))
        .distinct()
        .limit(MOST_REASONS)
        .toList();
  }

  private static String pair(@Nullable String here, @Nullable String there) {
    return here == null || here.equalsIgnoreCase(there)
        ? String.valueOf(there)
        : here + " = " + there;
  }

  private Doc doc(String id) {
    Integer place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException("unknown id: " + id);
    }
    return docs.get(place);
  }

  private static float usual(Doc doc, String lang) {
    return doc.usual.getOrDefault(lang, 0f);
  }

  /// Weighing waits until all are known: then how rare a feature is is known as well.
  private void weigh() {
    if (weighed) {
      return;
    }
    index();
    for (Doc doc : docs) {
      float[] likeness = likeness(doc);
      Map<String, List<Float>> byLang = new HashMap<>();
      for (int i = 0; i < likeness.length; i++) {
        if (!docs.get(i).lang.equals(doc.lang)) {
          byLang.computeIfAbsent(docs.get(i).lang, l -> new ArrayList<>()).add(likeness[i]);
        }
      }
      doc.usual.clear();
      byLang.forEach((lang, some) -> doc.usual.put(lang, nearestMean(some)));
    }
    weighed = true;
  }

  private static float nearestMean(List<Float> some) {
    some.sort(Comparator.reverseOrder());
    int n = Math.min(NEIGHBOURS, some.size());
    float sum = 0;
    for (int i = 0; i < n; i++) {
      sum += some.get(i);
    }
    return sum / n;
  }

  private void index() {
    index.clear();
    Map<String, Integer> texts = new HashMap<>();
    for (int place = 0; place < docs.size(); place++) {
      Doc doc = docs.get(place);
      texts.merge(doc.lang, 1, Integer::sum);
      doc.weights = new float[doc.telling.bag().size()];
      for (long key : doc.telling.bag().keys) {
        index.computeIfAbsent(key, k -> new Posting()).add(place);
      }
    }
    // What only one language says ties nothing.
    index.values().removeIf(posting -> byLang(posting).size() < 2);
    index.forEach((key, posting) -> weigh(key, byLang(posting), texts, posting));
    for (Doc doc : docs) {
      doc.normalise();
    }
    index.forEach((key, posting) -> {
      posting.weights = new float[posting.size];
      for (int i = 0; i < posting.size; i++) {
        posting.weights[i] = docs.get(posting.places[i]).weight(key);
      }
    });
  }

  /// @return in how many texts of each language a feature stands
  private Map<String, Integer> byLang(Posting posting) {
    Map<String, Integer> out = new HashMap<>();
    for (int i = 0; i < posting.size; i++) {
      out.merge(docs.get(posting.places[i]).lang, 1, Integer::sum);
    }
    return out;
  }

  private void weigh(
      long key, Map<String, Integer> within, Map<String, Integer> texts, Posting posting) {
    for (int i = 0; i < posting.size; i++) {
      Doc doc = docs.get(posting.places[i]);
      double rarity = rarity(within.getOrDefault(doc.lang, 1), texts.getOrDefault(doc.lang, 1));
      int at = Arrays.binarySearch(doc.telling.bag().keys, key);
      doc.weights[at] = (float) (doc.telling.bag().weights[at] * rarity);
    }
  }

  private static double rarity(int texts, int all) {
    if (all > ENOUGH_TEXTS && texts > COMMON * all) {
      return 0;
    }
    return Math.log(1 + (all + 1) / (texts + 0.5));
  }

  /// @return by place, the cosine with each text of another language
  private float[] likeness(Doc doc) {
    var out = new float[docs.size()];
    long[] keys = doc.telling.bag().keys;
    for (int i = 0; i < keys.length; i++) {
      float weight = doc.weights[i];
      Posting posting = weight == 0 ? null : index.get(keys[i]);
      if (posting != null) {
        for (int k = 0; k < posting.size; k++) {
          out[posting.places[k]] += weight * posting.weights[k];
        }
      }
    }
    return out;
  }
}
