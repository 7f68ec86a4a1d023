package org.tabadla.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.tabadla.model.Found;
import tools.jackson.databind.JsonNode;

/// Finds who wrote a page: people only, without «By», roles, outlets and agencies.
final class PageByline {
  private static final int NAME_MAX_CHARS = 60;
  private static final int NAME_MAX_WORDS = 6;
  private static final int NAMES_MAX = 12;
  private static final String[] METAS = {
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.author",
    "byl",
    "cxenseparse:author",
    "citation_author",
    "article:author_name",
    "article.author",
    "og:article:author",
    "authors",
    "twitter:data1",
  };

  /// Between two names of one byline.
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*[,،、;؛|/•·\\n]\\s*|\\s+(?:and|und|et|y|e|og|och|en|i|和|與)\\s+|\\s+اور\\s+|\\s*&\\s*");

  /// Before the first name.
  private static final Pattern BEFORE =
      Pattern.compile(
          "^(?:(?:by|przez|автор|текст|written by|posted by|story by|reported by"
              + "|text|words by|author|autor|autore|auteur)(?:\\s*[:：]\\s*|\\s+)|(?:记者|記者|作者|文|编辑)\\s*[:：/ ]\\s*"
              + "|تحریر\\s*[:：]?\\s*|از\\s*[:：]?\\s+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// Before the first name of a line on the page; a name that is given as a name may begin with
  /// one: Di Wu, Da Silva.
  private static final Pattern PREPOSITION =
      Pattern.compile("^(?:von|par|por|di|da|door|av|af)\\s+", Pattern.CASE_INSENSITIVE);

  private static final Set<String> NOBODY =
      Set.of(
          "admin",
          "administrator",
          "editor",
          "editorial",
          "staff",
          "webdesk",
          "web desk",
          "news desk",
          "newsdesk",
          "guest",
          "redaktion",
          "redaction",
          "redaccion",
          "redacción",
          "redazione",
          "redactie",
          "staff writer",
          "staff reporter",
          "staff report",
          "unknown",
          "none",
          "null",
          "anonymous",
          "author",
          "by",
          "online",
          "web editor");

  private final Map<String, Found<String>> names = new LinkedHashMap<>();
  private final List<String> outlets;

  private PageByline(List<String> outlets) {
    this.outlets = outlets.stream().map(PageTitle::key).toList();
  }

  /// @param outlets names of the outlet, which is no author
  static List<Found<String>> of(PageClues clues, JsonLd data, List<String> outlets) {
    var byline = new PageByline(outlets);
    byline.fromJson(data);
    if (byline.names.isEmpty()) {
      byline.fromMetas(clues);
    }
    if (byline.names.isEmpty()) {
      byline.fromProperties(clues);
    }
    if (byline.names.isEmpty()) {
      byline.fromPage(clues);
    }
    return new ArrayList<>(byline.names.values());
  }

  private void fromJson(JsonLd data) {
    for (JsonNode author : data.all("author")) {
      if (author.isString()) {
        add(author.asString(), "jsonld:author");
      } else if (author.isObject() && !JsonLd.types(author).contains("Organization")) {
        JsonNode name = author.get("name");
        if (name != null && name.isArray()) {
          name.forEach(n -> add(n.asString(""), "jsonld:author"));
        } else if (name != null && name.isString()) {
          add(name.asString(), "jsonld:author");
        }
      }
    }
  }

  private void fromMetas(PageClues clues) {
    for (String meta : METAS) {
      for (String value : clues.metas(meta)) {
        add(value, "meta:" + meta);
      }
      if (!names.isEmpty()) {
        return;
      }
    }
  }

  private void fromProperties(PageClues clues) {
    for (Element e : clues.properties()) {
      if (e.attr("itemprop").contains("author")) {
        Element name = e.selectFirst("[itemprop=name]");
        Element shown = name == null ? e : name;
        add(shown.hasAttr("content") ? shown.attr("content") : shown.text(), "itemprop:author");
      }
    }
  }

  private void fromPage(PageClues clues) {
    for (Element e : clues.signed()) {
      if (e.attr("rel").contains("author")) {
        add(e.text(), "rel:author");
      }
    }
    for (Element e : clues.signed()) {
      if (names.isEmpty() && e.normalName().equals("a")) {
        add(e.text(), "class:author");
      }
    }
    for (Element e : clues.signed()) {
      if (names.isEmpty()) {
        add(e.text(), "class:author");
      }
    }
  }

  private void add(String written, String rule) {
    String line = PageTitle.squeeze(written);
    if (line.length() > NAME_MAX_CHARS * NAMES_MAX / 2 || line.contains("://")) {
      return;
    }
    String signed = BEFORE.matcher(line).replaceFirst("");
    if (rule.startsWith("class:") || rule.startsWith("rel:")) {
      signed = PREPOSITION.matcher(signed).replaceFirst("");
    }
    for (String part : BETWEEN.split(signed, -1)) {
      String name = BEFORE.matcher(part.strip()).replaceFirst("").strip();
      if (isPerson(name) && names.size() < NAMES_MAX) {
        names.putIfAbsent(PageTitle.key(name), new Found<>(name, rule, line));
      }
    }
  }

  private boolean isPerson(String name) {
    String key = PageTitle.key(name);
    String lower = name.toLowerCase(Locale.ROOT);
    return key.length() > 1
        && name.length() <= NAME_MAX_CHARS
        && name.split("\\s+", -1).length <= NAME_MAX_WORDS
        && name.indexOf('@') < 0
        && name.chars().noneMatch(Character::isDigit)
        && !NOBODY.contains(lower)
        && !Dateline.isAgency(name)
        && !outlets.contains(key);
  }
}
