package org.tabadla.urdu;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of `sentences.tsv` that tell where a sentence can end or begin.
final class SentenceWords {
  /// Single letters that are a word («آ»: come) or a sign after a year.
  private static final String NO_ABBREVIATIONS = "\u0622\u0621\u06BE\u06C1";

  /// What stands before the ending: ے, ی, ں, or the treebanks' sign for a space within a word.
  private static final String FUTURE_JOINTS = "\u06D2\u06CC\u06BA_";

  private static final char ALEF = '\u0627';
  private static final char GAF = '\u06AF';
  private static final int SHORTEST_FUTURE_CHARS = 4;

  private SentenceWords() {}

  private static final class Words {
    static final Set<String> POSTPOSITIONS;
    static final Set<String> CONJUNCTIONS;
    static final Set<String> LATIN;
    static final Set<String> DOMAINS;

    static {
      List<String[]> rows = Rows.of("sentences.tsv", 2);
      POSTPOSITIONS = Rows.words(rows, "postposition");
      CONJUNCTIONS = Rows.words(rows, "conjunction");
      LATIN = Rows.words(rows, "latin");
      DOMAINS = Rows.words(rows, "domain");
    }
  }

  /// @return whether it is a finite verb as far as the table and the ending of the future tell
  static boolean isVerb(String word) {
    return Acronyms.isFinal(word) || isFuture(word);
  }

  /// «جائےگی», «ملیں_گے», «ہونگے»: the future's ending glued to the verb.
  private static boolean isFuture(String word) {
    int n = word.length();
    if (n < SHORTEST_FUTURE_CHARS || word.charAt(n - 2) != GAF) {
      return false;
    }
    char last = word.charAt(n - 1);
    char before = word.charAt(n - 3);
    boolean ending = last == ALEF || last == UrduLetters.YEH || last == UrduLetters.YEH_BARREE;
    return ending && FUTURE_JOINTS.indexOf(before) >= 0;
  }

  static boolean isPostposition(String word) {
    return Words.POSTPOSITIONS.contains(word);
  }

  static boolean isConjunction(String word) {
    return Words.CONJUNCTIONS.contains(word);
  }

  static boolean isLatinAbbreviation(String word) {
    return Words.LATIN.contains(word.toLowerCase(Locale.ROOT));
  }

  /// «کام», «نیٹ»: the end of a domain's name in Urdu letters.
  static boolean isDomain(String word) {
    return Words.DOMAINS.contains(word);
  }

  static boolean abbreviates(String letter) {
    char c = letter.charAt(0);
    return UrduLetters.isArabic(c) && NO_ABBREVIATIONS.indexOf(c) < 0;
  }
}
