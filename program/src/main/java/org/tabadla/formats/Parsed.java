package org.tabadla.formats;

import org.tabadla.model.Bytes;
import tools.jackson.databind.JsonNode;

/// What the bytes of a document turned out to be.
sealed interface Parsed {
  record Xml(Bytes bytes, XmlNode root) implements Parsed {}

  record Json(JsonNode root) implements Parsed {}

  /// Neither, or over a limit; the reason names the place and the value seen.
  record Unreadable(Finding reason) implements Parsed {}

  /// The most bytes of one document. Larger deliveries are streams of documents, not documents.
  int MOST_BYTES = 64 << 20;

  /// @param bytes one document, any encoding that XML declares, or JSON in UTF-8
  static Parsed of(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return new Unreadable(
          new Finding("", bytes.length + " bytes; at most " + MOST_BYTES + " are read"));
    }
    int first = firstSign(bytes);
    return switch (first) {
      case '<' -> StrictXml.parse(bytes);
      case '{', '[' -> StrictJson.parse(bytes);
      case -1 -> new Unreadable(new Finding("", "the document is empty"));
      default ->
          new Unreadable(
              new Finding(
                  "",
                  "neither XML nor JSON: it begins with "
                      + String.format("0x%02X", first)
                      + "; save the document alone, without what surrounds it"));
    };
  }

  /// The first byte that is no white space and no byte-order mark; UTF-16 marks count as XML's.
  private static int firstSign(byte[] bytes) {
    int at = 0;
    if (bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB) {
      at = 3;
    } else if (bytes.length >= 2
        && ((bytes[0] & 0xFF) == 0xFE || (bytes[0] & 0xFF) == 0xFF)
        && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFE + 0xFF) {
      return '<';
    }
    while (at < bytes.length && bytes[at] >= 0 && bytes[at] <= ' ') {
      at++;
    }
    return at == bytes.length ? -1 : bytes[at] & 0xFF;
  }
}
