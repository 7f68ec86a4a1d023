package org.tabadla.urdu;

/// A clause that «نے» or «کہ» opened and no verb has closed yet, as in «صدر نے آج ہند۔ چین تعاون پر
/// زور دیا۔»: the stop in it is a hyphen.
final class OpenClause {
  private static final int LONGEST_CHARS = 240;
  private static final int FEWEST_WORDS_AFTER_THAT = 5;
  private static final String AGENT = "\u0646\u06D2";
  private static final String THAT = "\u06A9\u06C1";
  private static final String IN = "\u0645\u06CC\u06BA";
  private static final String ON = "\u067E\u0631";

  /// Verbs and postpositions end in these; a noun that a hyphen joins mostly does not.
  private static final String OPEN_ENDS =
      "\u0627\u0622\u06CC\u06D2\u06BA\u0648\u06C1\u06BE\u0626\u0624\u0621";

  private OpenClause() {}

  /// @param start of the sentence
  /// @param stop a full stop with a space and a letter after it, else the answer is no
  /// @return whether the sentence so far lacks the verb that the words after the stop bring
  static boolean waits(String text, int start, int stop) {
    boolean word =
        stop + 2 < text.length()
            && text.charAt(stop + 1) == ' '
            && UrduLetters.isArabic(text.charAt(stop + 2));
    if (!word || stop == start || OPEN_ENDS.indexOf(text.charAt(stop - 1)) >= 0) {
      return false;
    }
    return isOpen(text, Math.max(start, stop - LONGEST_CHARS), stop) && closesAfter(text, stop + 1);
  }

  private static boolean isOpen(String text, int from, int stop) {
    int words = 0;
    boolean governed = false;
    int end = stop;
    while (end > from) {
      String word = wordBefore(text, from, end);
      if (word.isEmpty()) {
        end--;
        continue;
      }
      if (SentenceWords.isVerb(word)) {
        return false;
      } else if (word.equals(AGENT)) {
        return words > 0;
      } else if (word.equals(THAT)) {
        return governed && words >= FEWEST_WORDS_AFTER_THAT;
      }
      governed |= SentenceWords.isPostposition(word) || word.equals(IN) || word.equals(ON);
      words++;
      end -= word.length();
    }
    return false;
  }

  /// @return whether the words up to the next stop end in a verb
  private static boolean closesAfter(String text, int from) {
    int most = Math.min(text.length(), from + LONGEST_CHARS);
    int i = from;
    while (i < most && !UrduLetters.isStop(text.charAt(i)) && text.charAt(i) != '\n') {
      i++;
    }
    int end = i;
    while (end > from && text.charAt(end - 1) == ' ') {
      end--;
    }
    return SentenceWords.isVerb(wordBefore(text, from, end));
  }

  /// @return the letters before a place, a ے inside a word read as the ی that it should be
  static String wordBefore(String text, int from, int end) {
    int start = end;
    while (start > from && isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, end);
    int medial = word.indexOf(UrduLetters.YEH_BARREE);
    return medial < 0 || medial == word.length() - 1
        ? word
        : word.substring(0, word.length() - 1).replace(UrduLetters.YEH_BARREE, UrduLetters.YEH)
            + word.charAt(word.length() - 1);
  }

  private static boolean isLetter(char c) {
    return UrduLetters.isArabic(c) || c == '_';
  }
}
