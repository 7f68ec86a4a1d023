package org.tabadla.read;

import org.jsoup.nodes.Element;

/// One element of a page and the lines within it. Filled while the tree is walked.
final class Box {
  final Element element;
  final int parent;
  final int firstLine;

  /// Bits of {@link PageWords}.
  final int kinds;

  int endLine;
  int endBox;

  /// How much of running prose is within, by {@link Prose}; furniture left out.
  float prose;

  /// Text of any kind.
  float units;

  float linkUnits;

  /// An `h1` is within.
  boolean headline;

  /// It, or a box around it, is furniture.
  boolean furniture;

  Box(Element element, int parent, int firstLine, int kinds) {
    this.element = element;
    this.parent = parent;
    this.firstLine = firstLine;
    this.kinds = kinds;
  }

  boolean is(String tag) {
    return element.normalName().equals(tag);
  }

  float linkShare() {
    return units == 0 ? 0 : linkUnits / units;
  }
}
