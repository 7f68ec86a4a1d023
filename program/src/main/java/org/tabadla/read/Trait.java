package org.tabadla.read;

/// What the model of lines looks at, each a number a line. The order is the model's: a new trait
/// needs a new model. Nothing is asked about the page as a whole, by which a model would know again
/// the pages that it learnt from.
enum Trait {
  // the line itself
  UNITS("its length"),
  LINK_SHARE("how much of it is links"),
  PLAIN_UNITS("how much of it is no link"),
  MARKS("its commas and stops"),
  MARK_SHARE("commas and stops for its length"),
  ENDS_SENTENCE("whether it ends a sentence"),
  BOLD("whether it is bold"),
  DIGIT_SHARE("how much of it is digits"),
  UPPER_SHARE("how much of it is capitals"),
  FIRST_CHARACTER("its first character"),
  LAST_CHARACTER("its last character"),
  SIGNS("signs such as | / @ in it"),
  ONWARD("words that lead onward"),
  PICTURE("words that credit a picture"),
  RIGHTS("words that claim rights"),
  ASK("words that ask something of the reader"),
  SIGNED("words that say who wrote"),
  DATED("words that say when"),
  REPLIES("words about replies"),
  AD("words that mark an advertisement"),
  NOTE("words of a note on the text"),
  // its block
  TAG("its element"),
  HEADING("its heading's level"),
  LISTED("whether it stands in a list"),
  TABLED("whether it stands in a table"),
  QUOTED("whether it stands in a quotation"),
  FIGURED("whether it stands in a figure"),
  ASIDE("whether it stands in an aside"),
  HEADER("whether it stands in a header"),
  FOOTER("whether it stands in a footer"),
  NAV("whether it stands in navigation"),
  FORM("whether it stands in a form"),
  ARTICLE("whether it stands in an article element"),
  MAIN("whether it stands in the main element"),
  BODY("whether microdata calls it body"),
  LINKED("whether it stands in a link"),
  PRE("whether it is preformatted"),
  FURNITURE("whether the names around it say furniture"),
  FROM_FURNITURE("how far out a name says furniture"),
  FROM_SURE("how far out an element or role says furniture"),
  FROM_SIDE("how far out a name says comments or sidebar"),
  FROM_WEAK("how far out a name may say furniture"),
  FROM_CONTENT("how far out a name says content"),
  OWN_KINDS("what its block's own name says"),
  LINES_OF_BLOCK("the lines of its block"),
  // what is around
  PARENT_UNITS("how much of the page its parent holds"),
  PARENT_LINKS("how much of its parent is links"),
  PARENT_PROSE("how much of the page's prose its parent holds"),
  PARENT_DENSITY("how much of its parent is prose"),
  GRAND_UNITS("how much of the page its grandparent holds"),
  GRAND_LINKS("how much of its grandparent is links"),
  GRAND_PROSE("how much of the page's prose its grandparent holds"),
  GRAND_DENSITY("how much of its grandparent is prose"),
  GREAT_LINKS("how much of its great-grandparent is links"),
  GREAT_PROSE("how much of the page's prose its great-grandparent holds"),
  IN_MAIN("whether it stands where most prose is"),
  OVER_MAIN("how far out is a box that holds the prose"),
  MAIN_DEPTH("how deep it stands where most prose is"),
  LIKE_PROSE("how much prose is in blocks like its own"),
  LIKE_LINES("how many lines are in blocks like its own"),
  LIKE_LINKS("how much of blocks like its own is links"),
  LIKE_UNITS("how long lines in blocks like its own are"),
  PATH_PROSE("how much prose is in blocks at places like its own"),
  PATH_LINES("how many lines are in blocks at places like its own"),
  PATH_LINKS("how much of blocks at places like its own is links"),
  PARENT_LIKE_PROSE("how much prose is in parents like its own"),
  SIBLINGS("the blocks beside it"),
  TWINS("how many boxes like one around it the page has"),
  TWIN_UP("how far out that box is"),
  TWIN_ORDER("how many of them stand before it"),
  TWIN_LINKS("how much of them is links"),
  TWIN_PROSE("how much of the prose they hold"),
  TWIN_UNITS("how long they are"),
  GREAT_TWIN("how many long boxes like one around it stand before it"),
  HEADLINES("how many main headings stand before it"),
  // what plain rules say
  RULED("whether plain rules take it for body"),
  RULED_BLOCK("how much of its block plain rules take"),
  RULED_PARENT("how much of its parent plain rules take"),
  RULED_LIKE("how much of blocks like its own plain rules take"),
  RULED_BEFORE("whether plain rules take the line before"),
  RULED_AFTER("whether plain rules take the line after"),
  RULED_EARLIER("how much of what plain rules take stands before"),
  // where it stands
  AT_LINE("where among the lines it stands"),
  AT_UNITS("how much of the page stands before it"),
  AT_PROSE("how much of the prose stands before it"),
  AT_MAIN("where in the main box it stands"),
  FROM_TITLE("lines since the headline"),
  FROM_PROSE("lines since long prose"),
  TO_PROSE("lines until long prose"),
  PREVIOUS_UNITS("the length of the line before"),
  PREVIOUS_LINKS("how much of the line before is links"),
  PREVIOUS_LIKE("whether the line before is in a block like its own"),
  PREVIOUS_HEADING("whether the line before is a heading"),
  NEXT_UNITS("the length of the line after"),
  NEXT_LINKS("how much of the line after is links"),
  NEXT_LIKE("whether the line after is in a block like its own"),
  NEXT_HEADING("whether the line after is a heading"),
  SECOND_UNITS("the length of the second line after"),
  BEFORE_UNITS("the length of the second line before"),
  // what it repeats
  TITLE_SHARE("how much of it is the headline"),
  SUMMARY_SHARE("how much of it is the page's summary of itself"),
  STATED_SHARE("how much of it is in the structured data's body"),
  AGAIN("whether the page said it before"),
  TWICE("whether the page says it again"),
  // the page
  IDEOGRAPHS("whether it is in a script without spaces"),
  // what the lines around were taken for, at the second look
  FIRST_LOOK("what it was taken for at first"),
  LOOK_BEFORE("what the line before was taken for"),
  LOOK_AFTER("what the line after was taken for"),
  LOOK_SECOND_BEFORE("what the second line before was taken for"),
  LOOK_SECOND_AFTER("what the second line after was taken for"),
  LOOK_NEAR("what the lines near were taken for"),
  LOOK_BLOCK("what its block was taken for"),
  LOOK_PARENT("what its parent was taken for"),
  LOOK_GRAND("what its grandparent was taken for"),
  LOOK_LIKE("what blocks like its own were taken for"),
  LOOK_PATH("what blocks at places like its own were taken for"),
  LOOK_EARLIER("how much of the body stands before"),
  LOOK_SINCE("lines since one surely of the body"),
  LOOK_UNTIL("lines until one surely of the body"),
  LOOK_BEST("the surest line of the page");

  /// In plain words, for `show --why`.
  final String words;

  Trait(String words) {
    this.words = words;
  }

  /// How many the first look has.
  static final int FIRST = FIRST_LOOK.place();

  static final int ALL = values().length;

  /// Where it stands in a row of traits; the order is the model's.
  @SuppressWarnings("EnumOrdinal")
  int place() {
    return ordinal();
  }

  /// @return the trait that stands at a place of a row
  @SuppressWarnings("EnumOrdinal")
  static Trait at(int place) {
    return values()[place];
  }

  /// @return changes when the traits or their order do, so that a model and its traits stay
  ///   together
  static int key() {
    int key = 0;
    for (Trait trait : values()) {
      key = key * 31 + trait.name().hashCode();
    }
    return key;
  }
}
