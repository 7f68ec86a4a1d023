package org.tabadla.press;

/// How Urdu looks when it was typed on an old keyboard, or came out of an old desktop publishing
/// program: the Arabic yeh and kaf for the Urdu ones, and yeh barree for yeh in the middle of a
/// word. Article files are written right; the outlet that has this fault gets it here.
final class Typing {
  private static final char YEH = '\u06CC';
  private static final char KEHEH = '\u06A9';
  private static final char ARABIC_YEH = '\u064A';
  private static final char ARABIC_KAF = '\u0643';
  private static final char YEH_BARREE = '\u06D2';

  private Typing() {}

  static String old(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inside =
          i > 0
              && i + 1 < text.length()
              && Character.isLetter(text.charAt(i - 1))
              && Character.isLetter(text.charAt(i + 1));
      if (c == YEH) {
        out.append(inside ? YEH_BARREE : ARABIC_YEH);
      } else {
        out.append(c == KEHEH ? ARABIC_KAF : c);
      }
    }
    return out.toString();
  }
}
