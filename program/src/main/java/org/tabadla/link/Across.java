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
  private final Map<String, int[]> languages = new LinkedHashMap<>();
  private boolean weighed;

  private final Map<Long, int[]> postings = new HashMap<>();

  /// @param score 0 to 1
  public record Scored(String id, double score) {}

  private static final class Doc {
    final String id;
    final String lang;
    final Telling telling;
    float[] weights = {};
    float length = 1;

    /// By language, the mean likeness to the nearest texts in it.
    final Map<String, Float> usual = new HashMap<>();

    Doc(String id, String lang, Telling telling) {
      this.id = id;
      this.lang = lang;
      this.telling = telling;
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
        .map(s -> pair(a.telling.shown().get(s.key), b.telling.shown().get(s.key)))
        .distinct()
        .limit(MOST_REASONS)
        .toList();
  }

  private static String pair(@Nullable String here, @Nullable String there) {
    return here == null || here.equalsIgnoreCase(there) ? String.valueOf(there) : here + " = " + there;
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
      weigh(doc);
    }
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

  private final Map<String, Map<Long, int[]>> frequencies = new HashMap<>();

  private void index() {
    Map<Long, List<Integer>> lists = new HashMap<>();
    languages.clear();
    frequencies.clear();
    postings.clear();
    for (int i = 0; i < docs.size(); i++) {
      Doc doc = docs.get(i);
      languages.computeIfAbsent(doc.lang, l -> new int[1])[0]++;
      Map<Long, int[]> counts = frequencies.computeIfAbsent(doc.lang, l -> new HashMap<>());
      for (long key : doc.telling.bag().keys) {
        counts.computeIfAbsent(key, k -> new int[1])[0]++;
        lists.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }
    lists.forEach((key, some) -> {
      // What only one language says ties nothing.
      if (some.stream().map(i -> docs.get(i).lang).distinct().limit(2).count() > 1) {
        postings.put(key, some.stream().mapToInt(Integer::intValue).toArray());
      }
    });
  }

  private void weigh(Doc doc) {
    Bag bag = doc.telling.bag();
    int texts = languages.getOrDefault(doc.lang, new int[1])[0];
    Map<Long, int[]> counts = frequencies.getOrDefault(doc.lang, Map.of());
    doc.weights = new float[bag.size()];
    double square = 0;
    for (int i = 0; i < doc.weights.length; i++) {
      long key = bag.keys[i];
      if (postings.containsKey(key)) {
        doc.weights[i] = (float) (bag.weights[i] * rarity(counts.getOrDefault(key, ONE)[0], texts));
        square += doc.weights[i] * doc.weights[i];
      }
    }
    doc.length = square == 0 ? 1 : (float) Math.sqrt(square);
    for (int i = 0; i < doc.weights.length; i++) {
      doc.weights[i] /= doc.length;
    }
  }

  private static final int[] ONE = {1};

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
      int[] list = doc.weights[i] == 0 ? null : postings.get(keys[i]);
      if (list == null) {
        continue;
      }
      for (int place : list) {
        Doc other = docs.get(place);
        if (!other.lang.equals(doc.lang)) {
          int at = Arrays.binarySearch(other.telling.bag().keys, keys[i]);
          out[place] += doc.weights[i] * other.weights[at];
        }
      }
    }
    return out;
  }
}
