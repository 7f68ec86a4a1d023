package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import org.tabadla.language.Letters;
import org.tabadla.model.Lang;

/// A word or a mark of a sentence.
///
/// @param key folded; a mark is its own key
/// @param written as it stands
/// @param start index in the article's text
record Word(String key, String written, int start) {
  private static final char ZWNJ = '\u200C';
  private static final char FIRST_HAN = '\u2E80';

  int end() {
    return start + written.length();
  }

  boolean isMark() {
    return !Character.isLetterOrDigit(written.codePointAt(0));
  }

  boolean isCapital() {
    return Character.isUpperCase(written.codePointAt(0));
  }

  boolean isNumber() {
    return Character.isDigit(written.codePointAt(0));
  }

  /// Cuts a stretch of a text. Words in Han characters are cut into single characters, numbers keep
  /// their points and commas, the English genitive is a word of its own.
  static List<Word> cut(String text, int from, int to, Lang lang) {
    List<Word> out = new ArrayList<>();
    int i = from;
    while (i < to) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        i = end;
        continue;
      }
      if (!isHan(c) && (Character.isLetterOrDigit(c) || isGenitive(text, i, to))) {
        end = wordEnd(text, i, to);
      }
      String written = text.substring(i, end);
      out.add(new Word(Letters.fold(written, lang), written, i));
      i = end;
    }
    return out;
  }

  private static boolean isHan(int c) {
    return c >= FIRST_HAN && Character.isIdeographic(c);
  }

  private static int wordEnd(String text, int from, int to) {
    boolean number = Character.isDigit(text.charAt(from));
    int i = from + 1;
    while (i < to) {
      char c = text.charAt(i);
      boolean more = i + 1 < to;
      boolean joins =
          more
              && ((number && (c == '.' || c == ',') && Character.isDigit(text.charAt(i + 1)))
                  || (c == '-' && Character.isLetterOrDigit(text.charAt(i + 1))));
      if (!joins && !(isInner(c) && !isHan(c))) {
        break;
      }
      i++;
    }
    return i;
  }

  private static boolean isInner(char c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || Character.isSurrogate(c)
        || c == ZWNJ;
  }

  private static boolean isGenitive(String text, int i, int to) {
    char c = text.charAt(i);
    return (c == '\'' || c == '’')
        && i > 0
        && Character.isLetter(text.charAt(i - 1))
        && i + 1 < to
        && text.charAt(i + 1) == 's'
        && (i + 2 == to || !Character.isLetterOrDigit(text.charAt(i + 2)));
  }
}
