package org.tabadla.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A wing's list as Atom 1.0 (RFC 4287) or JSON Feed 1.1. Words from outside are text, never
/// markup.
///
/// @param home the page's address, absolute
/// @param self the feed's address without its ending, absolute
/// @param query what the list is narrowed by, as its address ends: `?q=dam`, or nothing
public record Entries(
    String title, String home, String self, String query, Ui ui, List<Entry> entries) {
  private static final JsonMapper JSON = new JsonMapper();

  /// One entry.
  ///
  /// @param id stays the same in every language of the pages
  /// @param lang BCP 47, or null
  public record Entry(
      String id,
      String url,
      String title,
      String summary,
      String author,
      @Nullable String lang,
      Instant at) {}

  /// A list that is narrowed by nothing.
  public Entries(String title, String home, String self, Ui ui, List<Entry> entries) {
    this(title, home, self, "", ui, entries);
  }

  /// @return how the address of a list ends that is narrowed by a word
  public static String query(String name, @Nullable String word) {
    return word == null || word.isBlank()
        ? ""
        : "?" + name + "=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
  }

  /// @return the feed's own address in a form
  String address(String ending) {
    return self + ending + query;
  }

  /// @param path the list's address after the language step
  /// @return links for a page's head
  public static List<Shell.FeedLink> links(Ui ui, String path) {
    String at = ui.link(path) + "/feed.";
    return List.of(
        new Shell.FeedLink("Atom", "application/atom+xml", at + "atom"),
        new Shell.FeedLink("JSON Feed", "application/feed+json", at + "json"));
  }

  /// @param hub the address of the hub that tells of the feed's news, or null
  String atom(@Nullable String hub) {
    var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    out.append(ui.tag()).append("\">\n");
    element(out, "id", home + query);
    element(out, "title", title);
    element(out, "updated", updated().toString());
    out.append("<author><name>").append(escaped(ui.say("name"))).append("</name></author>\n");
    link(out, "self", address("atom"));
    link(out, "alternate", home + query);
    if (hub != null) {
      link(out, "hub", hub);
    }
    for (Entry entry : entries) {
      out.append(entry.lang() == null ? "<entry>" : "<entry xml:lang=\"" + entry.lang() + "\">");
      element(out, "id", entry.id());
      element(out, "title", entry.title());
      link(out, "alternate", entry.url());
      element(out, "updated", entry.at().toString());
      out.append("<author>");
      element(out, "name", entry.author());
      out.append("</author>");
      element(out, "summary", entry.summary());
      out.append("</entry>\n");
    }
    return out.append("</feed>\n").toString();
  }

  /// @param hub the address of the hub that tells of the feed's news, or null
  String json(@Nullable String hub) {
    var items = new ArrayList<Map<String, Object>>();
    for (Entry entry : entries) {
      var item = new LinkedHashMap<String, Object>();
      item.put("id", entry.id());
      item.put("url", entry.url());
      item.put("title", Safe.text(entry.title()));
      item.put("content_text", Safe.text(entry.summary()));
      item.put("date_modified", entry.at().toString());
      if (entry.lang() != null) {
        item.put("language", entry.lang());
      }
      item.put("authors", List.of(Map.of("name", Safe.text(entry.author()))));
      items.add(item);
    }
    var feed = new LinkedHashMap<String, Object>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", Safe.text(title));
    feed.put("home_page_url", home + query);
    feed.put("feed_url", address("json"));
    feed.put("language", ui.tag());
    if (hub != null) {
      feed.put("hubs", List.of(Map.of("type", "WebSub", "url", hub)));
    }
    feed.put("items", items);
    return JSON.writeValueAsString(feed);
  }

  /// An empty list has not changed since the beginning of time.
  private Instant updated() {
    return entries.stream().map(Entry::at).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private static void link(StringBuilder out, String rel, String href) {
    out.append("<link rel=\"").append(rel).append("\" href=\"").append(escaped(href));
    out.append("\"/>\n");
  }

  private static void element(StringBuilder out, String name, String text) {
    out.append('<').append(name).append('>').append(escaped(text));
    out.append("</").append(name).append(">\n");
  }

  /// @return text as XML wants it
  public static String escaped(String text) {
    return Feeds.escaped(text);
  }
}
