package org.tabadla.urdu;

import java.util.List;
import java.util.Set;

/// Acronyms and initials written as names of letters: «ایس۔سی۔او», «ایم۔ اے۔ جناح», «ایف.بی.آر».
final class Acronyms {
  private static final int LONGEST_NAME_CHARS = 6;
  private static final int MOST_SPACES = 2;

  private Acronyms() {}

  private static final class Words {
    static final Set<String> LETTERS;
    static final Set<String> LETTER_WORDS;
    static final Set<String> FINALS;
    static final Set<String> TITLES;

    static {
      List<String[]> rows = Rows.of("sentences.tsv", 2);
      LETTERS = Rows.words(rows, "letter");
      LETTER_WORDS = Rows.words(rows, "letter-word");
      FINALS = Rows.words(rows, "final");
      TITLES = Rows.words(rows, "title");
    }
  }

  static boolean isFinal(String word) {
    return Words.FINALS.contains(word);
  }

  static boolean isTitle(String word) {
    return Words.TITLES.contains(word);
  }

  static boolean isLetter(String word) {
    return Words.LETTERS.contains(word) || Words.LETTER_WORDS.contains(word);
  }

  /// @param stop where a full stop stands
  /// @return whether it parts letters of one acronym or closes an initial, so ends no sentence
  static boolean goesOn(String text, int stop) {
    int end = stop;
    while (end > 0 && stop - end < MOST_SPACES && text.charAt(end - 1) == ' ') {
      end--;
    }
    String before = wordBefore(text, end);
    if (!isLetter(before)) {
      return false;
    }
    // Where a space stands before every stop, the name of a letter may also be a sentence's last.
    boolean sure = end == stop && !Words.LETTER_WORDS.contains(before);
    return sure || dottedBefore(text, end - before.length()) || isLetter(wordAfter(text, stop));
  }

  private static boolean dottedBefore(String text, int start) {
    int i = start - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    if (i <= 0 || !isDot(text.charAt(i))) {
      return false;
    }
    int end = i;
    while (end > 0 && i - end < MOST_SPACES && text.charAt(end - 1) == ' ') {
      end--;
    }
    return isLetter(wordBefore(text, end));
  }

  static boolean isDot(char c) {
    return c == '.' || c == UrduLetters.FULL_STOP;
  }

  static String wordBefore(String text, int end) {
    int start = end;
    while (start > 0 && end - start <= LONGEST_NAME_CHARS && isWord(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  static String wordAfter(String text, int stop) {
    int start = stop + 1;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    int end = start;
    while (end < text.length() && end - start <= LONGEST_NAME_CHARS && isWord(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static boolean isWord(char c) {
    return UrduLetters.isArabic(c) || Character.isDigit(c);
  }
}
