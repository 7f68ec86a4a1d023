package org.tabadla.read;

/// What a character is, as bits, looked up once where a page's every letter is asked for several
/// things. The JDK's own tables are asked while this one is filled.
final class Signs {
  /// How much it says, by {@link Line#unit(char)}: 0 to 3.
  static final int UNIT = 3;

  /// A comma or stop of any script.
  static final int MARK = 1 << 2;

  static final int DIGIT = 1 << 3;
  static final int CAPITAL = 1 << 4;

  /// It has another form in lower case; titles such as ǅ do, and are no capitals.
  static final int LOWERED = 1 << 5;

  /// It parts the words of menus and of lines about an article.
  static final int PARTER = 1 << 6;

  private static final String PARTERS = "|/@#>•·»→+=_";
  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];

  static {
    for (int i = 0; i < KINDS.length; i++) {
      char c = (char) i;
      int kinds = unit(c);
      kinds |= Character.isDigit(c) ? DIGIT : 0;
      kinds |= Character.isUpperCase(c) ? CAPITAL : 0;
      kinds |= Character.toLowerCase(c) != c ? LOWERED : 0;
      KINDS[i] = (byte) kinds;
    }
    add(Line.STOPS + Line.COMMAS, MARK);
    add(PARTERS, PARTER);
  }

  private Signs() {}

  private static void add(String signs, int kind) {
    for (int i = 0; i < signs.length(); i++) {
      KINDS[signs.charAt(i)] |= (byte) kind;
    }
  }

  private static int unit(char c) {
    if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF)) {
      return Line.IDEOGRAPH;
    }
    if ((c >= 0x3040 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3)) {
      return Line.SYLLABLE;
    }
    return Character.isLetterOrDigit(c) ? 1 : 0;
  }

  /// @return bits of the kinds above
  static int of(char c) {
    return KINDS[c];
  }

  static char lower(char c) {
    return (KINDS[c] & LOWERED) == 0 ? c : Character.toLowerCase(c);
  }
}
