package org.tabadla.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a page says about itself, in the order it says it: metas, links, microdata, times,
/// headings.
final class PageClues {
  private static final int EACH_MAX = 200;
  private static final int JSON_MAX_CHARS = 2_000_000;

  private final Map<String, List<String>> metas = new HashMap<>();
  private final Map<String, String> links = new HashMap<>();
  private final List<String> json = new ArrayList<>();
  private final List<Element> properties = new ArrayList<>();
  private final List<Element> times = new ArrayList<>();
  private final List<Element> headings = new ArrayList<>();
  private final List<Element> dated = new ArrayList<>();
  private final List<Element> signed = new ArrayList<>();
  private String title = "";
  private String language = "";

  /// @param kinds what its class names say, bits of {@link PageWords}
  void see(Element e, int kinds) {
    switch (e.normalName()) {
      case "meta" -> meta(e);
      case "link" -> link(e);
      case "script" -> script(e);
      case "time" -> keep(times, e);
      case "h1" -> keep(headings, e);
      case "html" -> language = language(e);
      case "title" -> title = title.isEmpty() ? e.text() : title;
      default -> {}
    }
    if (e.attributesSize() == 0) {
      return;
    }
    if (e.hasAttr("itemprop")) {
      keep(properties, e);
    }
    if ((kinds & PageWords.DATE) != 0) {
      keep(dated, e);
    }
    if ((kinds & PageWords.AUTHOR) != 0 || e.attr("rel").contains("author")) {
      keep(signed, e);
    }
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
  List<Element> properties() {
    return properties;
  }

  List<Element> times() {
    return times;
  }

  /// @return the `h1` elements
  List<Element> headings() {
    return headings;
  }

  /// @return elements whose class names speak of a date
  List<Element> dated() {
    return dated;
  }

  /// @return elements whose class names speak of an author
  List<Element> signed() {
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
