package org.tabadla.read;

import org.jsoup.nodes.Element;

/// Attributes of elements that the HTML parser made, whose names are in lower case: jsoup's own
/// {@link Element#attr} also looks for other spellings, which on the walk over a page is dear.
final class Attr {
  private Attr() {}

  /// @param name in lower case
  /// @return the value, or "" where there is none
  static String of(Element e, String name) {
    return e.attributesSize() == 0 ? "" : e.attributes().get(name);
  }

  /// @param name in lower case
  static boolean has(Element e, String name) {
    return e.attributesSize() > 0 && e.attributes().hasKey(name);
  }

  /// @return the class attribute, as {@link Element#className} gives it
  static String names(Element e) {
    return of(e, "class").trim();
  }
}
