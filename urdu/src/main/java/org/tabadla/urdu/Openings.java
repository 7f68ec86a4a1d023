package org.tabadla.urdu;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands before a sentence's first word and is no sentence: list marks and datelines.
final class Openings {
  private static final int LONGEST_LIST_MARK_CHARS = 14;
  private static final int LONGEST_DATELINE_CHARS = 70;
  private static final int LONGEST_PLACE_CHARS = 30;
  private static final int MOST_LIST_DIGITS = 2;

  /// «۱», «(2)», «1.2», «الف», «ب», «iv».
  private static final Pattern LIST_MARK =
      Pattern.compile(
          "\\s*[(\\[]?(?:\\p{Nd}{1,2}(?:[.\u06D4]\\p{Nd}{1,2}){0,3}|\u0627\u0644\u0641|\\p{L}|[ivxIVX]{1,5})[)\\]]?");

  /// «کراچی (اے پی پی)», «اسلام آباد، 25 اکتوبر (نمائندہ)».
  private static final Pattern DATELINE =
      Pattern.compile("\\s*\\S+(?: \\S+){0,5}\\s?\\([^()]{1,40}\\)\\s*");

  private static final Pattern PLACE = Pattern.compile("\\s*\\p{L}+(?:[ /]\\p{L}+){0,2}\\s*");
  private static final Pattern DAY = Pattern.compile("\\p{Nd}{1,2} (\\p{L}+)");

  private Openings() {}

  static boolean isListMark(String text, int start, int stop) {
    return stop - start <= LONGEST_LIST_MARK_CHARS
        && LIST_MARK.matcher(text.substring(start, stop)).matches();
  }

  /// «مطالبات: ۱۔ اجرت بڑھے۔»
  static boolean isNumberAfterColon(String text, int stop) {
    int i = stop;
    while (i > 0 && stop - i < MOST_LIST_DIGITS && Character.isDigit(text.charAt(i - 1))) {
      i--;
    }
    int digits = stop - i;
    while (i > 0 && stop - i < LONGEST_LIST_MARK_CHARS && text.charAt(i - 1) == ' ') {
      i--;
    }
    return digits > 0 && i > 0 && text.charAt(i - 1) == ':';
  }

  /// @param start of the sentence, which is a line's first
  static boolean isDateline(String text, int start, int stop) {
    if (stop - start > LONGEST_DATELINE_CHARS) {
      return false;
    }
    String piece = text.substring(start, stop);
    int open = piece.indexOf('(');
    if (open > 0) {
      return DATELINE.matcher(piece).matches() && !endsInVerb(piece, open);
    }
    return piece.length() <= LONGEST_PLACE_CHARS
        && PLACE.matcher(piece).matches()
        && !endsInVerb(piece, piece.length())
        && datelineGoesOn(text, stop + 1);
  }

  private static boolean endsInVerb(String piece, int end) {
    String words = piece.substring(0, end).stripTrailing();
    return SentenceWords.isVerb(OpenClause.wordBefore(words, 0, words.length()));
  }

  /// «لاہور۔ (نمائندہ)», «لاہور۔ 25 اکتوبر»: an agency or a day after the place.
  private static boolean datelineGoesOn(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    if (i < text.length() && text.charAt(i) == '(') {
      return true;
    }
    int most = Math.min(text.length(), i + LONGEST_PLACE_CHARS);
    Matcher day = DAY.matcher(text.substring(i, most));
    return day.lookingAt() && UrduMonths.find(FigureFold.fold(day.group(1))) != null;
  }
}
