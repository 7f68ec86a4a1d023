package org.tabadla.exchange.signed;

/// The characters of one field and the place that reading has come to.
final class FieldText {
  /// What [#peek()] gives at the end.
  static final char END = '\uFFFF';

  private static final int MOST_SHOWN = 40;

  private final String text;
  private int at;

  FieldText(String text) throws MalformedField {
    if (text.length() > StructuredFields.MOST_CHARACTERS) {
      throw new MalformedField(
          "a field of " + text.length() + " characters, over " + StructuredFields.MOST_CHARACTERS);
    }
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  char peek() {
    return atEnd() ? END : text.charAt(at);
  }

  char next() throws MalformedField {
    if (atEnd()) {
      throw new MalformedField("the field ends too early");
    }
    return text.charAt(at++);
  }

  boolean take(char c) {
    if (peek() != c || atEnd()) {
      return false;
    }
    at++;
    return true;
  }

  void expect(char c) throws MalformedField {
    if (!take(c)) {
      throw wrong("'" + c + "'");
    }
  }

  void skipSpaces() {
    while (peek() == ' ') {
      at++;
    }
  }

  /// Skips spaces and tabs, which may stand between members.
  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  String key() throws MalformedField {
    char first = peek();
    if (!isLower(first) && first != '*') {
      throw wrong("a key");
    }
    int from = at;
    while (isLower(peek()) || isDigit(peek()) || "_-.*".indexOf(peek()) >= 0) {
      at++;
    }
    return text.substring(from, at);
  }

  MalformedField wrong(String wanted) {
    String seen = atEnd() ? "the end" : "'" + text.charAt(at) + "'";
    String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    return new MalformedField(
        wanted + " was expected at character " + at + " of \"" + shown + "\", not " + seen);
  }

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isLetter(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
