package org.tabadla.language;

/// The scripts of northern India by the letters of one: Unicode lays Bengali, Gurmukhi and Gujarati
/// out as it does Devanagari (chapter 12.1), letter for letter at the same place of their blocks,
/// so that «ਅਦਾਲਤ» and «अदालत» meet.
final class IndicLetters {
  private static final char DEVANAGARI = '\u0900';
  private static final char BENGALI = '\u0980';
  private static final char AFTER_GUJARATI = '\u0B00';
  private static final int BLOCK_MASK = 0x7F;
  private static final char ANUSVARA = '\u0902';

  /// Gurmukhi's sign for a nasal, where Devanagari has its dot.
  private static final char TIPPI = '\u0A70';

  /// Gurmukhi's sign that doubles the next letter, which Hindi mostly writes once.
  private static final char ADDAK = '\u0A71';

  /// Gurmukhi writes «sha» and the flapped «la» as «sa» and «la» with a dot below, which Unicode
  /// keeps apart in its normal forms; Devanagari has letters of their own for them.
  private static final char DOT_BELOW = '\u0A3C';

  private static final String DOTTED = "\u0A38\u0A32";
  private static final String OWN_LETTERS = "\u0936\u0933";

  private IndicLetters() {}

  static boolean isSister(char c) {
    return c >= BENGALI && c < AFTER_GUJARATI;
  }

  /// @return letters of the three scripts as Devanagari's, all others as they are
  static String asDevanagari(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == DOT_BELOW && i > 0 && DOTTED.indexOf(text.charAt(i - 1)) >= 0) {
        out.setCharAt(out.length() - 1, OWN_LETTERS.charAt(DOTTED.indexOf(text.charAt(i - 1))));
      } else if (c == TIPPI) {
        out.append(ANUSVARA);
      } else if (isSister(c) && c != ADDAK) {
        out.append((char) (DEVANAGARI | (c & BLOCK_MASK)));
      } else if (c != ADDAK) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
