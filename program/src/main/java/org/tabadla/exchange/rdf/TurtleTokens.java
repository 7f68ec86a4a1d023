package org.tabadla.exchange.rdf;

import java.util.Locale;
import org.tabadla.model.Refusal;

/// The words and marks of a Turtle document, one after the other.
final class TurtleTokens {
  private static final char END = '\0';
  private static final String NAME_MARKS = "_-.:%\\";

  private final String source;
  private final String text;
  private int at;

  TurtleTokens(String source, String text) {
    this.source = source;
    this.text = text;
  }

  /// Whether nothing more stands there; a NUL is something, so that it hides nothing after it.
  boolean atEnd() {
    peek();
    return at >= text.length();
  }

  /// The next character after spaces and comments.
  char peek() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        int line = text.indexOf('\n', at);
        at = line < 0 ? text.length() : line;
      } else if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else {
        return c;
      }
    }
    return END;
  }

  boolean take(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  /// Takes a mark that follows at once, without a space.
  boolean takeTight(char c) {
    if (at >= text.length() || text.charAt(at) != c) {
      return false;
    }
    at++;
    return true;
  }

  void expect(char c) {
    if (!take(c)) {
      throw wrong("'" + c + "'");
    }
  }

  /// Takes `@prefix` or `PREFIX`.
  boolean directive(String name) {
    peek();
    if (text.startsWith("@" + name, at)) {
      at += name.length() + 1;
      return true;
    }
    if (text.regionMatches(true, at, name, 0, name.length())
        && at + name.length() < text.length()
        && Character.isWhitespace(text.charAt(at + name.length()))) {
      at += name.length();
      return true;
    }
    return false;
  }

  void endDirective() {
    // Written like SPARQL's it has no full stop.
    take('.');
  }

  String prefix() {
    peek();
    int colon = text.indexOf(':', at);
    if (colon < 0) {
      throw wrong("a prefix");
    }
    String prefix = text.substring(at, colon).strip();
    at = colon + 1;
    return prefix;
  }

  boolean isA() {
    peek();
    if (text.startsWith("a", at)
        && at + 1 < text.length()
        && (Character.isWhitespace(text.charAt(at + 1))
            || "<[".indexOf(text.charAt(at + 1)) >= 0)) {
      at++;
      return true;
    }
    return false;
  }

  String address() {
    expect('<');
    int end = text.indexOf('>', at);
    if (end < 0) {
      throw wrong("'>'");
    }
    String address = unescaped(text.substring(at, end));
    at = end + 1;
    return address;
  }

  String label() {
    peek();
    at++;
    expect(':');
    return word();
  }

  String word() {
    peek();
    int from = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at))
            || NAME_MARKS.indexOf(text.charAt(at)) >= 0)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at, text.length());
    // A full stop at the end belongs to the sentence.
    while (at > from && text.charAt(at - 1) == '.') {
      at--;
    }
    if (at == from) {
      throw wrong("a name");
    }
    return text.substring(from, at).replace("\\", "");
  }

  String number() {
    int from = at;
    while (at < text.length()
        && (Character.isDigit(text.charAt(at)) || "+-.eE".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    while (at > from + 1 && text.charAt(at - 1) == '.') {
      at--;
    }
    return text.substring(from, at);
  }

  String languageTag() {
    int from = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
      at++;
    }
    return text.substring(from, at).toLowerCase(Locale.ROOT);
  }

  String quoted() {
    String quote = text.substring(at, at + 1);
    String mark = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
    int from = at + mark.length();
    int end = from;
    while (!text.startsWith(mark, end)) {
      if (end >= text.length() || (mark.length() == 1 && text.charAt(end) == '\n')) {
        throw wrong("the end of the text that begins here");
      }
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    at = end + mark.length();
    return unescaped(text.substring(from, end));
  }

  private String unescaped(String raw) {
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    var plain = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\' || i + 1 >= raw.length()) {
        plain.append(c);
        continue;
      }
      char escaped = raw.charAt(++i);
      int digits = escaped == 'u' ? 4 : escaped == 'U' ? 8 : 0;
      if (digits > 0) {
        plain.appendCodePoint(codePoint(raw, i + 1, digits));
        i += digits;
      } else {
        plain.append(
            switch (escaped) {
              case 'n' -> '\n';
              case 't' -> '\t';
              case 'r' -> '\r';
              case 'b' -> '\b';
              case 'f' -> '\f';
              default -> escaped;
            });
      }
    }
    return plain.toString();
  }

  private int codePoint(String raw, int from, int digits) {
    try {
      int point = Integer.parseInt(raw, from, Math.min(raw.length(), from + digits), 16);
      if (Character.isValidCodePoint(point)) {
        return point;
      }
    } catch (NumberFormatException e) {
      throw wrong("hexadecimal digits");
    }
    throw wrong("a character of Unicode");
  }

  Refusal wrong(String wanted) {
    int end = Math.min(at, text.length());
    long line = text.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
    String seen =
        text.substring(end, Math.min(text.length(), end + 30))
            .lines()
            .findFirst()
            .orElse("the end");
    return new Refusal(
        "[" + source + "] line " + line + ": \"" + seen + "\"", "Turtle wants " + wanted);
  }
}
