package org.tabadla.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tabadla.search.QueryLexer.Kind;
import org.tabadla.search.QueryLexer.Token;

/// Reads the query language, by recursive descent:
///
/// ```
/// or      = and { "OR" and }
/// and     = not { [ "AND" ] not }
/// not     = ( "NOT" | "-" ) not | operand
/// operand = word | "phrase" | filter ":" ( word | "phrase" ) | "(" or ")"
/// ```
///
/// Operators are in capitals, so that no word of a sentence becomes one.
final class QueryParser {
  static final int LONGEST_CHARS = 1_000;
  private static final int MOST_OPERANDS = 50;
  private static final int DEEPEST_LEVELS = 20;

  private final List<Token> tokens;
  private int at;
  private int operands;
  private int depth;

  private QueryParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Expression parse(String query) throws QueryTrouble {
    if (query.length() > LONGEST_CHARS) {
      throw new QueryTrouble(
          "The query has " + query.length() + " characters, the most is " + LONGEST_CHARS,
          query,
          "Search for fewer words.");
    }
    if (query.isBlank()) {
      throw new QueryTrouble("The query is empty", "«" + query + "»", "Write a word.");
    }
    var parser = new QueryParser(SpelledAcronyms.joined(QueryLexer.tokens(query)));
    Expression expression = parser.or();
    if (parser.kind() != Kind.END) {
      throw new QueryTrouble(
          "A bracket is closed that was never opened", ")", "Take it out or open it before.");
    }
    return expression;
  }

  private Kind kind() {
    return tokens.get(at).kind();
  }

  private Expression or() throws QueryTrouble {
    List<Expression> parts = new ArrayList<>();
    parts.add(and());
    while (kind() == Kind.OR) {
      at++;
      parts.add(and());
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.Or(List.copyOf(parts));
  }

  private Expression and() throws QueryTrouble {
    List<Expression> parts = new ArrayList<>();
    parts.add(not());
    while (kind() != Kind.END && kind() != Kind.CLOSE && kind() != Kind.OR) {
      if (kind() == Kind.AND) {
        at++;
      }
      parts.add(not());
    }
    return parts.size() == 1 ? parts.getFirst() : new Expression.And(List.copyOf(parts));
  }

  private Expression not() throws QueryTrouble {
    boolean negated = false;
    while (kind() == Kind.NOT) {
      negated = !negated;
      at++;
    }
    Expression operand = operand();
    return negated ? new Expression.Not(operand) : operand;
  }

  private Expression operand() throws QueryTrouble {
    Token token = tokens.get(at);
    if (++operands > MOST_OPERANDS) {
      throw new QueryTrouble(
          "The query has more than " + MOST_OPERANDS + " parts",
          token.text(),
          "Search for fewer words.");
    }
    return switch (token.kind()) {
      case WORD -> {
        at++;
        yield new Expression.Word(token.text());
      }
      case PHRASE -> {
        at++;
        yield new Expression.Phrase(token.text());
      }
      case FIELD -> filter(token);
      case OPEN -> bracket();
      case AND, OR, NOT, CLOSE, END -> throw missing(token);
    };
  }

  private Expression filter(Token field) throws QueryTrouble {
    Token value = tokens.get(at + 1);
    if (value.kind() != Kind.WORD && value.kind() != Kind.PHRASE) {
      throw new QueryTrouble(
          "The filter has no value",
          field.text() + ":" + value.text(),
          "Write one after the colon.");
    }
    at += 2;
    return new Expression.Filter(
        Expression.Field.valueOf(field.text().toUpperCase(Locale.ROOT)), value.text());
  }

  private Expression bracket() throws QueryTrouble {
    if (++depth > DEEPEST_LEVELS) {
      throw new QueryTrouble(
          "More than " + DEEPEST_LEVELS + " brackets stand within one another", "(", "Use fewer.");
    }
    at++;
    Expression inner = or();
    if (kind() != Kind.CLOSE) {
      throw new QueryTrouble("A bracket is never closed", "(", "Add the closing bracket.");
    }
    at++;
    depth--;
    return inner;
  }

  private QueryTrouble missing(Token token) {
    String before = at == 0 ? "" : tokens.get(at - 1).text();
    String seen = (before + " " + token.text()).strip();
    return token.kind() == Kind.END
        ? new QueryTrouble("A word is missing at the end, after", seen, "Add it.")
        : new QueryTrouble("A word is missing before", seen, "Add it, or take the sign out.");
  }
}
