package org.tabadla.exchange.rdf;

import org.tabadla.model.Refusal;

/// Reads a graph, whichever of the two forms it is written in.
public final class GraphReader {
  private GraphReader() {}

  /// @param source the document's name, for errors
  public static Graph read(String source, String text) {
    return isJson(text) ? JsonLdReader.read(source, text) : TurtleReader.read(source, text);
  }

  /// Whether the text begins like JSON; Turtle never begins with a brace, and with a bracket only
  /// where a blank node is described.
  public static boolean isJson(String text) {
    String start = text.stripLeading();
    if (start.isEmpty()) {
      throw new Refusal("an empty document", "give JSON-LD or Turtle");
    }
    if (start.startsWith("[")) {
      String after = start.substring(1).stripLeading();
      return after.startsWith("{") || after.startsWith("]");
    }
    return start.startsWith("{");
  }
}
