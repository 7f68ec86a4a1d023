package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// What a page says about itself, in the order it says it: metas, links, microdata, times,
/// headings.
final class PageClues {
  /// An element and where it stands.
  ///
  /// @param line index of the line that it begins or stands before, in {@link PageTree#lines()}
  record Clue(Element element, int line) {}

  private static final int EACH_MAX = 200;
  private static final int JSON_MAX_CHARS = 2_000_000;
  private static final int LEVELS_MAX = 14;
  private static final Set<String> ELSEWHERE = Set.of("aside", "nav", "form", "dialog");

  /// Their class names are about all that is in them.
  private static final Set<String> WHOLE_PAGE = Set.of("article", "main", "body", "html");

  private final PageWords words;

  private final Map<String, List<String>> metas = new HashMap<>();
  private final Map<String, String> links = new HashMap<>();
  private final List<String> json = new ArrayList<>();
  private final List<Clue> properties = new ArrayList<>();
  private final List<Clue> times = new ArrayList<>();
  private final List<Clue> headings = new ArrayList<>();
  private final List<Clue> dated = new ArrayList<>();
  private final List<Clue> signed = new ArrayList<>();
  private String title = "";
  private String language = "";

  /// @param words what class names say, shared with the walk
  PageClues(PageWords words) {
    this.words = words;
  }

  /// @param kinds what its class names say, bits of {@link PageWords}
  /// @param line index of the line that it begins or stands before
  void see(Element e, int kinds, int line) {
    switch (e.normalName()) {
      case "meta" -> meta(e);
      case "link" -> link(e);
      case "script" -> script(e);
      case "time" -> keep(times, new Clue(e, line));
      case "h1", "h2" -> keep(headings, new Clue(e, line));
      case "html" -> language = language(e);
      case "title" -> title = title.isEmpty() ? e.text() : title;
      default -> {}
    }
    if (e.attributesSize() == 0) {
      return;
    }
    if (Attr.has(e, "itemprop")) {
      keep(properties, new Clue(e, line));
    }
    if ((kinds & PageWords.DATE) != 0) {
      keep(dated, new Clue(e, line));
    }
    if ((kinds & PageWords.AUTHOR) != 0 || Attr.of(e, "rel").contains("author")) {
      keep(signed, new Clue(e, line));
    }
  }

  /// @return whether an element belongs to a part about other pages or by other people: comments,
  ///   lists of related articles, asides, forms
  boolean isElsewhere(Element e) {
    Element up = e;
    boolean foot = false;
    for (int level = 0; up != null && level < LEVELS_MAX; level++, up = up.parent()) {
      if (WHOLE_PAGE.contains(up.normalName())) {
        // The foot of an article is its own.
        return foot && !up.normalName().equals("article");
      }
      foot |= up.normalName().equals("footer");
      if (ELSEWHERE.contains(up.normalName())
          || (words.kinds(Attr.names(up)) & PageWords.ELSEWHERE) != 0
          || (words.kinds(Attr.of(up, "id")) & PageWords.ELSEWHERE) != 0) {
        return true;
      }
    }
    return foot;
  }

  /// The text of a small element; of a large one, as soon as that is seen, "".
  ///
  /// @param most characters
  static String brief(Element e, int most) {
    var text = new StringBuilder();
    Node node = e;
    while (text.length() <= most) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText());
      } else if (node instanceof Element inner
          && (inner.isBlock() || inner.normalName().equals("br"))) {
        text.append(' ');
      }
      Node next = node.childNodeSize() > 0 ? node.childNode(0) : null;
      while (next == null && !node.equals(e)) {
        next = node.nextSibling();
        if (next == null) {
          node = Objects.requireNonNull(node.parent());
          text.append(node instanceof Element inner && inner.isBlock() ? " " : "");
        }
      }
      if (next == null) {
        String brief = squeezed(text);
        return brief.length() <= most ? brief : "";
      }
      node = next;
    }
    return "";
  }

  /// White space collapsed, without what is never seen: soft hyphens and zero-width spaces.
  private static String squeezed(CharSequence text) {
    var out = new StringBuilder(text.length());
    boolean spaced = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000) {
        spaced = true;
      } else if (c != 0xAD && c != 0x200B) {
        out.append(spaced ? " " : "").append(c);
        spaced = false;
      }
    }
    return out.toString().strip();
  }

  private static <T> void keep(List<T> list, T item) {
    if (list.size() < EACH_MAX) {
      list.add(item);
    }
  }

  private static String language(Element html) {
    String lang = html.attr("lang");
    return lang.isBlank() ? html.attr("xml:lang") : lang;
  }

  private void meta(Element e) {
    String content = e.hasAttr("content") ? e.attr("content") : e.attr("value");
    if (content.isBlank()) {
      return;
    }
    for (String key : new String[] {"property", "name", "itemprop", "http-equiv"}) {
      String name = e.attr(key).strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty()) {
        keep(metas.computeIfAbsent(name, _ -> new ArrayList<>()), content.strip());
      }
    }
  }

  private void link(Element e) {
    String rel = e.attr("rel").toLowerCase(Locale.ROOT);
    String href = e.attr("href");
    if (!rel.isEmpty() && !href.isBlank()) {
      links.putIfAbsent(rel, href.strip());
    }
  }

  private void script(Element e) {
    if (e.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
      String data = e.data();
      if (data.length() <= JSON_MAX_CHARS) {
        keep(json, data);
      }
    }
  }

  /// @return the first content of the first of these names that the page has
  @Nullable String meta(String... names) {
    for (String name : names) {
      List<String> values = metas.get(name);
      if (values != null) {
        return values.getFirst();
      }
    }
    return null;
  }

  List<String> metas(String name) {
    return metas.getOrDefault(name, List.of());
  }

  @Nullable String link(String rel) {
    return links.get(rel);
  }

  List<String> json() {
    return json;
  }

  /// @return elements with `itemprop`
  List<Clue> properties() {
    return properties;
  }

  List<Clue> times() {
    return times;
  }

  /// @return the `h1` and `h2` elements
  List<Clue> headings() {
    return headings;
  }

  /// @return elements whose class names speak of a date
  List<Clue> dated() {
    return dated;
  }

  /// @return elements whose class names speak of an author
  List<Clue> signed() {
    return signed;
  }

  String title() {
    return title;
  }

  /// @return `<html lang>`, maybe empty
  String language() {
    return language;
  }
}
