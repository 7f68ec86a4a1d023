package org.tabadla.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.tabadla.language.Words;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// What changed between two texts, word by word, where words are those of the language: Chinese,
/// Japanese and Thai have no spaces to go by.
///
/// The shortest edit script of [Myers 1986](https://doi.org/10.1007/BF01840446), found greedily in
/// O((n + m) d) steps for d differences. Beyond a limit on d the middle that differs is given as
/// wholly replaced, so hostile texts cost no more than the limit times their length.
public final class Diff {
  /// The most differences that are followed one by one.
  private static final int DIFFERENCES_MAX = 1_000;

  /// A kept run of so few characters between two changed ones is chance, not a word that stayed.
  private static final int CHANCE_MAX_CHARS = 3;

  private Diff() {}

  /// What happened to a run of words.
  public enum Change {
    KEPT,
    ADDED,
    REMOVED
  }

  /// A run of words with the white space after it.
  public record Run(Change change, String words) {}

  /// One step from one list to another: a kept item has both places, another only its own, -1 in
  /// the other list.
  record Step(Change change, int before, int after) {}

  /// A word with the white space after it, which does not count.
  private record Token(String word, String shown) {
    boolean isParted() {
      return shown.length() > word.length();
    }
  }

  /// @param lang whose words the texts are cut into
  /// @return runs that give `after` without the removed, and `before`, but for its white space,
  ///   without the added ones
  static List<Run> of(String before, String after, Lang lang) {
    List<Token> a = tokens(before.strip(), lang);
    List<Token> b = tokens(after.strip(), lang);
    var runs = new Runs();
    boolean parted = true;
    for (Step step : steps(a, b, (x, y) -> x.word().equals(y.word()))) {
      String shown = step.after() >= 0 ? b.get(step.after()).shown() : a.get(step.before()).shown();
      // What was removed had a space before it that the text after does not have there.
      runs.add(step.change(), step.change() == Change.REMOVED && !parted ? " " + shown : shown);
      parted =
          step.change() != Change.KEPT
              || a.get(step.before()).isParted() == b.get(step.after()).isParted();
    }
    return runs.done();
  }

  private static List<Token> tokens(String text, Lang lang) {
    List<Span> words = Words.of(text, lang);
    var out = new ArrayList<Token>(words.size());
    for (int i = 0; i < words.size(); i++) {
      Span word = words.get(i);
      int end = i + 1 < words.size() ? words.get(i + 1).start() : text.length();
      out.add(new Token(word.of(text), text.substring(word.start(), end)));
    }
    return out;
  }

  /// @return the steps in order; what was removed before what came in its place
  static <T> List<Step> steps(List<T> a, List<T> b, BiPredicate<T, T> same) {
    int start = 0;
    while (start < Math.min(a.size(), b.size()) && same.test(a.get(start), b.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(a.size(), b.size()) - start
        && same.test(a.get(a.size() - 1 - end), b.get(b.size() - 1 - end))) {
      end++;
    }
    var out = new ArrayList<Step>();
    for (int i = 0; i < start; i++) {
      out.add(new Step(Change.KEPT, i, i));
    }
    List<T> left = a.subList(start, a.size() - end);
    List<T> right = b.subList(start, b.size() - end);
    for (Step step : removedFirst(myers(left, right, same))) {
      out.add(
          new Step(
              step.change(),
              step.before() < 0 ? -1 : step.before() + start,
              step.after() < 0 ? -1 : step.after() + start));
    }
    for (int i = end; i > 0; i--) {
      out.add(new Step(Change.KEPT, a.size() - i, b.size() - i));
    }
    return out;
  }

  private static <T> List<Step> myers(List<T> a, List<T> b, BiPredicate<T, T> same) {
    int limit = Math.min(a.size() + b.size(), DIFFERENCES_MAX);
    int[] reach = new int[2 * limit + 3];
    int middle = limit + 1;
    var trace = new ArrayList<int[]>();
    for (int d = 0; d <= limit; d++) {
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1]);
        int x = down ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
        int y = x - k;
        while (x < a.size() && y < b.size() && same.test(a.get(x), b.get(y))) {
          x++;
          y++;
        }
        reach[middle + k] = x;
        if (x >= a.size() && y >= b.size()) {
          trace.add(java.util.Arrays.copyOfRange(reach, middle - d, middle + d + 1));
          return back(a.size(), b.size(), trace);
        }
      }
      trace.add(java.util.Arrays.copyOfRange(reach, middle - d, middle + d + 1));
    }
    var replaced = new ArrayList<Step>();
    for (int i = 0; i < a.size(); i++) {
      replaced.add(new Step(Change.REMOVED, i, -1));
    }
    for (int i = 0; i < b.size(); i++) {
      replaced.add(new Step(Change.ADDED, -1, i));
    }
    return replaced;
  }

  /// Walks the way back that the search came.
  ///
  /// @param trace for each d, how far each diagonal from -d to d reached
  private static List<Step> back(int n, int m, List<int[]> trace) {
    var steps = new ArrayList<Step>();
    int x = n;
    int y = m;
    for (int d = trace.size() - 1; d > 0; d--) {
      int[] before = trace.get(d - 1);
      int k = x - y;
      boolean down = k == -d || (k != d && at(before, d, k - 1) < at(before, d, k + 1));
      int from = down ? k + 1 : k - 1;
      int startX = at(before, d, from);
      int startY = startX - from;
      while (x > startX && y > startY) {
        steps.add(new Step(Change.KEPT, --x, --y));
      }
      if (down) {
        steps.add(new Step(Change.ADDED, -1, --y));
      } else {
        steps.add(new Step(Change.REMOVED, --x, -1));
      }
    }
    while (x > 0 && y > 0) {
      steps.add(new Step(Change.KEPT, --x, --y));
    }
    return steps.reversed();
  }

  /// @param before the reach at d - 1, whose diagonals are -(d - 1) to d - 1
  private static int at(int[] before, int d, int k) {
    int i = k + d - 1;
    return i < 0 || i >= before.length ? -1 : before[i];
  }

  private static List<Step> removedFirst(List<Step> steps) {
    var out = new ArrayList<Step>(steps.size());
    var added = new ArrayList<Step>();
    for (Step step : steps) {
      if (step.change() == Change.ADDED) {
        added.add(step);
        continue;
      }
      if (step.change() == Change.KEPT) {
        out.addAll(added);
        added.clear();
      }
      out.add(step);
    }
    out.addAll(added);
    return out;
  }

  /// Joins neighbours of one kind, and changed runs that only chance parts.
  private static final class Runs {
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();
    private final StringBuilder kept = new StringBuilder();

    void add(Change change, String words) {
      if (change == Change.KEPT) {
        kept.append(words);
        return;
      }
      settle();
      (change == Change.ADDED ? added : removed).append(words);
    }

    /// What was kept since the last change, when the next one comes.
    private void settle() {
      if (kept.isEmpty()) {
        return;
      }
      boolean chance =
          !removed.isEmpty()
              && !added.isEmpty()
              && kept.toString().strip().length() <= CHANCE_MAX_CHARS;
      if (chance) {
        removed.append(kept);
        added.append(kept);
        kept.setLength(0);
      } else {
        close();
      }
    }

    private void close() {
      put(Change.REMOVED, removed);
      put(Change.ADDED, added);
      put(Change.KEPT, kept);
    }

    private void put(Change change, StringBuilder words) {
      if (!words.isEmpty()) {
        runs.add(new Run(change, words.toString()));
        words.setLength(0);
      }
    }

    List<Run> done() {
      close();
      return List.copyOf(runs);
    }
  }
}
