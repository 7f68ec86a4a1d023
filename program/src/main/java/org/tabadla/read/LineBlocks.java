package org.tabadla.read;

/// Traits of the block that a line stands in and of the names around it.
final class LineBlocks {
  private LineBlocks() {}

  static void measure(LineTraits traits, PageTree tree) {
    for (int i = 0; i < traits.size(); i++) {
      Box box = LineTraits.boxOf(tree, i);
      boolean heading = Prose.isHeading(box);
      traits.set(i, Trait.TAG, tag(box));
      traits.set(i, Trait.HEADING, heading ? box.tag.charAt(1) - '0' : 0);
      traits.set(i, Trait.LISTED, box.isWithin(Place.LIST));
      traits.set(i, Trait.TABLED, box.isWithin(Place.TABLE));
      traits.set(i, Trait.QUOTED, box.isWithin(Place.QUOTE));
      traits.set(i, Trait.FIGURED, box.isWithin(Place.FIGURE));
      traits.set(i, Trait.ASIDE, box.isWithin(Place.ASIDE));
      traits.set(i, Trait.HEADER, box.isWithin(Place.HEADER));
      traits.set(i, Trait.FOOTER, box.isWithin(Place.FOOTER));
      traits.set(i, Trait.NAV, box.isWithin(Place.NAV));
      traits.set(i, Trait.FORM, box.isWithin(Place.FORM));
      traits.set(i, Trait.ARTICLE, box.isWithin(Place.ARTICLE));
      traits.set(i, Trait.MAIN, box.isWithin(Place.MAIN));
      traits.set(i, Trait.BODY, box.isWithin(Place.BODY));
      traits.set(i, Trait.LINKED, box.isWithin(Place.LINK));
      traits.set(i, Trait.PRE, box.isWithin(Place.PRE));
      traits.set(i, Trait.FURNITURE, box.furniture);
      traits.set(i, Trait.FROM_FURNITURE, box.fromFurniture);
      traits.set(i, Trait.FROM_SURE, box.fromSure);
      traits.set(i, Trait.FROM_SIDE, box.fromSide);
      traits.set(i, Trait.FROM_WEAK, box.fromWeak);
      traits.set(i, Trait.FROM_CONTENT, box.fromContent);
      traits.set(i, Trait.OWN_KINDS, box.kinds);
      traits.set(i, Trait.LINES_OF_BLOCK, LineTraits.log(box.endLine - box.firstLine));
    }
  }

  /// A number for a kind of element; trees part numbers.
  private static int tag(Box box) {
    return switch (box.tag) {
      case "p" -> 0;
      case "div" -> 1;
      case "li" -> 2;
      case "h1", "h2", "h3", "h4", "h5", "h6" -> 3;
      case "td", "th" -> 4;
      case "blockquote", "q" -> 5;
      case "span" -> 6;
      case "figcaption", "caption" -> 7;
      case "section", "article", "main" -> 8;
      case "dt", "dd" -> 9;
      case "pre" -> 10;
      case "a" -> 11;
      default -> 12;
    };
  }
}
