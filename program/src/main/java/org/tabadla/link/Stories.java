package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The stories that are held, and those among them that an article or another story may belong to.
final class Stories {
  /// @param score cosine in the channel, 0 to 1
  /// @param chance that both are one story, 0 to 1
  /// @param acrossLanguages whether they are compared by marks alone
  record Match(Story story, double score, double chance, boolean acrossLanguages) {}

  private static final int QUERY_FEATURES = 24;
  private static final int QUERY_MARKS = 24;
  private static final int STORY_FEATURES = 64;
  private static final int MOST_PLACES = 48;
  private static final int MOST_CHECKED = 12;

  /// Less than this is only rounding.
  private static final double LEAST_SHARE = 0.01;

  private static final int MOST_JUDGED = 6;
  private static final int MOST_LOOKED_AT = 48;
  private static final int INDEXED_WORDS = 12;
  private static final int INDEXED_MARKS = 12;
  private static final int MOST_SHARED = 6;
  private static final int FEWEST_SHARED = 2;
  private static final double SURE_ARTICLES = 60;
  private static final double EARLY = 0.28;
  private static final double EARLY_ACROSS = 0.18;

  /// How much surer a link across languages must be at a language's first article.
  private static final double EARLY_DOUBT = 0.5;

  private static final double SMALL_STORY = Math.log(4);

  private final Table<Story> stories = new Table<>();
  private final Postings words = new Postings(MOST_PLACES);
  private final Postings marks = new Postings(MOST_PLACES);
  private final Places hits = new Places();
  private final Evidence evidence;
  private final Judge judge;
  private int next;

  Stories(Evidence evidence, Judge judge) {
    this.evidence = evidence;
    this.judge = judge;
  }

  Story begin(String name) {
    var story = new Story(next++, name);
    stories.put(story.place, story);
    return story;
  }

  void add(Story story, Held held) {
    story.add(held);
    for (int i : held.words().heaviest(INDEXED_WORDS)) {
      words.add(held.words().keys()[i], story.place);
    }
    for (int i : held.marks().heaviest(INDEXED_MARKS)) {
      marks.add(held.marks().keys()[i], story.place);
    }
  }

  /// Forgets a story of which no article is held any more.
  void forget(Story story) {
    stories.remove(story.place);
  }

  boolean holds(Story story) {
    return stories.get(story.place) == story;
  }

  void tidy() {
    words.keepOnly(stories::contains);
    marks.keepOnly(stories::contains);
  }

  /// Writes the stories, and which of them are to be looked at as wholes, in their order.
  void write(DataOutput out, Collection<Story> toReview) throws IOException {
    int[] places = stories.keys();
    out.writeInt(next);
    out.writeInt(places.length);
    for (int place : places) {
      Objects.requireNonNull(stories.get(place)).write(out);
    }
    words.write(out);
    marks.write(out);
    Packed.ints(out, toReview.stream().filter(this::holds).mapToInt(s -> s.place).toArray());
  }

  /// @return the stories that are to be looked at as wholes
  List<Story> read(DataInput in, IntFunction<@Nullable Held> held, UnaryOperator<String> known)
      throws IOException {
    next = in.readInt();
    for (int some = Packed.length(in); some > 0; some--) {
      Story story = Story.read(in, held, known);
      stories.put(story.place, story);
    }
    words.read(in);
    marks.read(in);
    List<Story> toReview = new ArrayList<>();
    for (int place : Packed.ints(in)) {
      Story story = stories.get(place);
      if (story != null) {
        story.changed = true;
        toReview.add(story);
      }
    }
    return toReview;
  }

  List<Story> all() {
    return Arrays.stream(stories.keys()).mapToObj(stories::get).filter(Objects::nonNull).toList();
  }

  long bytes() {
    return words.bytes() + marks.bytes();
  }

  /// @return stories near an article, likeliest first, whether or not they are near enough to join
  List<Match> near(Held article) {
    List<Story> some = new ArrayList<>();
    String lang = article.lang();
    candidates(article.words(), words, QUERY_FEATURES, s -> s.side(lang) != null, some);
    candidates(article.marks(), marks, QUERY_MARKS, s -> s.side(lang) == null, some);
    return judged(some, article, null);
  }

  /// @return stories near a whole story, likeliest first, those that are larger or as large and
  ///   older
  List<Match> near(Story story) {
    List<Story> some = new ArrayList<>();
    for (Story.Side side : story.sides()) {
      candidates(
          side.words().sketch(STORY_FEATURES),
          words,
          QUERY_FEATURES,
          s -> isAfter(s, story) && s.side(side.lang()) != null && !some.contains(s),
          some);
    }
    candidates(
        story.marks.sketch(STORY_FEATURES),
        marks,
        QUERY_MARKS,
        s -> isAfter(s, story) && isToldElsewhere(s, story) && !some.contains(s),
        some);
    List<Match> out = judged(some, null, story);
    story.rest();
    return out;
  }

  /// @param part some of a story's articles
  /// @return the chance, 0 to 1, that they belong to the rest of it
  double belongs(List<Held> part, List<Held> rest) {
    Story small = sum(part);
    Story large = sum(rest);
    Evidence.Pair pair = evidence.pair(small, large);
    return judged(pair, -pair.cosine(), null, small).chance();
  }

  /// A story that is in no index.
  private static Story sum(List<Held> articles) {
    var story = new Story(-1, "");
    articles.forEach(story::add);
    return story;
  }

  /// @return whether one of two stories is told in a language that the other is not told in
  private static boolean isToldElsewhere(Story a, Story b) {
    return a.sides().size() != b.sides().size()
        || a.sides().stream().anyMatch(side -> b.side(side.lang()) == null);
  }

  /// The smaller story moves, of equal ones the younger.
  private static boolean isAfter(Story large, Story small) {
    return large != small
        && (large.size() > small.size()
            || (large.size() == small.size() && large.place < small.place));
  }

  /// Looks closely at the nearest few within the language, and at those across languages.
  private List<Match> judged(List<Story> some, @Nullable Held article, @Nullable Story small) {
    List<Evidence.Pair> pairs = new ArrayList<>();
    for (Story story : some) {
      pairs.add(
          article != null
              ? evidence.pair(article, story)
              : evidence.pair(Objects.requireNonNull(small), story));
    }
    pairs.sort(
        Comparator.comparing(Evidence.Pair::isAcross)
            .thenComparingDouble(pair -> -pair.cosine())
            .thenComparingInt(pair -> pair.story().place));
    List<Match> out = new ArrayList<>();
    int looked = 0;
    for (int i = 0; i < pairs.size(); i++) {
      Evidence.Pair pair = pairs.get(i);
      boolean first = i == 0 || pairs.get(i - 1).isAcross() != pair.isAcross();
      looked = first ? 1 : looked + 1;
      if (looked <= MOST_JUDGED) {
        int rival = first ? i + 1 : i - looked + 1;
        boolean none = rival == pairs.size() || pairs.get(rival).isAcross() != pair.isAcross();
        double best = none ? 0 : pairs.get(rival).cosine();
        out.add(judged(pair, best - pair.cosine(), article, small));
      }
    }
    out.sort(
        Comparator.comparingDouble((Match m) -> -m.chance())
            .thenComparingInt(m -> m.story().place));
    return out;
  }

  private Match judged(
      Evidence.Pair pair, double rival, @Nullable Held article, @Nullable Story small) {
    double chance = chance(pair, rival, article, small);
    if (small != null && !pair.isAcross()) {
      chance = inEachLanguage(pair, chance, small);
    }
    return new Match(pair.story(), pair.cosine(), chance, pair.isAcross());
  }

  /// Two stories are looked at in each language that both are told in, which counts by the share of
  /// their articles that is in it; what remains is looked at across languages.
  private double inEachLanguage(Evidence.Pair first, double chance, Story small) {
    double left = 1 - first.share(small);
    double sum = first.share(small) * chance;
    for (Evidence.Pair other : evidence.others(small, first)) {
      double share = other.share(small);
      left -= share;
      sum += share * chance(other, -other.cosine(), null, small);
    }
    if (left > LEAST_SHARE) {
      Evidence.Pair across = evidence.across(small, first.story());
      sum += left * chance(across, -across.cosine(), null, small);
    } else {
      sum /= 1 - left;
    }
    return sum;
  }

  private double chance(
      Evidence.Pair pair, double rival, @Nullable Held article, @Nullable Story small) {
    float[] signs = evidence.signs(pair);
    signs[Sign.RIVAL.place()] = (float) rival;
    if (isTooLittle(signs) || isTooEarly(signs)) {
      return 0;
    }
    double chance = judge.chance(article, small, pair.story(), signs);
    boolean doubted = pair.isAcross() && chance < Engine.LIKELY + EARLY_DOUBT * unsure(signs);
    return doubted ? Math.min(chance, Engine.LIKELY / 2) : chance;
  }

  /// One shared word makes no story of two articles, nor of three.
  private static boolean isTooLittle(float[] signs) {
    return signs[Sign.SHARED.place()] < FEWEST_SHARED
        && signs[Sign.SIZE.place()] < SMALL_STORY
        && signs[Sign.OWN_SIZE.place()] < SMALL_STORY;
  }

  /// While few articles were seen nobody knows which words are rare, and all likeness looks greater
  /// than it is.
  private static boolean isTooEarly(float[] signs) {
    double least = signs[Sign.ACROSS.place()] == 0 ? EARLY : EARLY_ACROSS;
    return signs[Sign.COSINE.place()] < least * unsure(signs);
  }

  /// @return 1 at a language's first article, 0 from the sixtieth on
  private static double unsure(float[] signs) {
    return Math.max(0, 1 - Math.expm1(signs[Sign.SEEN.place()]) / SURE_ARTICLES);
  }

  /// Adds the likeliest few of those that pass.
  private void candidates(
      Sketch sketch, Postings postings, int features, Predicate<Story> pass, List<Story> out) {
    hits.clear();
    for (int i : sketch.heaviest(features)) {
      float weight = sketch.weightAt(i);
      postings.forEach(sketch.keys()[i], place -> hits.add(place, weight));
    }
    int checked = 0;
    for (int place : hits.best(MOST_LOOKED_AT)) {
      Story story = stories.get(place);
      if (story != null && pass.test(story)) {
        out.add(story);
        if (++checked == MOST_CHECKED) {
          return;
        }
      }
    }
  }

  /// @return the features that carry a likeness, heaviest first
  static List<Integer> shared(Sketch own, Centroid story) {
    return Arrays.stream(own.keys())
        .filter(key -> story.at(key) >= 0 && story.count(story.at(key)) > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(key -> -own.weight(key) * story.sum(story.at(key))))
        .limit(MOST_SHARED)
        .toList();
  }
}
