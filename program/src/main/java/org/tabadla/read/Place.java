package org.tabadla.read;

import org.jsoup.nodes.Element;

/// Elements that tell what the text within them is for, as bits.
final class Place {
  static final int LIST = 1;
  static final int TABLE = 1 << 1;
  static final int QUOTE = 1 << 2;
  static final int FIGURE = 1 << 3;
  static final int ASIDE = 1 << 4;
  static final int HEADER = 1 << 5;
  static final int FOOTER = 1 << 6;
  static final int NAV = 1 << 7;
  static final int FORM = 1 << 8;
  static final int ARTICLE = 1 << 9;
  static final int MAIN = 1 << 10;

  /// Microdata says that this is the article's body.
  static final int BODY = 1 << 11;

  static final int LINK = 1 << 12;
  static final int PRE = 1 << 13;

  private Place() {}

  static int of(Element e) {
    int tag =
        switch (e.normalName()) {
          case "ul", "ol", "dl" -> LIST;
          case "table" -> TABLE;
          case "blockquote", "q" -> QUOTE;
          case "figure", "figcaption", "picture" -> FIGURE;
          case "aside" -> ASIDE;
          case "header" -> HEADER;
          case "footer" -> FOOTER;
          case "nav" -> NAV;
          case "form" -> FORM;
          case "article" -> ARTICLE;
          case "main" -> MAIN;
          case "a" -> LINK;
          case "pre", "code" -> PRE;
          default -> 0;
        };
    return Attr.of(e, "itemprop").contains("articleBody") ? tag | BODY : tag;
  }
}
