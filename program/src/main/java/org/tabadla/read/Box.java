package org.tabadla.read;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// One element of a page and the lines within it. Filled while the tree is walked.
final class Box {
  /// No box around has what is asked for.
  static final int FAR = 30;

  final Element element;

  /// The element's name, in lower case.
  final String tag;

  /// Its class attribute.
  final String names;

  final int parent;
  final int firstLine;

  /// Bits of {@link PageWords}.
  final int kinds;

  /// The elements that it stands within, itself among them: bits of {@link Place}.
  final int places;

  /// Boxes of one tag and class share it.
  final int signature;

  /// Boxes of one tag and class in boxes of one tag and class share it.
  final int path;

  final int depth;

  /// How many boxes out the nearest one is whose name says furniture, at most {@link #FAR}.
  final int fromFurniture;

  final int fromSure;
  final int fromSide;
  final int fromWeak;
  final int fromContent;

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

  /// @param around the box around it, or null for the root
  Box(Element element, int parent, int firstLine, int kinds, @Nullable Box around) {
    this.element = element;
    this.tag = element.normalName();
    this.names = Attr.names(element);
    this.parent = parent;
    this.firstLine = firstLine;
    this.kinds = kinds;
    this.signature = tag.hashCode() * 31 + names.hashCode();
    this.path = around == null ? signature : (around.signature * 31 + signature) * 31 + 1;
    this.places = Place.of(element) | (around == null ? 0 : around.places);
    this.depth = around == null ? 0 : around.depth + 1;
    int furniture = PageWords.FURNITURE | PageWords.SURE | PageWords.SIDE;
    this.fromFurniture = from(kinds & furniture, around == null ? FAR : around.fromFurniture);
    this.fromSure = from(kinds & PageWords.SURE, around == null ? FAR : around.fromSure);
    this.fromSide = from(kinds & PageWords.SIDE, around == null ? FAR : around.fromSide);
    this.fromWeak = from(kinds & PageWords.WEAK, around == null ? FAR : around.fromWeak);
    this.fromContent = from(kinds & PageWords.CONTENT, around == null ? FAR : around.fromContent);
  }

  private static int from(int here, int around) {
    return here != 0 ? 0 : Math.min(FAR, around + 1);
  }

  boolean is(String tag) {
    return this.tag.equals(tag);
  }

  boolean isWithin(int place) {
    return (places & place) != 0;
  }

  float linkShare() {
    return units == 0 ? 0 : linkUnits / units;
  }
}
