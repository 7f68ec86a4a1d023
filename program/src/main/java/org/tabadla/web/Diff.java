package org.tabadla.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What changed between two texts, word by word: the longest common subsequence of what is left
/// when the equal beginning and end are set aside. Beyond a limit on the table's size that middle
/// is given as wholly replaced, so hostile texts cost linear time.
public final class Diff {
  private static final Pattern WORDS_AND_GAPS = Pattern.compile("\\s*\\n\\s*|\\S+[^\\S\\n]*");
  private static final int TABLE_LIMIT_CELLS = 1_000_000;

  private Diff() {}

  /// What happened to a run of words.
  public enum Change {
    KEPT,
    ADDED,
    REMOVED
  }

  /// A run of words with its white space.
  public record Run(Change change, String words) {}

  /// @return runs that give `after` without the removed, `before` without the added ones
  static List<Run> of(String before, String after) {
    List<String> a = words(before);
    List<String> b = words(after);
    int start = 0;
    while (start < Math.min(a.size(), b.size()) && a.get(start).equals(b.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(a.size(), b.size()) - start
        && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
      end++;
    }
    var out = new Runs();
    out.add(Change.KEPT, a.subList(0, start));
    middle(a.subList(start, a.size() - end), b.subList(start, b.size() - end), out);
    out.add(Change.KEPT, a.subList(a.size() - end, a.size()));
    return out.done();
  }

  private static List<String> words(String text) {
    return WORDS_AND_GAPS.matcher(text.strip()).results().map(m -> m.group()).toList();
  }

  private static void middle(List<String> a, List<String> b, Runs out) {
    if ((long) (a.size() + 1) * (b.size() + 1) > TABLE_LIMIT_CELLS) {
      out.add(Change.REMOVED, a);
      out.add(Change.ADDED, b);
      return;
    }
    int[][] common = table(a, b);
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
        out.add(Change.KEPT, a.get(i++));
        j++;
      } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
        out.add(Change.REMOVED, a.get(i++));
      } else {
        out.add(Change.ADDED, b.get(j++));
      }
    }
  }

  /// @return in `[i][j]` the length of the longest common subsequence of `a` from i and `b` from j
  private static int[][] table(List<String> a, List<String> b) {
    int[][] common = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        common[i][j] =
            a.get(i).equals(b.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  /// Joins neighbours of one kind.
  private static final class Runs {
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private Change change = Change.KEPT;

    void add(Change kind, List<String> all) {
      all.forEach(word -> add(kind, word));
    }

    void add(Change kind, String word) {
      if (kind != change) {
        close();
        change = kind;
      }
      words.append(word);
    }

    private void close() {
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
