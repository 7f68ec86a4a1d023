package org.tabadla.link;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds near copies: the share of one text's words that stand, in runs of a few words, in another
/// (Broder's containment), over an index of a quarter of all runs.
///
/// A text whose numbers are not those of the other is no copy of it, however alike their words:
/// daily bulletins fill one form with new numbers.
final class Copies {
  /// @param place of the earlier text
  /// @param overlap the share of the new text's words that the earlier one holds, 0 to 1
  /// @param shared the share of the shorter text that the other holds
  record Match(int place, double overlap, double shared, boolean copy) {}

  private static final int SAMPLE = 4;
  private static final int SHORT_RUNS = 80;
  private static final int MOST_PLACES = 32;
  private static final int MOST_CHECKED = 6;
  private static final int FEWEST_RUNS = 4;
  private static final int FEWEST_NUMBERS = 3;
  private static final double SAME_NUMBERS = 0.6;
  private static final double ISSUE = 0.35;

  private final double copy;
  private final Postings postings = new Postings(MOST_PLACES);
  private final Map<Integer, Profile> texts = new HashMap<>();

  Copies(double copy) {
    this.copy = copy;
  }

  void add(int place, Profile text) {
    texts.put(place, text);
    for (int run : text.runs()) {
      if (isIndexed(run, text)) {
        postings.add(run, place);
      }
    }
  }

  void remove(int place) {
    texts.remove(place);
  }

  /// Frees what removed texts took in the index.
  void tidy() {
    postings.keepOnly(texts::containsKey);
  }

  private static boolean isIndexed(int run, Profile text) {
    return (run & (SAMPLE - 1)) == 0 || text.runs().length < SHORT_RUNS;
  }

  /// @return the nearest earlier text, a copy before a mere overlap; null when none shares a run
  @Nullable Match nearest(Profile text) {
    Map<Integer, int[]> hits = new HashMap<>();
    Set<Integer> seen = new HashSet<>();
    for (int run : text.runs()) {
      if (isIndexed(run, text) && seen.add(run)) {
        postings.forEach(run, place -> hits.computeIfAbsent(place, p -> new int[1])[0]++);
      }
    }
    List<Integer> places =
        hits.entrySet().stream()
            .sorted(
                Comparator.comparingInt((Map.Entry<Integer, int[]> hit) -> -hit.getValue()[0])
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    Set<Integer> own = runSet(text);
    Match best = null;
    for (int place : places.subList(0, Math.min(MOST_CHECKED, places.size()))) {
      Profile earlier = texts.get(place);
      if (earlier != null && !earlier.id().equals(text.id())) {
        best = better(best, compare(place, text, own, earlier));
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

  private Match compare(int place, Profile text, Set<Integer> own, Profile earlier) {
    double here = covered(text, runSet(earlier));
    double there = covered(earlier, own);
    double shared = Math.max(here, there);
    boolean long_ = Math.min(text.runs().length, earlier.runs().length) >= FEWEST_RUNS;
    return new Match(place, here, shared, long_ && shared >= copy && sameNumbers(text, earlier));
  }

  private static Set<Integer> runSet(Profile text) {
    Set<Integer> out = HashSet.newHashSet(text.runs().length);
    for (int run : text.runs()) {
      out.add(run);
    }
    return out;
  }

  /// @return the share of words that stand in a run of `runs`
  private static double covered(Profile text, Set<Integer> runs) {
    int[] all = text.runs();
    if (all.length == 0) {
      return 0;
    }
    int length = text.runWords();
    int end = 0;
    int covered = 0;
    for (int i = 0; i < all.length; i++) {
      if (runs.contains(all[i])) {
        covered += i + length - Math.max(i, end);
        end = i + length;
      }
    }
    return (double) covered / (all.length + length - 1);
  }

  private static boolean sameNumbers(Profile a, Profile b) {
    boolean aFewer = a.numbers().size() <= b.numbers().size();
    Set<String> fewer = aFewer ? a.numbers() : b.numbers();
    Set<String> more = aFewer ? b.numbers() : a.numbers();
    if (fewer.size() < FEWEST_NUMBERS) {
      return true;
    }
    long same = fewer.stream().filter(more::contains).count();
    return same >= SAME_NUMBERS * fewer.size();
  }

  /// @return whether two texts share a form but not its numbers
  boolean isOtherIssue(Profile text, int place) {
    Profile earlier = texts.get(place);
    if (earlier == null || earlier.id().equals(text.id()) || sameNumbers(text, earlier)) {
      return false;
    }
    return Math.max(covered(text, runSet(earlier)), covered(earlier, runSet(text))) >= ISSUE;
  }
}
