package org.tabadla.link;

import java.util.Arrays;
import java.util.List;

/// The words of all claims in their order, so that a few candidates can be looked at closely: which
/// words stand side by side, and how much of a claim a post holds. Four bytes a word.
final class ClaimWords {
  /// How much a word of the title counts beside one of the claim.
  static final float TITLE = 0.6f;

  private static final int HEAD = 3;

  /// Of each claim: how many words the claim and the title have and how many further terms the
  /// claim has; then the words of the claim, of the title, and the further terms of both.
  private int[][] rows = new int[16][];

  private int size;

  /// Takes in the next claim.
  void add(ClaimTerms claim, ClaimTerms title) {
    int[] words = firsts(claim.words());
    int[] headline = firsts(title.words());
    int[] more = others(claim.words());
    int[] moreHeadline = others(title.words());
    var row = new int[HEAD + words.length + headline.length + more.length + moreHeadline.length];
    row[0] = words.length;
    row[1] = headline.length;
    row[2] = more.length;
    int at = HEAD;
    for (int[] part : new int[][] {words, headline, more, moreHeadline}) {
      System.arraycopy(part, 0, row, at, part.length);
      at += part.length;
    }
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
    }
    rows[size++] = row;
  }

  private static int[] firsts(List<List<String>> words) {
    return words.stream().mapToInt(terms -> ClaimTerms.key(terms.getFirst())).toArray();
  }

  private static int[] others(List<List<String>> words) {
    return words.stream()
        .flatMap(terms -> terms.stream().skip(1))
        .mapToInt(ClaimTerms::key)
        .toArray();
  }

  int size() {
    return size;
  }

  /// Takes a word or a pair, and how much it counts.
  interface Taker {
    void take(int key, float amount);
  }

  /// Gives each term of a claim and its title.
  void terms(int place, Taker to) {
    int[] row = rows[place];
    int titleFrom = HEAD + row[0];
    int moreFrom = titleFrom + row[1];
    int moreTitleFrom = moreFrom + row[2];
    for (int i = HEAD; i < row.length; i++) {
      boolean title = (i >= titleFrom && i < moreFrom) || i >= moreTitleFrom;
      to.take(row[i], title ? TITLE : 1);
    }
  }

  /// Gives each two words in a row.
  void pairs(int place, Taker to) {
    int[] row = rows[place];
    int titleFrom = HEAD + row[0];
    for (int i = HEAD + 1; i < titleFrom + row[1]; i++) {
      if (i != titleFrom) {
        to.take(ClaimTerms.pair(row[i - 1], row[i]), i < titleFrom ? 1 : TITLE);
      }
    }
  }

  /// @return how many pairs a claim and its title have, those of the title counting less
  float pairLength(int place) {
    int[] row = rows[place];
    return Math.max(0, row[0] - 1) + TITLE * Math.max(0, row[1] - 1);
  }
}
