package org.tabadla.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which lines of a page are its body, by a text that people or careful parsers wrote down: the
/// words of the page are aligned with the words of that text, and a line most of whose words found
/// their place belongs to it.
final class BodyGold {
  /// A line with a smaller share of its words in the text is no part of it.
  private static final double SHARE_MIN = 0.5;

  private static final int TABLE_MAX_CELLS = 400_000_000;

  private static final byte UP = 1;
  private static final byte LEFT = 2;
  private static final byte MATCH = 3;
  private static final byte RUN = 4;

  private BodyGold() {}

  /// @param lines of the page, in its order
  /// @param gold the body
  /// @return for each line whether it belongs to the body
  static boolean[] labels(List<String> lines, String gold) {
    Map<String, Integer> ids = new HashMap<>();
    int[] wanted = ids(words(gold), ids);
    var page = new ArrayList<Integer>();
    var owner = new ArrayList<Integer>();
    int[] sizes = new int[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      for (String word : words(lines.get(i))) {
        sizes[i]++;
        Integer id = ids.get(word);
        if (id != null) {
          page.add(id);
          owner.add(i);
        } else if (!page.isEmpty() && page.getLast() >= 0) {
          page.add(-1);
          owner.add(i);
        }
      }
    }
    int[] hits = new int[lines.size()];
    for (int at : aligned(page.stream().mapToInt(i -> i).toArray(), wanted)) {
      hits[owner.get(at)]++;
    }
    boolean[] in = new boolean[lines.size()];
    for (int i = 0; i < in.length; i++) {
      in[i] = sizes[i] > 0 && hits[i] >= SHARE_MIN * sizes[i];
    }
    return in;
  }

  private static int[] ids(List<String> words, Map<String, Integer> ids) {
    int[] out = new int[words.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = ids.computeIfAbsent(words.get(i), _ -> ids.size());
    }
    return out;
  }

  /// The best alignment of two sequences, in which a match beside a match counts half more.
  ///
  /// @return the positions in `page` that were matched
  private static List<Integer> aligned(int[] page, int[] gold) {
    int n = page.length;
    int m = gold.length;
    if ((long) (n + 1) * (m + 1) > TABLE_MAX_CELLS) {
      throw new IllegalStateException("a page of " + n + " words beside a text of " + m);
    }
    byte[] moves = new byte[(n + 1) * (m + 1)];
    int[] best = new int[m + 1];
    int[] run = new int[m + 1];
    Arrays.fill(run, Integer.MIN_VALUE / 2);
    for (int i = 1; i <= n; i++) {
      int corner = 0;
      int cornerRun = Integer.MIN_VALUE / 2;
      int row = i * (m + 1);
      for (int j = 1; j <= m; j++) {
        int up = best[j];
        int upRun = run[j];
        int matched = Integer.MIN_VALUE / 2;
        byte move = 0;
        if (page[i - 1] == gold[j - 1]) {
          matched = corner + 2;
          if (cornerRun + 3 > matched) {
            matched = cornerRun + 3;
            move = RUN;
          }
        }
        int score = matched;
        byte from = MATCH;
        if (up >= score) {
          score = up;
          from = UP;
        }
        if (best[j - 1] > score) {
          score = best[j - 1];
          from = LEFT;
        }
        best[j] = score;
        run[j] = matched;
        moves[row + j] = (byte) (from | move);
        corner = up;
        cornerRun = upRun;
      }
    }
    return walk(moves, n, m);
  }

  private static List<Integer> walk(byte[] moves, int n, int m) {
    var out = new ArrayList<Integer>();
    int i = n;
    int j = m;
    boolean inRun = false;
    while (i > 0 && j > 0) {
      byte move = moves[i * (m + 1) + j];
      int from = inRun ? MATCH : move & MATCH;
      if (from == MATCH) {
        out.add(i - 1);
        inRun = (move & RUN) != 0;
        i--;
        j--;
      } else if (from == UP) {
        i--;
      } else {
        j--;
      }
    }
    return out;
  }

  /// @return words in lower case; of scripts written without spaces each character
  static List<String> words(String text) {
    var out = new ArrayList<String>();
    var word = new StringBuilder();
    text.toLowerCase(java.util.Locale.ROOT)
        .codePoints()
        .forEach(c -> {
          boolean letter = Character.isLetterOrDigit(c);
          boolean alone = letter && Line.unit((char) Math.min(c, 0xFFFF)) > 1;
          if ((!letter || alone) && !word.isEmpty()) {
            out.add(word.toString());
            word.setLength(0);
          }
          if (alone) {
            out.add(Character.toString(c));
          } else if (letter) {
            word.appendCodePoint(c);
          }
        });
    if (!word.isEmpty()) {
      out.add(word.toString());
    }
    return out;
  }
}
