package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Finds near copies: the share of one text's words that stand, in runs of a few words, in another
/// (Broder's containment), over an index of a few of each text's runs.
///
/// A text whose numbers are not those of the other is no copy of it, however alike their words:
/// daily bulletins fill one form with new numbers.
final class Copies {
  /// @param place of the earlier text
  /// @param overlap the share of the new text's words that stand in passages of the earlier one, 0
  ///   to 1
  /// @param shared the share of the shorter text that the other holds
  record Match(int place, double overlap, double shared, boolean copy) {}

  /// What an index entry costs is paid for each text held; what a question costs only once. So few
  /// runs are written down, those of the lowest hash, and all are asked for.
  private static final int INDEXED_RUNS = 64;

  private static final int MOST_PLACES = 32;
  private static final int MOST_CHECKED = 8;
  private static final int FEWEST_RUNS = 4;

  private final double copy;
  private final IntFunction<@Nullable Copied> texts;
  private final Postings postings = new Postings(MOST_PLACES);
  private final Places hits = new Places();
  private final Copied.RunSet own = new Copied.RunSet();
  private final Copied.RunSet other = new Copied.RunSet();

  /// @param texts by place, those that are held
  Copies(double copy, IntFunction<@Nullable Copied> texts) {
    this.copy = copy;
    this.texts = texts;
  }

  void add(int place, Profile text) {
    int[] runs = text.runs();
    int[] lowest = runs;
    if (runs.length > INDEXED_RUNS) {
      lowest = runs.clone();
      Arrays.sort(lowest);
    }
    for (int i = 0; i < Math.min(INDEXED_RUNS, lowest.length); i++) {
      postings.add(lowest[i], place);
    }
  }

  /// Frees what texts that are held no more took in the index.
  void tidy() {
    postings.keepOnly(place -> texts.apply(place) != null);
  }

  void write(DataOutput out) throws IOException {
    postings.write(out);
  }

  void read(DataInput in) throws IOException {
    postings.read(in);
  }

  long bytes() {
    return postings.bytes();
  }

  /// @return the nearest earlier text, a copy before a mere overlap; null when none shares a run
  @Nullable Match nearest(Profile text, Copied mine) {
    hits.clear();
    for (int run : text.runs()) {
      postings.forEach(run, place -> hits.add(place, 1));
    }
    own.hold(mine.runs());
    Match best = null;
    for (int place : hits.best(MOST_CHECKED)) {
      Copied earlier = texts.apply(place);
      if (earlier != null && !earlier.id().equals(mine.id())) {
        best = better(best, compare(place, mine, earlier));
      }
    }
    return best;
  }

  private static Match better(@Nullable Match a, Match b) {
    if (a == null || (b.copy() && !a.copy())) {
      return b;
    }
    if (a.copy() && !b.copy()) {
      return a;
    }
    return b.shared() > a.shared() ? b : a;
  }

  private Match compare(int place, Copied mine, Copied earlier) {
    other.hold(earlier.runs());
    double here = mine.taken(other);
    double there = earlier.taken(own);
    double shared = Math.max(here, there);
    boolean enough = Math.min(mine.runs().length, earlier.runs().length) >= FEWEST_RUNS;
    return new Match(place, here, shared, enough && shared >= copy && mine.sameNumbers(earlier));
  }

  /// @return the share of the shorter text's words that stand in the other, 0 to 1
  double shared(Copied text, Copied earlier) {
    own.hold(text.runs());
    other.hold(earlier.runs());
    return Math.max(text.taken(other), earlier.taken(own));
  }
}
