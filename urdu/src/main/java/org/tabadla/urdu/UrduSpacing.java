package org.tabadla.urdu;

/// Puts a space after a glued full stop or comma and takes away the one before it, but not in
/// decimals and acronyms; and one between a number and the word that is glued to it.
final class UrduSpacing {
  private static final String OPENERS = "(«\u201C\u201D\u2018\"";

  private UrduSpacing() {}

  /// @return the text itself where all its spaces are right
  static String spaced(String text) {
    int first = firstFault(text, 0);
    if (first == text.length()) {
      return text;
    }
    var out = new StringBuilder(text.length() + 16);
    int copied = 0;
    for (int i = first; i < text.length(); i = firstFault(text, i + 1)) {
      boolean mark = isMark(text.charAt(i));
      out.append(text, copied, i);
      if (mark) {
        dropSpaces(out);
        out.append(text.charAt(i));
        copied = i + 1;
      } else {
        copied = i;
      }
      if (mark ? wantsSpace(text, i) : true) {
        out.append(' ');
      }
    }
    return out.append(text, copied, text.length()).toString();
  }

  /// @return the first place from `from` on where a space lacks or is too much, or the text's
  ///   length
  private static int firstFault(String text, int from) {
    int n = text.length();
    for (int i = from; i < n; i++) {
      char c = text.charAt(i);
      if (c < UrduLetters.COMMA && !(c >= '0' && c <= '9')) {
        continue;
      }
      boolean fault =
          isMark(c)
              ? spaceBefore(text, i) || wantsSpace(text, i)
              : i > 0
                  && LetterTable.is(c, LetterTable.DIGIT | LetterTable.ARABIC)
                  && numberIsGlued(text, i);
      if (fault) {
        return i;
      }
    }
    return n;
  }

  private static boolean isMark(char c) {
    return c == UrduLetters.FULL_STOP
        || c == UrduLetters.COMMA
        || c == UrduLetters.SEMICOLON
        || c == UrduLetters.QUESTION;
  }

  private static boolean spaceBefore(String text, int i) {
    return i > 0 && text.charAt(i - 1) == ' ' && afterWord(text, i);
  }

  private static boolean afterWord(CharSequence text, int i) {
    int end = i;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return end > 0 && Character.isLetterOrDigit(text.charAt(end - 1));
  }

  private static void dropSpaces(StringBuilder out) {
    if (afterWord(out, out.length())) {
      int end = out.length();
      while (out.charAt(end - 1) == ' ') {
        end--;
      }
      out.setLength(end);
    }
  }

  private static boolean wantsSpace(String text, int i) {
    if (i + 1 >= text.length()) {
      return false;
    }
    char next = text.charAt(i + 1);
    boolean opens = OPENERS.indexOf(next) >= 0 && i + 2 < text.length() && isWord(text, i + 2);
    if (!isWord(text, i + 1) && !opens) {
      return false;
    }
    boolean digits =
        i > 0 && Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
    return !digits && !(text.charAt(i) == UrduLetters.FULL_STOP && Acronyms.goesOn(text, i));
  }

  private static boolean isWord(String text, int i) {
    return Character.isLetterOrDigit(text.charAt(i));
  }

  /// @return whether a number and a word meet before `i` («25برس», «اپریل2024») that are two words
  private static boolean numberIsGlued(CharSequence text, int i) {
    return UrduWords.unitBegins(text, i) || UrduWords.numberBegins(text, i);
  }
}
