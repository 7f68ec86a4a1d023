package org.tabadla.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds near copies: the share of a text's word runs that one earlier text holds, over an inverted
/// index of bounded size.
///
/// A guard looks at the numbers: bulletins of two days share every word but those, and are no
/// copies of one another.
final class Copies {
  /// The share from which a text is a copy.
  static final double COPY_SHARE = 0.4;

  private static final int MOST_TEXTS = 20_000;
  private static final int MOST_POSTINGS = 64;
  private static final double NUMBERS_ALIKE = 0.6;
  private static final int FEWEST_NUMBERS = 2;

  private final Map<Long, int[]> postings = new HashMap<>();
  private final Map<Integer, Held> held = new HashMap<>();
  private final Deque<Integer> order = new ArrayDeque<>();
  private int next;

  private record Held(Sketch sketch, int number) {}

  /// What the index says of a text.
  ///
  /// @param overlap 0 to 1: the largest share that one earlier text holds
  /// @param of the earliest text that it is a copy of, null when it is none
  record Match(double overlap, @Nullable Sketch of, double share) {}

  /// Compares a text with all that are held; adds nothing.
  Match find(Sketch sketch) {
    var shared = new HashMap<Integer, Integer>();
    for (long shingle : sketch.shingles()) {
      int[] texts = postings.get(shingle);
      if (texts != null) {
        for (int i = 1; i <= texts[0]; i++) {
          shared.merge(texts[i], 1, Integer::sum);
        }
      }
    }
    double overlap = 0;
    Held best = null;
    double bestShare = 0;
    for (var entry : shared.entrySet()) {
      Held other = held.get(entry.getKey());
      if (other == null || other.sketch.id().equals(sketch.id())) {
        continue;
      }
      double share = entry.getValue() / (double) Math.max(1, sketch.shingles().length);
      double back = entry.getValue() / (double) Math.max(1, other.sketch.shingles().length);
      overlap = Math.max(overlap, share);
      double either = Math.max(share, back);
      boolean earlier = best == null || other.number < best.number;
      if (either >= COPY_SHARE && earlier && numbersAgree(sketch, other.sketch)) {
        best = other;
        bestShare = either;
      }
    }
    return new Match(overlap, best == null ? null : best.sketch, bestShare);
  }

  void add(Sketch sketch) {
    int number = next++;
    held.put(number, new Held(sketch, number));
    order.add(number);
    for (long shingle : sketch.shingles()) {
      postings.merge(shingle, new int[] {1, number}, Copies::joined);
    }
    if (order.size() > MOST_TEXTS) {
      forget(order.remove());
    }
  }

  private static int[] joined(int[] old, int[] one) {
    int n = old[0];
    if (n >= MOST_POSTINGS) {
      return old;
    }
    int[] out =
        n + 1 < old.length
            ? old
            : java.util.Arrays.copyOf(old, Math.min(MOST_POSTINGS + 1, old.length * 2));
    out[n + 1] = one[1];
    out[0] = n + 1;
    return out;
  }

  private void forget(int number) {
    Held gone = held.remove(number);
    if (gone == null) {
      return;
    }
    for (long shingle : gone.sketch.shingles()) {
      postings.computeIfPresent(shingle, (_, texts) -> without(texts, number));
    }
  }

  private static int @Nullable [] without(int[] texts, int number) {
    int kept = 0;
    for (int i = 1; i <= texts[0]; i++) {
      if (texts[i] != number) {
        texts[++kept] = texts[i];
      }
    }
    texts[0] = kept;
    return kept == 0 ? null : texts;
  }

  /// Tells whether the numbers of two texts allow one to be a copy of the other: most of the
  /// shorter list must be in the longer.
  static boolean numbersAgree(Sketch one, Sketch other) {
    boolean oneHasFewer = one.numbers().size() <= other.numbers().size();
    Set<String> few = oneHasFewer ? one.numbers() : other.numbers();
    Set<String> many = oneHasFewer ? other.numbers() : one.numbers();
    if (few.size() < FEWEST_NUMBERS) {
      return true;
    }
    var common = new HashSet<>(few);
    common.retainAll(many);
    return common.size() >= NUMBERS_ALIKE * few.size();
  }
}
