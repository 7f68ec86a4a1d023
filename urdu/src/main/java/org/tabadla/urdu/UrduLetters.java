package org.tabadla.urdu;

/// The letters and signs that the rules of this package name.
final class UrduLetters {
  static final char FULL_STOP = '\u06D4';
  static final char COMMA = '\u060C';
  static final char SEMICOLON = '\u061B';
  static final char QUESTION = '\u061F';
  static final char DECIMAL = '\u066B';
  static final char THOUSANDS = '\u066C';
  static final char TATWEEL = '\u0640';
  static final char HAMZA = '\u0621';
  static final char HAMZA_ABOVE = '\u0654';
  static final char MADDAH = '\u0653';
  static final char YEH = '\u06CC';
  static final char YEH_HAMZA = '\u0626';
  static final char YEH_BARREE = '\u06D2';
  static final char YEH_BARREE_HAMZA = '\u06D3';
  static final char BEH = '\u0628';
  static final char ZWNJ = '\u200C';
  static final char ELLIPSIS = '\u2026';

  private UrduLetters() {}

  /// @return whether it is a letter of the Arabic script that takes part in joining
  static boolean isArabic(int c) {
    return (c >= 0x0620 && c <= 0x06D3 && Character.isLetter(c) && c != TATWEEL)
        || c == 0x06D5
        || c == 0x06EE
        || c == 0x06EF
        || (c >= 0x06FA && c <= 0x06FF)
        || (c >= 0x0750 && c <= 0x077F);
  }

  static boolean isStop(int c) {
    return c == FULL_STOP || c == '.' || c == QUESTION || c == '?' || c == '!' || c == ELLIPSIS;
  }
}
