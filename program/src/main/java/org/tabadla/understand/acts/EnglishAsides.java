package org.tabadla.understand.acts;

/// What stands between commas and only describes: «Hanbit Medical, a maker of scanners, and …»,
/// «Bank of Punjab, whose owner is the province, and …», «Keble College, Oxford, signed».
final class EnglishAsides {
  private static final int MOST_WORDS = 18;

  private EnglishAsides() {}

  /// @return the comma that closes an aside which a comma opens; -1 where none is
  static int closing(Sentence s, int comma, int to) {
    if (!s.key(comma).equals(",") || !s.is("aside", comma + 1)) {
      return -1;
    }
    for (int i = comma + 2; i < Math.min(to, comma + MOST_WORDS); i++) {
      if (s.key(i).equals(",")) {
        return i;
      }
    }
    return -1;
  }

  /// @return whether a clause word opens an aside that is over before a word
  static boolean isClosed(Sentence s, int clause, int to) {
    return clause > 0 && closing(s, clause - 1, to) > 0;
  }

  static boolean isWithin(Sentence s, int word, int from, int to) {
    for (int i = Math.max(0, word - MOST_WORDS); i < word; i++) {
      if (i >= from && closing(s, i, to) > word) {
        return true;
      }
    }
    return false;
  }

  /// @return the word after an aside that begins at a comma, else the comma itself
  static int after(Sentence s, int comma) {
    int closing = closing(s, comma, s.size());
    return closing > 0 ? closing + (s.key(closing + 1).equals("and") ? 1 : 0) : comma;
  }
}
