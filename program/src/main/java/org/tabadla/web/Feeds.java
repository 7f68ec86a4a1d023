package org.tabadla.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.store.Store.Row;
import tools.jackson.databind.json.JsonMapper;

/// Writes a listing as RSS 2.0, Atom 1.0 (RFC 4287) or JSON Feed 1.1.
///
/// Ids are addresses without the language step, so an entry is the same one in every language of
/// the interface. Words from outside are text, never markup.
final class Feeds {
  private static final JsonMapper JSON = new JsonMapper();

  private final String base;
  private final Ui ui;
  private final @Nullable String hub;

  /// @param base what absolute addresses begin with
  /// @param hub the address of the hub that tells of a feed's news, or null
  Feeds(String base, Ui ui, @Nullable String hub) {
    this.base = base;
    this.ui = ui;
    this.hub = hub;
  }

  /// The same listing is the same bytes, whenever it is written.
  String write(FeedForm form, Listing listing) {
    return switch (form) {
      case RSS -> rss(listing);
      case ATOM -> atom(listing);
      case JSON -> json(listing);
    };
  }

  private String rss(Listing listing) {
    var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"");
    out.append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>\n");
    element(out, "title", title(listing));
    element(out, "link", home(listing));
    element(out, "description", ui.say("tagline"));
    element(out, "language", ui.tag());
    element(out, "lastBuildDate", rfc822(updated(listing)));
    out.append("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"");
    out.append(escaped(self(listing, FeedForm.RSS))).append("\"/>\n");
    if (hub != null) {
      out.append("<atom:link rel=\"hub\" href=\"").append(escaped(hub)).append("\"/>\n");
    }
    for (Row row : listing.rows()) {
      out.append("<item>");
      // Some readers take a title for HTML: what could be a tag is made harmless for them too.
      element(out, "title", row.title().replace("<", "&lt;"));
      element(out, "link", page(row));
      out.append("<guid isPermaLink=\"false\">").append(escaped(id(row))).append("</guid>");
      element(out, "pubDate", rfc822(row.when()));
      element(out, "dc:creator", row.sourceName());
      element(out, "dc:language", row.lang().tag());
      element(out, "description", escaped(row.excerpt()));
      out.append("</item>\n");
    }
    return out.append("</channel></rss>\n").toString();
  }

  private String atom(Listing listing) {
    var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
    out.append(ui.tag()).append("\">\n");
    element(out, "id", base + listing.here());
    element(out, "title", title(listing));
    element(out, "updated", updated(listing).toString());
    out.append("<author><name>").append(escaped(ui.say("name"))).append("</name></author>\n");
    link(out, "self", "application/atom+xml", self(listing, FeedForm.ATOM));
    link(out, "alternate", "text/html", home(listing));
    if (hub != null) {
      out.append("<link rel=\"hub\" href=\"").append(escaped(hub)).append("\"/>\n");
    }
    for (Row row : listing.rows()) {
      out.append("<entry xml:lang=\"").append(escaped(row.lang().tag())).append("\">");
      element(out, "id", id(row));
      element(out, "title", row.title());
      link(out, "alternate", "text/html", page(row));
      element(out, "published", row.when().toString());
      element(out, "updated", row.when().toString());
      out.append("<author>");
      element(out, "name", row.sourceName());
      out.append("</author>");
      element(out, "summary", row.excerpt());
      out.append("</entry>\n");
    }
    return out.append("</feed>\n").toString();
  }

  private String json(Listing listing) {
    var items = new ArrayList<Map<String, Object>>();
    for (Row row : listing.rows()) {
      var item = new LinkedHashMap<String, Object>();
      item.put("id", id(row));
      item.put("url", page(row));
      item.put("title", Safe.text(row.title()));
      item.put("content_text", Safe.text(row.excerpt()));
      item.put("date_published", row.when().toString());
      item.put("language", row.lang().tag());
      item.put("authors", List.of(Map.of("name", Safe.text(row.sourceName()))));
      items.add(item);
    }
    var feed = new LinkedHashMap<String, Object>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", Safe.text(title(listing)));
    feed.put("home_page_url", home(listing));
    feed.put("feed_url", self(listing, FeedForm.JSON));
    feed.put("language", ui.tag());
    if (hub != null) {
      feed.put("hubs", List.of(Map.of("type", "WebSub", "url", hub)));
    }
    feed.put("items", items);
    return JSON.writeValueAsString(feed);
  }

  private String title(Listing listing) {
    return listing.title() == null ? ui.say("name") : ui.say("name") + ": " + listing.title();
  }

  private String home(Listing listing) {
    return base + ui.link(listing.here());
  }

  /// @return the feed's own address
  String self(Listing listing, FeedForm form) {
    return base + ui.link(listing.feedPath(form.extension()));
  }

  private String page(Row row) {
    return base + ui.link(Reader.articlePath(row.id()));
  }

  private String id(Row row) {
    return base + Reader.articlePath(row.id());
  }

  /// An empty list has not changed since the beginning of time.
  private static Instant updated(Listing listing) {
    return listing.rows().stream().map(Row::when).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private static String rfc822(Instant when) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(when.atOffset(ZoneOffset.UTC));
  }

  private static void link(StringBuilder out, String rel, String type, String href) {
    out.append("<link rel=\"").append(rel).append("\" type=\"").append(type);
    out.append("\" href=\"").append(escaped(href)).append("\"/>\n");
  }

  private static void element(StringBuilder out, String name, String text) {
    out.append('<').append(name).append('>').append(escaped(text));
    out.append("</").append(name).append(">\n");
  }

  static String escaped(String text) {
    return Safe.text(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
