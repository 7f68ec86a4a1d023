package org.tabadla.urdu;

import java.util.ArrayList;
import java.util.List;

/// Cuts Urdu text into sentences.
///
/// A sentence ends at ۔ ؟ ! or a full stop, at a hyphen after a verb (an old newspaper habit) and
/// at each line's end. None ends inside a number (3.5, ۳٫۵, 7.30), an acronym or initial («ایم۔ اے۔
/// جناح»), a web address, a parenthesis, after a list mark (۱۔, الف۔) or after a dateline («کراچی
/// (اے پی پی)۔»), before a postposition, or where «نے» or «کہ» still waits for its verb. A stop
/// glued to the next sentence ends one all the same. Linear in the text.
///
/// ```java
/// for (Stretch sentence : UrduSentenceBreaker.of(text)) {
///   System.out.println(sentence.of(text));
/// }
/// ```
public final class UrduSentenceBreaker {
  private static final String CLOSERS = "\u201C\u201D\u2018\u2019\"'»›)]}";
  private static final int LONGEST_PARENTHESIS_CHARS = 300;
  private static final int LONGEST_DESIGNATION_CHARS = 24;

  private final String text;
  private final List<Stretch> out = new ArrayList<>();
  private int start;
  private int lineStart;

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
        lineStart = i + 1;
      } else if ((c == '(' || c == '[') && i > parenthesisEnd) {
        parenthesisEnd = Math.max(closing(i, c == '(' ? ')' : ']'), parenthesisEnd);
        if (holdsSentence(i, parenthesisEnd)) {
          cut(parenthesisEnd + 1);
          i = parenthesisEnd;
        }
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

  /// @return whether a parenthesis is a sentence by itself: «(یہ الگ بات ہے۔)»
  private boolean holdsSentence(int open, int close) {
    int before = start;
    while (before < open && isBlank(text.charAt(before))) {
      before++;
    }
    return before == open && close - open > 2 && UrduLetters.isStop(text.charAt(close - 1));
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
    boolean last = end >= text.length();
    char c = text.charAt(stop);
    if (!last
        && (commaFollows(end)
            || isInAddress(stop, end)
            || postpositionFollows(end)
            || (!Acronyms.isDot(c) && isQuotedAnd(end)))) {
      return false;
    }
    if (c == UrduLetters.ELLIPSIS || end - stop >= 3) {
      return last || SentenceWords.isVerb(wordBefore(stop));
    }
    if (end - stop > 1 || !Acronyms.isDot(c)) {
      return true;
    }
    return last || dotEnds(stop);
  }

  /// @param stop a single full stop, not the last letter of the text
  private boolean dotEnds(int stop) {
    char next = text.charAt(stop + 1);
    if (Openings.isListMark(text, start, stop) || Openings.isNumberAfterColon(text, stop)) {
      return false;
    }
    if (stop > 0 && Character.isDigit(text.charAt(stop - 1))) {
      return !Character.isDigit(next) && !isArticle(stop);
    }
    if (text.charAt(stop) == '.' && latinGoesOn(stop, next)) {
      return false;
    }
    if (!isLineEnd(next) && (Acronyms.goesOn(text, stop) || isTitle(stop) || isDesignation(stop))) {
      return false;
    }
    return !(start <= lineStart && Openings.isDateline(text, start, stop))
        && !OpenClause.waits(text, start, stop);
  }

  private boolean commaFollows(int end) {
    int i = end;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i < text.length() && (text.charAt(i) == UrduLetters.COMMA || text.charAt(i) == ',');
  }

  /// A stop with signs of an address on both sides: «b.com», «/?q=1».
  private boolean isInAddress(int stop, int end) {
    return stop > 0 && isAddress(text.charAt(stop - 1)) && isAddress(text.charAt(end));
  }

  private static boolean isAddress(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "/=_&#%@-".indexOf(c) >= 0);
  }

  /// «”کون آیا؟“ کا جواب»: no sentence begins with a postposition.
  private boolean postpositionFollows(int end) {
    int from = skipSpaces(closers(end));
    int to = from;
    while (to < text.length() && to - from <= 6 && UrduLetters.isArabic(text.charAt(to))) {
      to++;
    }
    boolean dotted = to < text.length() && UrduLetters.isStop(text.charAt(to));
    return to > from && !dotted && SentenceWords.isPostposition(text.substring(from, to));
  }

  /// «”یہ سچ ہے!“ اور چلے گئے»: the sentence around the quoted cry goes on.
  private boolean isQuotedAnd(int end) {
    int closed = closers(end);
    return closed > end && SentenceWords.isConjunction(Acronyms.wordAfter(text, closed - 1));
  }

  /// «آرٹیکل 63۔ اے کی تشریح»: a letter after a number, of which something is told.
  private boolean isArticle(int stop) {
    int from = skipSpaces(stop + 1);
    String letter = Acronyms.wordAfter(text, stop);
    if (from == stop + 1 || !Acronyms.isLetter(letter)) {
      return false;
    }
    int end = from + letter.length();
    return SentenceWords.isPostposition(Acronyms.wordAfter(text, end - 1));
  }

  private int skipSpaces(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  /// A Latin full stop after a single letter, an abbreviation or before a small letter, and the one
  /// of a domain's name in Urdu letters.
  private boolean latinGoesOn(int stop, char next) {
    int word = stop;
    while (word > start && stop - word < 6 && isLatin(text.charAt(word - 1))) {
      word--;
    }
    if (isLatin(next)
        || Character.isDigit(next)
        || stop - word == 1
        || SentenceWords.isLatinAbbreviation(text.substring(word, stop))) {
      return true;
    }
    int i = skipSpaces(stop + 1);
    boolean small = i < text.length() && Character.isLowerCase(text.charAt(i));
    return (word < stop && small) || isDomain(stop);
  }

  private boolean isDomain(int stop) {
    return Character.isLetter(text.charAt(stop + 1))
        && SentenceWords.isDomain(Acronyms.wordAfter(text, stop))
        && !SentenceWords.isVerb(wordBefore(stop));
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetter(c);
  }

  /// A title, or a single letter that stands for a word: «ص۔», «ب۔».
  private boolean isTitle(int stop) {
    String word = wordBefore(stop);
    return Acronyms.isTitle(word) || (word.length() == 1 && SentenceWords.abbreviates(word));
  }

  /// «شاہین۔3», «سیپ۔ 011»: a name with its number, in which the stop is a hyphen.
  private boolean isDesignation(int stop) {
    int i = skipSpaces(stop + 1);
    boolean number = i < text.length() && Character.isDigit(text.charAt(i));
    boolean glued = i == stop + 1;
    boolean zero = number && Character.digit(text.charAt(i), 10) == 0;
    return number
        && (glued || zero)
        && !SentenceWords.isVerb(OpenClause.wordBefore(text, start, stop))
        && stop - start > 0
        && digitsEnd(i) - stop <= LONGEST_DESIGNATION_CHARS;
  }

  private int digitsEnd(int from) {
    int i = from;
    int most = Math.min(text.length(), from + LONGEST_DESIGNATION_CHARS + 1);
    while (i < most && Character.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /// A hyphen after a verb: «… جاری ہے -», «… جاری ہے-». Before «اور» or «جو» it is a dash.
  private boolean isHyphenEnd(int i) {
    char c = text.charAt(i);
    if ((c != '-' && c != '\u2013') || i == start) {
      return false;
    }
    boolean closes = i + 1 >= text.length() || isBlank(text.charAt(i + 1));
    if (!closes || SentenceWords.isConjunction(Acronyms.wordAfter(text, i))) {
      return false;
    }
    int word = i;
    while (word > start && text.charAt(word - 1) == ' ') {
      word--;
    }
    boolean quoted = word < i && word > start && CLOSERS.indexOf(text.charAt(word - 1)) >= 0;
    return quoted || SentenceWords.isVerb(wordBefore(word));
  }

  private String wordBefore(int end) {
    int to = end;
    while (to > start && text.charAt(to - 1) == ' ') {
      to--;
    }
    return Acronyms.wordBefore(text, to);
  }
}
