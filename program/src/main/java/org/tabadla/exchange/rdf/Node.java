package org.tabadla.exchange.rdf;

/// A node of a graph.
public sealed interface Node {
  /// Something named by an address.
  record Iri(String value) implements Node {}

  /// Something without a name of its own.
  record Blank(String id) implements Node {}

  /// A value with the address of its type; `language` is empty unless it is text in a language.
  record Literal(String value, String datatype, String language) implements Node {}

  /// Plain text.
  static Literal text(String value) {
    return new Literal(value, Names.XSD + "string", "");
  }

  /// The address, the value or the made-up name.
  default String plain() {
    return switch (this) {
      case Iri(String value) -> value;
      case Blank(String id) -> "_:" + id;
      case Literal(String value, var _, var _) -> value;
    };
  }
}
