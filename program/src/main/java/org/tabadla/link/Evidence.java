package org.tabadla.link;

import java.time.Duration;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What speaks for and against one story: the {@link Sign}s of an article beside a story, or of one
/// story beside another.
final class Evidence {
  private static final int NEIGHBOURS = 8;
  private static final int STORY_FEATURES = 64;
  private static final double MOST_RARITY = 30;
  private static final double LEAST_LIKELIHOOD = -3;
  private static final double LEAST_SQUARE = 1e-9;
  private static final double PRIOR = 0.5;
  private static final double SECONDS_OF_AN_HOUR = 3600;

  private final Frequencies frequencies;
  private final IntFunction<@Nullable Held> held;

  /// The article that asked last, for it asks of one story after another.
  private @Nullable Held asked;

  private @Nullable Asking withWords;
  private @Nullable Asking withMarks;

  Evidence(Frequencies frequencies, IntFunction<@Nullable Held> held) {
    this.frequencies = frequencies;
    this.held = held;
  }

  /// One side of the comparison in the channel chosen: sketch, its counts when it is a story.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Asking(
      Sketch channel,
      Sketch marks,
      @Nullable Centroid counts,
      int size,
      String lang,
      double[] rarities) {}

  /// @return how rare each feature of a sketch is now
  private double[] rarities(Sketch channel, String lang, int salt) {
    int articles = frequencies.articles(lang);
    var out = new double[channel.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = frequencies.rarity(channel.keys()[i] ^ salt, articles);
    }
    return out;
  }

  /// @return the signs by {@link Sign#place}; `RIVAL` is for the caller to fill
  float[] of(Held article, Story story) {
    if (asked != article) {
      asked = article;
      withWords = asking(article, article.words(), 0);
      withMarks = asking(article, article.marks(), Marks.salt(article.lang()));
    }
    Story.Side side = story.side(article.lang());
    Asking asking = Objects.requireNonNull(side == null ? withMarks : withWords);
    boolean dated = article.date() != null && story.first != null;
    return signs(asking, story, side, story.distance(article.date()), dated);
  }

  private Asking asking(Held article, Sketch channel, int salt) {
    double[] rarities = rarities(channel, article.lang(), salt);
    return new Asking(channel, article.marks(), null, 1, article.lang(), rarities);
  }

  float[] of(Story small, Story large) {
    Story.Side mine = null;
    Story.Side theirs = null;
    for (Story.Side side : small.sides()) {
      Story.Side other = large.side(side.lang());
      if (other != null && (mine == null || side.words().size() > mine.words().size())) {
        mine = side;
        theirs = other;
      }
    }
    Sketch marks = small.marks.sketch(STORY_FEATURES);
    Story.Side any = mine == null ? small.sides().getFirst() : mine;
    Centroid counts = mine == null ? small.marks : mine.words();
    Sketch channel = mine == null ? marks : mine.words().sketch(STORY_FEATURES);
    double[] rarities = rarities(channel, any.lang(), mine == null ? any.salt() : 0);
    var asking = new Asking(channel, marks, counts, small.size(), any.lang(), rarities);
    boolean dated = small.first != null && large.first != null;
    return signs(asking, large, theirs, small.distance(large), dated);
  }

  private float[] signs(
      Asking asking, Story story, Story.@Nullable Side side, Duration away, boolean dated) {
    var out = new float[Sign.ALL];
    Centroid centroid = side == null ? story.marks : side.words();
    set(out, Sign.NEAREST, nearest(asking, story, side));
    set(out, Sign.HOURS, Math.log1p(away.toSeconds() / SECONDS_OF_AN_HOUR));
    set(out, Sign.UNDATED, dated ? 0 : 1);
    set(out, Sign.SIZE, Math.log(Math.max(1, story.size())));
    set(out, Sign.OWN_SIZE, Math.log(Math.max(1, asking.size)));
    set(out, Sign.LENGTH, Math.log1p(asking.channel.size()));
    set(out, Sign.STORY_LENGTH, Math.log1p(centroid.features()));
    set(out, Sign.SEEN, Math.log1p(frequencies.articles(asking.lang)));
    set(out, Sign.ACROSS, side == null ? 1 : 0);
    shared(out, asking, story, side, centroid);
    marks(out, asking.marks, story.marks);
    return out;
  }

  private static void set(float[] out, Sign sign, double value) {
    out[sign.place()] = (float) value;
  }

  private double nearest(Asking asking, Story story, Story.@Nullable Side side) {
    double best = 0;
    for (int place : story.latest(NEIGHBOURS)) {
      Held other = held.apply(place);
      if (other != null && (side == null || other.lang().equals(side.lang()))) {
        best = Math.max(best, asking.channel.dot(side == null ? other.marks() : other.words()));
      }
    }
    return best;
  }

  private void shared(
      float[] out, Asking asking, Story story, Story.@Nullable Side side, Centroid centroid) {
    double cosine = 0;
    double cover = 0;
    double concentration = 0;
    double top = 0;
    double likelihood = 0;
    double rarities = 0;
    int shared = 0;
    double size = Math.log(centroid.size() + PRIOR);
    double missing = Math.max(LEAST_LIKELIHOOD, Math.log(PRIOR) - size);
    Sketch channel = asking.channel;
    for (int i = 0; i < channel.size(); i++) {
      int key = channel.keys()[i];
      int at = centroid.at(key);
      double weight = channel.weights()[i] * channel.weights()[i];
      double count = at < 0 ? 0 : centroid.count(at);
      if (count <= 0) {
        likelihood += weight * missing;
        continue;
      }
      double rarity = asking.rarities[i];
      double has = Math.log(count * Math.exp(rarity) + PRIOR) - size;
      double told = count / Math.max(count, told(key, asking, story, side));
      likelihood += weight * Math.max(LEAST_LIKELIHOOD, has);
      cosine += channel.weights()[i] * centroid.sum(at);
      cover += weight * Math.min(1, count / centroid.size());
      concentration += weight * told;
      top = Math.max(top, told * rarity);
      rarities += rarity;
      shared++;
    }
    set(out, Sign.COSINE, cosine / length(centroid));
    set(out, Sign.COVER, cover);
    set(out, Sign.CONCENTRATION, concentration);
    set(out, Sign.TOP, top);
    set(out, Sign.LIKELIHOOD, likelihood);
    set(out, Sign.RARITY, Math.min(MOST_RARITY, rarities));
    set(out, Sign.SHARED, Math.min(MOST_RARITY, shared));
  }

  /// @return in how many of the latest articles, the asking ones left out, a feature stands
  private double told(int key, Asking asking, Story story, Story.@Nullable Side side) {
    if (side != null) {
      int at = asking.counts == null ? -1 : asking.counts.at(key);
      double own = asking.counts == null ? 1 : at < 0 ? 0 : asking.counts.count(at);
      return frequencies.recent(key) - own;
    }
    double sum = 0;
    for (Story.Side one : story.sides()) {
      sum += frequencies.recent(key ^ one.salt());
    }
    return sum;
  }

  private static double length(Centroid centroid) {
    return Math.sqrt(Math.max(LEAST_SQUARE, centroid.square()));
  }

  private static void marks(float[] out, Sketch own, Centroid story) {
    int sorts = 0;
    double length = length(story);
    for (int i = 0; i < own.size(); i++) {
      int at = story.at(own.keys()[i]);
      if (at >= 0 && story.count(at) > 0) {
        Marks.Sort sort = Marks.sort(own.keys()[i]);
        sorts |= 1 << sort.code;
        Sign sign =
            switch (sort) {
              case NUMBER, DATE -> Sign.NUMBERS;
              case CONCEPT, LATIN -> Sign.NAMES;
              case WORD -> Sign.WORDS;
              case SOUND, FINE, SYLLABLES -> Sign.SOUNDS;
            };
        float weight = (float) (own.weights()[i] * story.sum(at) / length);
        out[sign.place()] += weight;
        out[Sign.MARKS.place()] += weight;
      }
    }
    set(out, Sign.SORTS, Integer.bitCount(sorts));
  }
}
