package org.tabadla.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a query into words, quoted phrases, operators and filter names.
final class QueryLexer {
  /// @param text of a word, phrase or filter name
  record Token(Kind kind, String text) {}

  enum Kind {
    WORD,
    PHRASE,
    FIELD,
    AND,
    OR,
    NOT,
    OPEN,
    CLOSE,
    END
  }

  private static final char LEFT_GUILLEMET = '\u00AB';
  private static final char RIGHT_GUILLEMET = '\u00BB';
  private static final char LEFT_QUOTE = '\u201C';
  private static final char RIGHT_QUOTE = '\u201D';
  private static final char FULL_WIDTH_COLON = '\uFF1A';

  private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z]{1,20}");

  private final String query;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private QueryLexer(String query) {
    this.query = query;
  }

  /// @return tokens in order, closed by one END
  static List<Token> tokens(String query) throws QueryTrouble {
    return new QueryLexer(query).all();
  }

  private List<Token> all() throws QueryTrouble {
    while (at < query.length()) {
      char c = query.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '(') {
        add(Kind.OPEN, "(");
        at++;
      } else if (c == ')') {
        add(Kind.CLOSE, ")");
        at++;
      } else if (closing(c) != null) {
        phrase();
      } else if (c == '-' && startsOperand()) {
        add(Kind.NOT, "-");
        at++;
      } else {
        word();
      }
    }
    add(Kind.END, "");
    return tokens;
  }

  private void add(Kind kind, String text) {
    tokens.add(new Token(kind, text));
  }

  /// A minus with nothing right after it is a dash.
  private boolean startsOperand() {
    return at + 1 < query.length()
        && !Character.isWhitespace(query.charAt(at + 1))
        && query.charAt(at + 1) != '-'
        && query.charAt(at + 1) != ')';
  }

  /// @return what ends a phrase that begins so; null when none does
  private static @Nullable String closing(char open) {
    return switch (open) {
      case '"' -> "\"";
      case LEFT_QUOTE, RIGHT_QUOTE -> "\"" + LEFT_QUOTE + RIGHT_QUOTE;
      case LEFT_GUILLEMET -> String.valueOf(RIGHT_GUILLEMET);
      default -> null;
    };
  }

  private void phrase() throws QueryTrouble {
    int open = at;
    String ends = String.valueOf(closing(query.charAt(open)));
    int close = open + 1;
    while (close < query.length() && ends.indexOf(query.charAt(close)) < 0) {
      close++;
    }
    if (close == query.length()) {
      throw new QueryTrouble(
          "A quotation mark is never closed", query.substring(open), "Add the closing mark.");
    }
    String text = query.substring(open + 1, close).strip();
    if (text.isEmpty()) {
      throw new QueryTrouble(
          "There is nothing between the quotation marks",
          query.substring(open, close + 1),
          "Write words between them, or leave them out.");
    }
    add(Kind.PHRASE, text);
    at = close + 1;
  }

  private void word() throws QueryTrouble {
    int start = at;
    // A value may have a colon of its own, as city:beijing has.
    boolean isValue = !tokens.isEmpty() && tokens.getLast().kind() == Kind.FIELD;
    while (at < query.length() && !endsWord(query.charAt(at))) {
      if (!isValue && isColon(query.charAt(at)) && isFilter(start)) {
        add(Kind.FIELD, query.substring(start, at).toLowerCase(Locale.ROOT));
        at++;
        return;
      }
      at++;
    }
    String text = query.substring(start, at);
    switch (isValue ? "" : text) {
      case "AND", "&&" -> add(Kind.AND, text);
      case "OR", "||" -> add(Kind.OR, text);
      case "NOT" -> add(Kind.NOT, text);
      default -> add(Kind.WORD, text);
    }
  }

  private static boolean isColon(char c) {
    return c == ':' || c == FULL_WIDTH_COLON;
  }

  /// A name, a colon and at once a value. «AI: the future» has no filter, nor has 10:30.
  private boolean isFilter(int start) throws QueryTrouble {
    boolean valued = at + 1 < query.length() && !Character.isWhitespace(query.charAt(at + 1));
    if (!valued || !FIELD_NAME.matcher(query).region(start, at).matches()) {
      return false;
    }
    String name = query.substring(start, at);
    for (Expression.Field field : Expression.Field.values()) {
      if (field.name().equalsIgnoreCase(name)) {
        return true;
      }
    }
    throw new QueryTrouble(
        "There is no such filter",
        name + ":",
        "Filters are source: lang: keyword: name: topic: after: before: — put other words with a"
            + " colon between quotation marks.");
  }

  private static boolean endsWord(char c) {
    return Character.isWhitespace(c) || c == '(' || c == ')' || closing(c) != null;
  }
}
