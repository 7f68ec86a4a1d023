package org.tabadla.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Finds the story that an article tells: the most similar sum of articles, in the article's
/// language by its words, in others by its marks.
final class Stories {
  /// @param score similarity, 0 to 1
  /// @param shared the features that carry it, heaviest first
  /// @param acrossLanguages whether the features are marks
  record Match(Story story, double score, List<Long> shared, boolean acrossLanguages) {}

  private static final int QUERY_FEATURES = 32;
  private static final int QUERY_MARKS = 24;
  private static final int MOST_PLACES = 96;
  private static final int MOST_CHECKED = 24;
  private static final int INDEXED_FEATURES = 48;
  private static final int MOST_SHARED = 6;
  private static final int FEWEST_SHARED = 2;
  private static final double RARE = 1.6;
  private static final double LEAST_PART = 0.004;
  private static final double HEADLINE = 0.25;
  private static final double SOON = 0.8;
  private static final int SURE_ARTICLES = 60;
  private static final double UNSURE = 0.6;
  private static final int LONG_TEXT_FEATURES = 25;
  private static final int SORTS_ACROSS = 3;
  private static final int MARKS_OF_TWO_SORTS = 5;

  private static final double MERGE = 0.25;

  private final Options options;
  private final Map<Integer, Story> stories = new HashMap<>();
  private final Postings words = new Postings(MOST_PLACES);
  private final Postings marks = new Postings(MOST_PLACES);
  private int next;

  Stories(Options options) {
    this.options = options;
  }

  Story begin(String name) {
    var story = new Story(next++, name);
    stories.put(story.place, story);
    return story;
  }

  void add(Story story, int article, Weighed weighed) {
    story.add(article, weighed);
    for (int i : weighed.words().heaviest(INDEXED_FEATURES)) {
      words.add(weighed.words().keys()[i], story.place);
    }
    for (int i : weighed.marks().heaviest(INDEXED_FEATURES)) {
      marks.add(weighed.marks().keys()[i], story.place);
    }
  }

  /// Forgets a story of which no article is held any more.
  void forget(Story story) {
    stories.remove(story.place);
  }

  void tidy() {
    words.keepOnly(stories::containsKey);
    marks.keepOnly(stories::containsKey);
  }

  /// @return stories near an article, best first, whether or not they are near enough to join
  List<Match> near(Weighed article) {
    List<Match> out = new ArrayList<>();
    String lang = article.profile().lang();
    for (Story story : candidates(article.words(), words, QUERY_FEATURES)) {
      Centroid side = story.sides.get(lang);
      if (side != null) {
        out.add(sameLanguage(story, side, article));
      }
    }
    for (Story story : candidates(article.marks(), marks, QUERY_MARKS)) {
      if (!story.sides.containsKey(lang)) {
        double score = story.marks.cosine(article.marks());
        out.add(new Match(story, score, shared(article.marks(), story.marks), true));
      }
    }
    out.sort(
        Comparator.comparingDouble((Match m) -> -m.score() / threshold(m))
            .thenComparingInt(m -> m.story().place));
    return out;
  }

  private Match sameLanguage(Story story, Centroid side, Weighed article) {
    return new Match(story, side.cosine(article.words()), shared(article.words(), side), false);
  }

  private double threshold(Match match) {
    return match.acrossLanguages() ? options.across() : options.join();
  }

  private List<Story> candidates(Vector vector, Postings postings, int features) {
    Map<Integer, float[]> sums = new HashMap<>();
    for (int i : vector.heaviest(features)) {
      float weight = vector.weights()[i];
      postings.forEach(
          vector.keys()[i], place -> sums.computeIfAbsent(place, p -> new float[1])[0] += weight);
    }
    return sums.entrySet().stream()
        .filter(e -> stories.containsKey(e.getKey()))
        .sorted(
            Comparator.comparingDouble((Map.Entry<Integer, float[]> e) -> -e.getValue()[0])
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_CHECKED)
        .map(e -> Objects.requireNonNull(stories.get(e.getKey())))
        .toList();
  }

  private static List<Long> shared(Vector vector, Centroid centroid) {
    List<Integer> parts = new ArrayList<>();
    for (int i = 0; i < vector.size(); i++) {
      if (part(vector, centroid, i) > LEAST_PART) {
        parts.add(i);
      }
    }
    parts.sort((a, b) -> Double.compare(part(vector, centroid, b), part(vector, centroid, a)));
    return parts.stream().limit(MOST_SHARED).map(i -> vector.keys()[i]).toList();
  }

  private static double part(Vector vector, Centroid centroid, int i) {
    return vector.weights()[i] * centroid.weight(vector.keys()[i]) / Math.max(1, centroid.size());
  }

  /// @return whether a match is near enough, soon enough and for reasons enough to be one story
  ///
  /// @param seen how many articles of the language came before: while they are few, nobody knows
  ///   which words are rare, and all likeness looks greater than it is
  boolean joins(Match match, Weighed article, int seen) {
    Duration away = match.story().distance(article.profile().date());
    double least = threshold(match);
    if (!match.acrossLanguages()) {
      least *= lengthFactor(article.words().size()) * nearness(away) * unsure(seen);
    }
    if (away.compareTo(options.joinWithin()) > 0) {
      least += options.strong();
    }
    if (match.score() < least || away.compareTo(options.strongWithin()) > 0) {
      return false;
    }
    return match.acrossLanguages() ? manySorts(match) : rareEnough(match, article.words());
  }

  /// A headline alone shares fewer words with its story than a whole text does.
  private static double lengthFactor(int features) {
    return HEADLINE + (1 - HEADLINE) * Math.min(1, (double) features / LONG_TEXT_FEATURES);
  }

  private static double unsure(int seen) {
    return 1 + UNSURE * Math.max(0, 1 - (double) seen / SURE_ARTICLES);
  }

  /// What comes soon after a story's last article needs fewer common words to be part of it.
  private double nearness(Duration away) {
    double share = (double) away.toMinutes() / options.joinWithin().toMinutes();
    return SOON + (1 - SOON) * Math.min(1, share);
  }

  /// One shared word, or words that everybody uses, make no story.
  private static boolean rareEnough(Match match, Vector vector) {
    Set<Long> shared = Set.copyOf(match.shared());
    int rare = 0;
    for (int i = 0; i < vector.size(); i++) {
      if (vector.rarities()[i] >= RARE && shared.contains(vector.keys()[i])) {
        rare++;
      }
    }
    return rare >= FEWEST_SHARED;
  }

  private static boolean manySorts(Match match) {
    Set<Marks.Sort> sorts = EnumSet.noneOf(Marks.Sort.class);
    match.shared().forEach(mark -> sorts.add(Marks.sort(mark)));
    return sorts.size() >= SORTS_ACROSS
        || (sorts.size() == SORTS_ACROSS - 1 && match.shared().size() >= MARKS_OF_TWO_SORTS);
  }

  /// @return stories that are parts of one: the smaller to the larger that it belongs to
  Map<Story, Story> alike() {
    List<Story> bySize = new ArrayList<>(stories.values());
    bySize.sort(Comparator.comparingInt((Story s) -> -s.live).thenComparingInt(s -> s.place));
    Map<Story, Story> into = new LinkedHashMap<>();
    for (Story small : bySize.reversed()) {
      Story best = null;
      double bestScore = MERGE;
      for (Story large : bySize) {
        if (large == small) {
          break;
        }
        double score = alike(large, small);
        if (score > bestScore && isSoon(large, small)) {
          best = large;
          bestScore = score;
        }
      }
      if (best != null) {
        into.put(small, best);
      }
    }
    into.replaceAll((small, large) -> last(into, large));
    return into;
  }

  private static Story last(Map<Story, Story> into, Story story) {
    Story end = story;
    for (Story next = into.get(end); next != null; next = into.get(end)) {
      end = next;
    }
    return end;
  }

  private static double alike(Story a, Story b) {
    double best = 0;
    for (var side : b.sides.entrySet()) {
      Centroid other = a.sides.get(side.getKey());
      if (other != null) {
        best = Math.max(best, other.cosine(side.getValue()));
      }
    }
    return best;
  }

  private boolean isSoon(Story a, Story b) {
    return a.distance(b.first).compareTo(options.joinWithin()) <= 0
        || a.distance(b.last).compareTo(options.joinWithin()) <= 0;
  }
}
