package org.tabadla.read;

import org.jspecify.annotations.Nullable;

/// Reads XML into elements: as it is written where its tags match; where they do not, as every
/// tenth feed on the web has them, once more with the tags mended.
final class XmlTree {
  static final int MAX_DEPTH = 200;
  static final int MAX_ELEMENTS = 1_000_000;

  private XmlTree() {}

  /// @param text as {@link Charsets#text} gives it
  /// @return the root element, or null when there is none
  static @Nullable XmlElement parse(String text) {
    String plain = XmlText.lines(text);
    var asWritten = new XmlParser(plain, false);
    XmlElement root = asWritten.read();
    return asWritten.isMatched() ? root : new XmlParser(plain, true).read();
  }
}
