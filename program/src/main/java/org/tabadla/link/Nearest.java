package org.tabadla.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;

/// Ranks texts by how near they are to one, once all are known: across languages, or in any. Not
/// thread-safe.
public final class Nearest {
  private static final int MOST = 100;
  private static final int MOST_OF_A_LANGUAGE = 10;
  private static final double SAME_STORY = 0.3;

  private final Frequencies frequencies;
  private final Map<String, Profile> profiles = new LinkedHashMap<>();
  private final Map<String, Weighed> weighed = new HashMap<>();
  private final Map<Long, List<String>> byWord = new HashMap<>();
  private final Map<Long, List<String>> byMark = new HashMap<>();
  private final Map<String, String> storyOf = new HashMap<>();
  private final Engine engine;

  public Nearest() {
    frequencies = new Frequencies();
    engine = new Engine(Options.STANDARD);
  }

  private Nearest(Frequencies own, Frequencies engines) {
    frequencies = own;
    engine = new Engine(Options.STANDARD, engines);
  }

  /// For a few headlines.
  private static Nearest brief() {
    return new Nearest(Frequencies.brief(), Frequencies.brief());
  }

  /// @param score 0 to 1
  public record Scored(String id, double score) {}

  /// How alike two headlines are, across languages too.
  ///
  /// @return 0 to 1
  public static double alike(Text one, Text other) {
    return alike(brief(), one, other);
  }

  /// @param nearest that has seen nothing yet
  static double alike(Nearest nearest, Text one, Text other) {
    nearest.add("one", one.lang(), one.value(), "", null);
    nearest.add("other", other.lang(), other.value(), "", null);
    boolean across = !one.lang().primary().equals(other.lang().primary());
    return (across ? nearest.across("one") : nearest.similar("one"))
        .stream().mapToDouble(Scored::score).findFirst().orElse(0);
  }

  /// Takes a text in.
  public void add(String id, Lang lang, String title, String text, @Nullable Instant when) {
    var item = new Item(id, lang, title, text, when);
    Profile profile = Profile.of(item, true);
    profiles.put(id, profile);
    Weighed.count(profile, frequencies);
    storyOf.put(id, engine.place(profile, id, null).story().name);
    weighed.clear();
  }

  /// Weighing waits until all are known: then how rare a word is is known as well.
  private void weigh() {
    if (weighed.isEmpty()) {
      byWord.clear();
      byMark.clear();
      profiles.forEach((id, profile) -> {
        Weighed one = Weighed.of(profile, frequencies);
        weighed.put(id, one);
        for (long key : one.words().keys()) {
          byWord.computeIfAbsent(key, k -> new ArrayList<>()).add(id);
        }
        for (long key : one.marks().keys()) {
          byMark.computeIfAbsent(key, k -> new ArrayList<>()).add(id);
        }
      });
    }
  }

  /// Ranks the texts of other languages. The best of each language is always among them, however
  /// low its score.
  public List<Scored> across(String id) {
    Weighed own = known(id);
    Map<String, List<Scored>> byLang = new LinkedHashMap<>();
    Map<String, Float> scores = products(own.marks(), byMark, true);
    profiles.forEach((other, profile) -> {
      if (!profile.lang().equals(own.profile().lang())) {
        byLang
            .computeIfAbsent(profile.lang(), l -> new ArrayList<>())
            .add(new Scored(other, clamp(scores.getOrDefault(other, 0f))));
      }
    });
    List<Scored> out = new ArrayList<>();
    byLang.values().forEach(some -> out.addAll(best(some, MOST_OF_A_LANGUAGE)));
    return best(out, out.size());
  }

  /// Ranks the texts of all languages.
  public List<Scored> similar(String id) {
    Weighed own = known(id);
    Map<String, Float> scores = products(own.words(), byWord, false);
    products(own.marks(), byMark, true)
        .forEach((other, score) -> {
          Profile profile = profiles.get(other);
          if (profile != null && !profile.lang().equals(own.profile().lang())) {
            scores.merge(other, score, Math::max);
          }
        });
    String story = storyOf.get(id);
    storyOf.forEach((other, theirs) -> {
      if (theirs.equals(story)) {
        scores.merge(other, (float) SAME_STORY, Float::sum);
      }
    });
    List<Scored> out = new ArrayList<>();
    scores.forEach((other, score) -> {
      if (!other.equals(id)) {
        out.add(new Scored(other, clamp(score)));
      }
    });
    return best(out, MOST);
  }

  private Map<String, Float> products(Vector vector, Map<Long, List<String>> index, boolean marks) {
    Map<String, Float> out = new HashMap<>();
    for (int i = 0; i < vector.size(); i++) {
      long key = vector.keys()[i];
      for (String other : index.getOrDefault(key, List.of())) {
        Weighed theirs = weighed.get(other);
        if (theirs != null) {
          Vector v = marks ? theirs.marks() : theirs.words();
          out.merge(other, vector.weights()[i] * v.weight(key), Float::sum);
        }
      }
    }
    return out;
  }

  private static double clamp(double score) {
    return Math.clamp(score, 0, 1);
  }

  private static List<Scored> best(List<Scored> some, int most) {
    return some.stream()
        .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::id))
        .limit(most)
        .toList();
  }

  private Weighed known(String id) {
    weigh();
    Weighed one = weighed.get(id);
    if (one == null) {
      throw new IllegalArgumentException("unknown id: " + id);
    }
    return one;
  }
}
