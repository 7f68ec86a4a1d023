package org.tabadla.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What speaks for and against one story: the {@link Sign}s of an article beside a story, or of one
/// story beside another.
final class Evidence {
  private static final int NEIGHBOURS = 8;
  private static final int STORY_FEATURES = 64;
  private static final double MOST_RARITY = 30;
  private static final double LEAST_LIKELIHOOD = -3;
  private static final double PRIOR = 0.5;
  private static final double SECONDS_OF_AN_HOUR = 3600;

  private final Frequencies frequencies;
  private final IntFunction<@Nullable Held> held;
  private final Laid words = new Laid();
  private final Laid marks = new Laid();

  /// Which channel's rarities these are, for one text asks of one story after another.
  private @Nullable Sketch rare;

  private double[] rarities = {};

  Evidence(Frequencies frequencies, IntFunction<@Nullable Held> held) {
    this.frequencies = frequencies;
    this.held = held;
  }

  /// One comparison: what asks, and of which story.
  ///
  /// @param channel where what asks lies open
  /// @param asks what asks, as far as both sides have it in common
  /// @param counts of the story that asks; null when an article does
  /// @param size how many articles ask
  /// @param salt what binds the channel's features to the language; 0 when they are bound to it
  /// @param side the part of the story in the language in common; null when there is none
  /// @param cosine with the sum of the story, in the channel
  record Pair(
      Laid channel,
      Sketch asks,
      @Nullable Centroid counts,
      int size,
      String lang,
      int salt,
      Story story,
      Story.@Nullable Side side,
      double cosine,
      Duration away,
      boolean dated) {
    boolean isAcross() {
      return side == null;
    }

    /// @param small the story that asks
    /// @return the share of the two stories' articles that is in the language of the pair, 0 to 1,
    ///   of the one that has less of it
    double share(Story small) {
      Story.Side mine = small.side(lang);
      return side == null || mine == null
          ? 0
          : Math.min(
              (double) mine.words().size() / small.size(),
              (double) side.words().size() / story.size());
    }

    private Centroid sum() {
      return side == null ? story.marks : side.words();
    }
  }

  /// Lays an article and a story side by side.
  Pair pair(Held article, Story story) {
    marks.lay(article.marks());
    Story.Side side = story.side(article.lang());
    Laid channel = marks;
    if (side != null) {
      words.lay(article.words());
      channel = words;
    }
    return new Pair(
        channel,
        channel.sketch(),
        null,
        1,
        article.lang(),
        side == null ? Marks.salt(article.lang()) : 0,
        story,
        side,
        channel.cosine(side == null ? story.marks : side.words()),
        story.distance(article.date()),
        article.date() != null && story.first != null);
  }

  /// Lays two stories side by side, in the language in common that the small one has most of.
  Pair pair(Story small, Story large) {
    Story.Side best = null;
    for (Story.Side side : small.sides()) {
      if (large.side(side.lang()) != null
          && (best == null || side.words().size() > best.words().size())) {
        best = side;
      }
    }
    return pair(small, large, best);
  }

  /// Lays them side by side by what any language shares.
  Pair across(Story small, Story large) {
    return pair(small, large, null);
  }

  /// Lays them side by side in the other languages in common, one after the other.
  List<Pair> others(Story small, Pair first) {
    List<Pair> out = new ArrayList<>();
    for (Story.Side side : small.sides()) {
      if (!side.lang().equals(first.lang) && first.story.side(side.lang()) != null) {
        out.add(pair(small, first.story, side));
      }
    }
    return out;
  }

  /// @param mine the part of the small story in a language in common; null when there is none
  private Pair pair(Story small, Story large, Story.@Nullable Side mine) {
    Story.Side theirs = mine == null ? null : large.side(mine.lang());
    marks.lay(small.marks.sketch(STORY_FEATURES));
    Laid channel = marks;
    if (mine != null) {
      words.lay(mine.words().sketch(STORY_FEATURES));
      channel = words;
    }
    Story.Side any = mine == null ? small.sides().getFirst() : mine;
    return new Pair(
        channel,
        channel.sketch(),
        mine == null ? small.marks : mine.words(),
        small.size(),
        any.lang(),
        mine == null ? any.salt() : 0,
        large,
        theirs,
        channel.cosine(theirs == null ? large.marks : theirs.words()),
        small.distance(large),
        small.first != null && large.first != null);
  }

  /// @return the signs by {@link Sign#place}; `RIVAL` is for the caller to fill
  float[] signs(Pair pair) {
    var out = new float[Sign.ALL];
    Story story = pair.story;
    pair.channel.lay(pair.asks);
    set(out, Sign.COSINE, pair.cosine);
    set(out, Sign.NEAREST, nearest(pair));
    set(out, Sign.HOURS, Math.log1p(pair.away.toSeconds() / SECONDS_OF_AN_HOUR));
    set(out, Sign.UNDATED, pair.dated ? 0 : 1);
    set(out, Sign.SIZE, Math.log(Math.max(1, story.size())));
    set(out, Sign.OWN_SIZE, Math.log(Math.max(1, pair.size)));
    set(out, Sign.LENGTH, Math.log1p(pair.asks.size()));
    set(out, Sign.STORY_LENGTH, Math.log1p(pair.sum().features()));
    set(out, Sign.SEEN, Math.log1p(frequencies.articles(pair.lang)));
    set(out, Sign.ACROSS, pair.isAcross() ? 1 : 0);
    shared(out, pair);
    marks(out, story.marks);
    return out;
  }

  private static void set(float[] out, Sign sign, double value) {
    out[sign.place()] = (float) value;
  }

  private double nearest(Pair pair) {
    double best = 0;
    Story.Side side = pair.side;
    for (int i = 0; i < Math.min(NEIGHBOURS, pair.story.size()); i++) {
      Held other = held.apply(pair.story.latest(i));
      if (other != null && (side == null || other.lang().equals(side.lang()))) {
        best = Math.max(best, pair.channel.dot(side == null ? other.marks() : other.words()));
      }
    }
    return best;
  }

  private void shared(float[] out, Pair pair) {
    double cover = 0;
    double concentration = 0;
    double top = 0;
    double likelihood = 0;
    double rarest = 0;
    double missed = 1;
    int shared = 0;
    Laid channel = pair.channel;
    Centroid sum = pair.sum();
    double size = Math.log(sum.size() + PRIOR);
    double[] rare = rarities(pair);
    for (int i = 0; i < sum.features(); i++) {
      int at = channel.at(sum.key(i));
      double count = sum.count(i);
      if (at < 0 || count <= 0) {
        continue;
      }
      double weight = (double) channel.weightAt(at) * channel.weightAt(at);
      double rarity = rare[at];
      double has = Math.log(count * Math.exp(rarity) + PRIOR) - size;
      double told = count / Math.max(count, told(sum.key(i), pair));
      likelihood += weight * Math.max(LEAST_LIKELIHOOD, has);
      missed -= weight;
      cover += weight * Math.min(1, count / sum.size());
      concentration += weight * told;
      top = Math.max(top, told * rarity);
      rarest += rarity;
      shared++;
    }
    double missing = Math.max(LEAST_LIKELIHOOD, Math.log(PRIOR) - size);
    set(out, Sign.COVER, cover);
    set(out, Sign.CONCENTRATION, concentration);
    set(out, Sign.TOP, top);
    set(out, Sign.LIKELIHOOD, likelihood + Math.max(0, missed) * missing);
    set(out, Sign.RARITY, Math.min(MOST_RARITY, rarest));
    set(out, Sign.SHARED, Math.min(MOST_RARITY, shared));
  }

  /// @return how rare each feature of the channel is now
  @SuppressWarnings("ReferenceEquality") // the same sketch, not one alike
  private double[] rarities(Pair pair) {
    Sketch channel = pair.asks;
    if (rare != channel) {
      rare = channel;
      int articles = frequencies.articles(pair.lang);
      rarities = new double[channel.size()];
      for (int i = 0; i < rarities.length; i++) {
        rarities[i] = frequencies.rarity(channel.keys()[i] ^ pair.salt, articles);
      }
    }
    return rarities;
  }

  /// @return in how many of the latest articles, the asking ones left out, a feature stands
  private double told(int key, Pair pair) {
    Centroid counts = pair.counts;
    if (!pair.isAcross()) {
      int at = counts == null ? -1 : counts.at(key);
      double own = counts == null ? 1 : at < 0 ? 0 : counts.count(at);
      return frequencies.recent(key) - own;
    }
    double sum = 0;
    for (Story.Side one : pair.story.sides()) {
      sum += frequencies.recent(key ^ one.salt());
    }
    return sum;
  }

  private void marks(float[] out, Centroid story) {
    int sorts = 0;
    double length = story.length();
    for (int i = 0; i < story.features(); i++) {
      int at = marks.at(story.key(i));
      if (at >= 0 && story.count(i) > 0) {
        Marks.Sort sort = Marks.sort(story.key(i));
        sorts |= 1 << sort.code;
        Sign sign =
            switch (sort) {
              case NUMBER, DATE -> Sign.NUMBERS;
              case CONCEPT, LATIN -> Sign.NAMES;
              case WORD -> Sign.WORDS;
              case SOUND, FINE, SYLLABLES -> Sign.SOUNDS;
            };
        float weight = (float) (marks.weightAt(at) * story.sum(i) / length);
        out[sign.place()] += weight;
        out[Sign.MARKS.place()] += weight;
      }
    }
    set(out, Sign.SORTS, Integer.bitCount(sorts));
  }
}
