package org.tabadla.exchange.rdf;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.tabadla.model.Refusal;

/// Reads Turtle (W3C RDF 1.1 Turtle): prefixes, lists of objects, blank nodes, collections,
/// literals.
public final class TurtleReader {
  /// A document above this is refused, in characters.
  public static final int MOST_CHARACTERS = 16 * 1024 * 1024;

  static final int DEEPEST = 64;

  private final TurtleTokens tokens;
  private final Graph graph = new Graph();
  private final Map<String, String> prefixes = new HashMap<>();
  private String base = "";
  private int blanks;

  private TurtleReader(String source, String text) {
    this.tokens = new TurtleTokens(source, text);
  }

  /// @param source the document's name, for errors
  public static Graph read(String source, String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new Refusal(
          "[" + source + "] " + text.length() + " characters of Turtle",
          "at most " + MOST_CHARACTERS + " are read");
    }
    var reader = new TurtleReader(source, text);
    while (!reader.tokens.atEnd()) {
      reader.statement();
    }
    return reader.graph;
  }

  private void statement() {
    if (tokens.directive("prefix")) {
      String prefix = tokens.prefix();
      prefixes.put(prefix, resolved(tokens.address()));
      tokens.endDirective();
    } else if (tokens.directive("base")) {
      base = resolved(tokens.address());
      tokens.endDirective();
    } else {
      boolean isBlankList = tokens.peek() == '[';
      Node subject = node(0);
      if (!(isBlankList && tokens.peek() == '.')) {
        properties(subject, 0);
      }
      tokens.expect('.');
    }
  }

  private void properties(Node subject, int depth) {
    while (true) {
      if (tokens.peek() != '.' && tokens.peek() != ']' && tokens.peek() != ';') {
        String property = tokens.isA() ? Names.TYPE : property(depth);
        do {
          graph.add(subject, property, node(depth));
        } while (tokens.take(','));
      }
      if (!tokens.take(';')) {
        return;
      }
    }
  }

  private String property(int depth) {
    return switch (node(depth)) {
      case Node.Iri(String iri) -> iri;
      case Node other -> throw tokens.wrong("a property's address, not " + other.plain());
    };
  }

  private Node node(int depth) {
    if (depth > DEEPEST) {
      throw tokens.wrong("at most " + DEEPEST + " levels");
    }
    return switch (tokens.peek()) {
      case '<' -> new Node.Iri(resolved(tokens.address()));
      case '[' -> blank(depth);
      case '(' -> collection(depth);
      case '"', '\'' -> literal();
      case '_' -> new Node.Blank("b-" + tokens.label());
      case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> named();
    };
  }

  private Node blank(int depth) {
    tokens.expect('[');
    var blank = new Node.Blank("a" + blanks++);
    if (tokens.peek() != ']') {
      properties(blank, depth + 1);
    }
    tokens.expect(']');
    return blank;
  }

  private Node collection(int depth) {
    tokens.expect('(');
    Node first = new Node.Iri(Names.RDF + "nil");
    Node.Blank last = null;
    while (!tokens.take(')')) {
      var link = new Node.Blank("a" + blanks++);
      graph.add(link, Names.RDF + "first", node(depth + 1));
      if (last == null) {
        first = link;
      } else {
        graph.add(last, Names.RDF + "rest", link);
      }
      last = link;
    }
    if (last != null) {
      graph.add(last, Names.RDF + "rest", new Node.Iri(Names.RDF + "nil"));
    }
    return first;
  }

  private Node literal() {
    String value = tokens.quoted();
    if (tokens.takeTight('@')) {
      return new Node.Literal(value, Names.RDF + "langString", tokens.languageTag());
    }
    if (tokens.takeTight('^')) {
      tokens.expect('^');
      String type = tokens.peek() == '<' ? resolved(tokens.address()) : expanded(tokens.word());
      return new Node.Literal(value, type, "");
    }
    return Node.text(value);
  }

  private Node number() {
    String number = tokens.number();
    String type =
        number.indexOf('e') >= 0 || number.indexOf('E') >= 0
            ? "double"
            : number.indexOf('.') >= 0 ? "decimal" : "integer";
    return new Node.Literal(number, Names.XSD + type, "");
  }

  private Node named() {
    String word = tokens.word();
    if (word.equals("true") || word.equals("false")) {
      return new Node.Literal(word, Names.XSD + "boolean", "");
    }
    return new Node.Iri(expanded(word));
  }

  private String expanded(String word) {
    int colon = word.indexOf(':');
    String prefix = colon < 0 ? null : prefixes.get(word.substring(0, colon));
    if (prefix == null) {
      throw tokens.wrong("a name with a known prefix, not " + word);
    }
    return prefix + word.substring(colon + 1);
  }

  private String resolved(String address) {
    if (base.isEmpty() || address.contains(":")) {
      return address;
    }
    try {
      return URI.create(base).resolve(address).toString();
    } catch (IllegalArgumentException e) {
      throw tokens.wrong("an address, not <" + address + ">");
    }
  }
}
