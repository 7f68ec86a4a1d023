package org.tabadla.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.tabadla.language.Letters;

/// A page as lines of text within boxes, and what it says about itself, taken in one walk.
///
/// The walk is a loop: a page nested a hundred thousand deep needs no stack.
final class PageTree {
  /// Elements whose text nobody reads.
  private static final Set<String> UNREAD =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "canvas",
          "iframe",
          "object",
          "embed",
          "select",
          "option",
          "textarea",
          "button",
          "input",
          "head",
          "audio",
          "video",
          "map",
          "math",
          "progress",
          "meter",
          "rp",
          "rt");

  private static final Set<String> FURNITURE_TAGS =
      Set.of("nav", "aside", "footer", "figcaption", "dialog", "menu", "label", "legend");

  private static final Set<String> FURNITURE_ROLES =
      Set.of(
          "navigation",
          "banner",
          "contentinfo",
          "complementary",
          "search",
          "dialog",
          "alert",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar",
          "tablist",
          "form",
          "button");

  private static final Set<String> INLINE_AFTER_ALL = Set.of("ins", "del");

  private final List<Box> boxes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Shot> shots = new ArrayList<>();
  private final PageWords words = new PageWords();
  private final PageClues clues;

  private final StringBuilder text = new StringBuilder();
  private int box;
  private int lineBox;
  private int breaks;
  private int links;
  private int bolds;
  private float units;
  private float linkUnits;
  private float boldUnits;
  private int marks;

  /// A picture and where it stands.
  record Shot(Element image, int box, int line) {}

  private PageTree(Document document) {
    this.clues = new PageClues(words);
    walk(document);
    flush();
    closeAll();
  }

  static PageTree of(Document document) {
    return new PageTree(document);
  }

  /// @return the lines of a piece of text that may hold markup, as data in scripts often does
  static String written(String text) {
    return text.indexOf('<') < 0 && text.indexOf('&') < 0
        ? text
        : of(Jsoup.parseBodyFragment(text)).lines().stream()
            .map(Line::text)
            .collect(Collectors.joining("\n"));
  }

  /// @return the elements in document order; the first is the root
  List<Box> boxes() {
    return boxes;
  }

  List<Line> lines() {
    return lines;
  }

  List<Shot> shots() {
    return shots;
  }

  PageClues clues() {
    return clues;
  }

  private void walk(Document document) {
    Node node = document;
    while (true) {
      boolean inside = enter(node);
      if (inside && node.childNodeSize() > 0) {
        node = node.childNode(0);
        continue;
      }
      if (inside) {
        leave(node);
      }
      Node next = node.nextSibling();
      while (next == null) {
        Node up = node.parent();
        if (up == null) {
          return;
        }
        leave(up);
        node = up;
        next = node.nextSibling();
      }
      node = next;
    }
  }

  /// @return whether to go inside, and so to leave it later
  private boolean enter(Node node) {
    if (node instanceof TextNode t) {
      append(Letters.whole(t.getWholeText()));
      return false;
    }
    if (!(node instanceof Element e)) {
      return false;
    }
    String tag = e.normalName();
    if (tag.equals("br") || tag.equals("hr")) {
      breaks += tag.equals("hr") ? 2 : 1;
      return false;
    }
    int kinds = words.kinds(Attr.names(e)) | words.kinds(Attr.of(e, "id"));
    if (FURNITURE_TAGS.contains(tag) || isOff(e)) {
      kinds |= PageWords.FURNITURE | PageWords.SURE;
    }
    clues.see(e, kinds, lines.size() + (text.isEmpty() ? 0 : 1));
    if (tag.equals("head")) {
      return open(e, kinds);
    }
    if (tag.equals("img") || tag.equals("amp-img")) {
      shots.add(new Shot(e, box, lines.size() + (text.isEmpty() ? 0 : 1)));
      return false;
    }
    return !UNREAD.contains(tag) && open(e, kinds);
  }

  private static boolean isOff(Element e) {
    if (e.attributesSize() == 0) {
      return false;
    }
    String style = Attr.of(e, "style");
    return Attr.has(e, "hidden")
        || FURNITURE_ROLES.contains(Attr.of(e, "role"))
        || (!style.isEmpty() && style.replace(" ", "").contains("display:none"));
  }

  private boolean open(Element e, int kinds) {
    if (parts(e, kinds)) {
      flush();
    }
    var opened =
        new Box(
            e,
            box,
            lines.size() + (text.isEmpty() ? 0 : 1),
            kinds,
            boxes.isEmpty() ? null : boxes.get(box));
    box = boxes.size();
    boxes.add(opened);
    links += isLink(e) ? 1 : 0;
    bolds += isBold(e) ? 1 : 0;
    return true;
  }

  private static boolean parts(Element e, int kinds) {
    return (e.isBlock() && !INLINE_AFTER_ALL.contains(e.normalName()))
        || (kinds & (PageWords.FURNITURE | PageWords.WEAK)) != 0;
  }

  private static boolean isLink(Element e) {
    return e.normalName().equals("a") && Attr.has(e, "href");
  }

  private static boolean isBold(Element e) {
    return e.normalName().equals("b") || e.normalName().equals("strong");
  }

  private void leave(Node node) {
    if (!(node instanceof Element e)) {
      return;
    }
    Box left = boxes.get(box);
    if (parts(e, left.kinds)) {
      flush();
    }
    left.endLine = lines.size() + (text.isEmpty() ? 0 : 1);
    left.endBox = boxes.size();
    links -= isLink(e) ? 1 : 0;
    bolds -= isBold(e) ? 1 : 0;
    box = left.parent;
  }

  private void closeAll() {
    for (Box b : boxes) {
      if (b.endBox == 0) {
        b.endBox = boxes.size();
        b.endLine = lines.size();
      }
    }
  }

  private void append(String raw) {
    if (boxes.isEmpty() || boxes.get(box).is("head") || boxes.get(box).is("title")) {
      return;
    }
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c <= ' ' || c == '\u00A0' || c == '\u3000' || c == '\u2028' || c == '\u2029') {
        space();
      } else if (c != '\u200B' && c != '\uFEFF') {
        letter(c);
      }
    }
  }

  private void space() {
    int n = text.length();
    if (n > 0 && text.charAt(n - 1) != ' ') {
      text.append(' ');
    }
  }

  private void letter(char c) {
    if (breaks > 0) {
      lineBreak();
    }
    if (text.isEmpty()) {
      lineBox = block();
    }
    text.append(c);
    float unit = Line.unit(c);
    units += unit;
    if (unit == 0) {
      marks += Line.isMark(c) ? 1 : 0;
      return;
    }
    linkUnits += links > 0 ? unit : 0;
    boldUnits += bolds > 0 ? unit : 0;
  }

  /// Two breaks part paragraphs; so does one after a full stop or after bold words.
  private void lineBreak() {
    boolean bold = units > 0 && boldUnits >= units;
    if (breaks > 1 || bold || Line.endsSentence(text)) {
      flush();
    } else {
      space();
    }
    breaks = 0;
  }

  /// The nearest box around that parts lines.
  private int block() {
    int at = box;
    while (at > 0 && !parts(boxes.get(at).element, boxes.get(at).kinds)) {
      at = boxes.get(at).parent;
    }
    return at;
  }

  private void flush() {
    breaks = 0;
    String line = text.toString().strip();
    text.setLength(0);
    if (!line.isEmpty()) {
      boolean bold = units > 0 && boldUnits >= units * 0.95f;
      lines.add(new Line(line, lineBox, units, linkUnits, marks, bold));
    }
    units = 0;
    linkUnits = 0;
    boldUnits = 0;
    marks = 0;
  }
}
