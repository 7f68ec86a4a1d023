package org.tabadla.urdu;

/// Puts a space after a glued full stop or comma and takes away the one before it, but not in
/// decimals and acronyms.
final class UrduSpacing {
  private static final String MARKS =
      "" + UrduLetters.COMMA + UrduLetters.SEMICOLON + UrduLetters.FULL_STOP + UrduLetters.QUESTION;
  private static final String OPENERS = "(«\u201C\u201D\u2018\"";

  private UrduSpacing() {}

  static String spaced(String text) {
    if (text.chars().noneMatch(c -> MARKS.indexOf(c) >= 0)) {
      return text;
    }
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (MARKS.indexOf(c) < 0) {
        out.append(c);
        continue;
      }
      dropSpaces(out);
      out.append(c);
      if (i + 1 < text.length() && wantsSpace(text, i)) {
        out.append(' ');
      }
    }
    return out.toString();
  }

  private static void dropSpaces(StringBuilder out) {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    if (end > 0 && Character.isLetterOrDigit(out.charAt(end - 1))) {
      out.setLength(end);
    }
  }

  private static boolean wantsSpace(String text, int i) {
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
}
