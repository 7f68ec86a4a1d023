package org.tabadla.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON-LD of a page ([schema.org](https://schema.org/NewsArticle)): the node that describes
/// the article, and the nodes that it refers to.
final class JsonLd {
  private static final int NODES_MAX = 5_000;

  private static final Pattern BROKEN_TYPE =
      Pattern.compile("\"@type\"\\s*:\\s*\"(\\w{0,40}(?:Article|Posting))\"");
  private static final Pattern BROKEN_VALUE =
      Pattern.compile(
          "\"(headline|datePublished|dateModified|dateCreated)\"\\s*:\\s*\"([^\"\\\\]{1,300})\"");
  private static final Pattern BROKEN_AUTHOR =
      Pattern.compile("\"author\"\\s*:[^}]{0,200}?\"name\"\\s*:\\s*\"([^\"\\\\]{1,80})\"");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  private final Map<String, JsonNode> byId = new HashMap<>();
  private final Map<String, JsonNode> byType = new HashMap<>();
  private int articles;
  private @Nullable JsonNode article;
  private @Nullable JsonNode page;
  private @Nullable JsonNode outlet;

  static JsonLd of(List<String> scripts) {
    var data = new JsonLd();
    for (String script : scripts) {
      JsonNode root = parse(script);
      if (root != null) {
        data.walk(root);
      }
    }
    return data;
  }

  private static @Nullable JsonNode parse(String script) {
    String json = script.strip();
    if (json.startsWith("<!--") || json.startsWith("//<![CDATA[") || json.startsWith("<![CDATA[")) {
      int open = json.indexOf('{');
      int close = json.lastIndexOf('}');
      json = open >= 0 && close > open ? json.substring(open, close + 1) : "";
    }
    if (json.endsWith(";")) {
      json = json.substring(0, json.length() - 1);
    }
    if (json.isEmpty()) {
      return null;
    }
    JsonNode whole = read(json);
    if (whole == null && json.contains("&quot;")) {
      whole = read(Parser.unescapeEntities(json, false));
    }
    return whole == null ? salvaged(json) : whole;
  }

  private static @Nullable JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      return null; // a broken script says little; the page itself still does
    }
  }

  /// What can still be read of a broken script about an article: a quote or a line break that is
  /// not escaped spoils one value, not the others.
  private static @Nullable JsonNode salvaged(String json) {
    Matcher type = BROKEN_TYPE.matcher(json);
    if (!type.find()) {
      return null;
    }
    ObjectNode node = MAPPER.createObjectNode().put("@type", type.group(1));
    Matcher value = BROKEN_VALUE.matcher(json);
    while (value.find()) {
      if (!node.has(value.group(1))) {
        node.put(value.group(1), value.group(2));
      }
    }
    Matcher author = BROKEN_AUTHOR.matcher(json);
    if (author.find()) {
      node.put("author", author.group(1).strip());
    }
    return node;
  }

  private void walk(JsonNode root) {
    Deque<JsonNode> todo = new ArrayDeque<>();
    todo.add(root);
    int seen = 0;
    while (!todo.isEmpty() && seen++ < NODES_MAX) {
      JsonNode node = todo.removeFirst();
      if (node.isArray()) {
        node.forEach(todo::addLast);
      } else if (node.isObject()) {
        note(node);
        for (String key : new String[] {"@graph", "mainEntity", "mainEntityOfPage", "article"}) {
          JsonNode inner = node.get(key);
          if (inner != null) {
            todo.addLast(inner);
          }
        }
      }
    }
  }

  private void note(JsonNode node) {
    JsonNode id = node.get("@id");
    if (id != null && id.isString() && node.size() > 1) {
      byId.putIfAbsent(id.asString(), node);
    }
    String type = types(node);
    for (String one : type.strip().split(" ", -1)) {
      byType.putIfAbsent(one, node);
    }
    if (isArticle(type)) {
      articles++;
      if (article == null
          || (text(article, "headline") == null && text(node, "headline") != null)) {
        article = node;
      }
    } else if (type.contains("WebPage") && page == null) {
      page = node;
    } else if ((type.contains("Organization") || type.contains("WebSite")) && outlet == null) {
      outlet = node;
    }
  }

  private static boolean isArticle(String type) {
    return type.contains("Article")
        || type.contains("Posting")
        || type.contains(" Report")
        || type.contains(" Review ");
  }

  /// @return the types of a node, each between spaces
  static String types(JsonNode node) {
    JsonNode type = node.get("@type");
    var out = new StringBuilder(" ");
    if (type != null && type.isArray()) {
      type.forEach(t -> out.append(t.asString("")).append(' '));
    } else if (type != null) {
      out.append(type.asString("")).append(' ');
    }
    return out.toString();
  }

  @Nullable JsonNode article() {
    return article;
  }

  /// @return the first node of a type, such as `VideoObject`, or null
  @Nullable JsonNode first(String type) {
    return byType.get(type);
  }

  /// @return how many nodes describe an article; a list of articles describes several
  int articles() {
    return articles;
  }

  @Nullable String ofArticle(String key) {
    return article == null ? null : text(article, key);
  }

  @Nullable String ofPage(String key) {
    return page == null ? null : text(page, key);
  }

  /// @return a string value of a node, or of an object in its place the `name` or `@value`
  @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    if (value != null && value.isArray() && !value.isEmpty()) {
      value = value.get(0);
    }
    if (value != null && value.isObject()) {
      JsonNode full = resolve(value);
      value = full.has("name") ? full.get("name") : full.get("@value");
    }
    if (value == null || !value.isString() || value.asString().isBlank()) {
      return null;
    }
    return value.asString().strip();
  }

  /// @return the values of a key as a list, references followed
  List<JsonNode> all(String key) {
    JsonNode value = article == null ? null : article.get(key);
    var out = new ArrayList<JsonNode>();
    if (value != null && value.isArray()) {
      value.forEach(v -> out.add(resolve(v)));
    } else if (value != null) {
      out.add(resolve(value));
    }
    return out;
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode id = node.isObject() && node.size() == 1 ? node.get("@id") : null;
    JsonNode full = id != null && id.isString() ? byId.get(id.asString()) : null;
    return full == null ? node : full;
  }

  /// @return the outlet's name: the article's publisher, else the site or organisation described
  @Nullable String publisher() {
    String name = ofArticle("publisher");
    return name != null || outlet == null ? name : text(outlet, "name");
  }
}
