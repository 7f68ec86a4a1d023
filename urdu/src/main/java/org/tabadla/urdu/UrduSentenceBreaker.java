package org.tabadla.urdu;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts Urdu text into sentences.
///
/// A sentence ends at ۔ ؟ ! or a full stop, at a hyphen after a verb (an old newspaper habit) and
/// at each line's end. None ends inside a number (3.5, ۳٫۵, 7.30), an acronym or initial («ایم۔ اے۔
/// جناح»), a web address, a parenthesis, after a list number (۱۔) or after a dateline («کراچی (اے
/// پی پی)۔»). A stop glued to the next sentence ends one all the same. Linear in the text.
public final class UrduSentenceBreaker {
  private static final String CLOSERS = "\u201C\u201D\u2018\u2019\"'»›)]}";
  private static final int LONGEST_PARENTHESIS_CHARS = 300;
  private static final int LONGEST_DATELINE_CHARS = 60;
  private static final Pattern DATELINE =
      Pattern.compile("\\s*\\S+(?: \\S+){0,2}\\s?\\([^()]{1,40}\\)\\s*");
  private static final Pattern LIST_NUMBER =
      Pattern.compile("\\s*[(\\[]?(?:\\d{1,2}|\\p{Nd}{1,2})");

  private final String text;
  private final List<Stretch> out = new ArrayList<>();
  private int start;

  private UrduSentenceBreaker(String text) {
    this.text = text;
  }

  /// @return the sentences in order, without the white space around them
  public static List<Stretch> of(String text) {
    var breaker = new UrduSentenceBreaker(text);
    breaker.run();
    return List.copyOf(breaker.out);
  }

  private void run() {
    int parenthesisEnd = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLineEnd(c)) {
        cut(i);
      } else if ((c == '(' || c == '[') && i > parenthesisEnd) {
        parenthesisEnd = Math.max(closing(i, c == '(' ? ')' : ']'), parenthesisEnd);
      } else if (UrduLetters.isStop(c)) {
        int end = stops(i);
        if (i > parenthesisEnd && ends(i, end)) {
          cut(closers(end));
        }
        i = Math.max(i, Math.max(start - 1, end - 1));
      } else if (i > parenthesisEnd && isHyphenEnd(i)) {
        cut(i + 1);
      }
    }
    cut(text.length());
  }

  private void cut(int end) {
    int from = start;
    int to = end;
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (to > from) {
      out.add(new Stretch(from, to));
    }
    start = end;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  /// @return where the parenthesis closes, or -1 when it does not on this line and soon
  private int closing(int open, char close) {
    int most = Math.min(text.length(), open + LONGEST_PARENTHESIS_CHARS);
    for (int i = open + 1; i < most && !isLineEnd(text.charAt(i)); i++) {
      if (text.charAt(i) == close) {
        return i;
      }
    }
    return -1;
  }

  /// @return the end of a run of stops: «۔۔», «؟!», «...»
  private int stops(int from) {
    int end = from + 1;
    while (end < text.length() && UrduLetters.isStop(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// @return the end with the quotes and parentheses that close there; one that a letter follows
  ///   opens the next sentence
  private int closers(int from) {
    int end = from;
    while (end < text.length() && CLOSERS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    boolean opens = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
    return opens && end > from && CLOSERS.indexOf(text.charAt(end - 1)) < 6 ? end - 1 : end;
  }

  private boolean ends(int stop, int end) {
    char c = text.charAt(stop);
    boolean last = end >= text.length();
    char next = last ? '\n' : text.charAt(end);
    if (!last && commaFollows(end)) {
      return false;
    }
    if (c == UrduLetters.ELLIPSIS || end - stop >= 3) {
      return last || Acronyms.isFinal(wordBefore(stop));
    }
    if (end - stop > 1 || !Acronyms.isDot(c)) {
      return true;
    }
    if (stop > 0 && Character.isDigit(text.charAt(stop - 1))) {
      return !Character.isDigit(next) && !(isListNumber(stop) && !last);
    }
    if (c == '.' && !last && latinGoesOn(stop, next)) {
      return false;
    }
    if (!last && !isLineEnd(next) && (Acronyms.goesOn(text, stop) || isTitle(stop))) {
      return false;
    }
    return last || !isDateline(stop);
  }

  private boolean commaFollows(int end) {
    int i = end;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i < text.length() && (text.charAt(i) == UrduLetters.COMMA || text.charAt(i) == ',');
  }

  /// A Latin full stop inside an address, after a single letter or before a small letter.
  private boolean latinGoesOn(int stop, char next) {
    boolean latinBefore = stop > 0 && isLatin(text.charAt(stop - 1));
    if (isLatin(next) || Character.isDigit(next)) {
      return true;
    }
    boolean single = latinBefore && (stop == 1 || !Character.isLetter(text.charAt(stop - 2)));
    int i = stop + 1;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    boolean small = i < text.length() && Character.isLowerCase(text.charAt(i));
    return single || (latinBefore && small);
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetter(c);
  }

  private boolean isTitle(int stop) {
    return Acronyms.isTitle(wordBefore(stop));
  }

  private boolean isListNumber(int stop) {
    return stop - start <= 6 && LIST_NUMBER.matcher(text.substring(start, stop)).matches();
  }

  private boolean isDateline(int stop) {
    return stop - start <= LONGEST_DATELINE_CHARS
        && stop > 0
        && (text.charAt(stop - 1) == ')' || (stop > 1 && text.charAt(stop - 2) == ')'))
        && DATELINE.matcher(text.substring(start, stop)).matches();
  }

  /// A hyphen that stands alone after a verb: «… جاری ہے -».
  private boolean isHyphenEnd(int i) {
    char c = text.charAt(i);
    if ((c != '-' && c != '\u2013') || i == 0 || text.charAt(i - 1) != ' ') {
      return false;
    }
    boolean alone = i + 1 >= text.length() || isBlank(text.charAt(i + 1));
    int word = i;
    while (word > start && text.charAt(word - 1) == ' ') {
      word--;
    }
    boolean quoted = word > start && CLOSERS.indexOf(text.charAt(word - 1)) >= 0;
    return alone && (quoted || Acronyms.isFinal(wordBefore(word)));
  }

  private String wordBefore(int end) {
    int to = end;
    while (to > start && text.charAt(to - 1) == ' ') {
      to--;
    }
    return Acronyms.wordBefore(text, to);
  }
}
