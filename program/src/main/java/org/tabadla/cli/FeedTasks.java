package org.tabadla.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Page;
import org.tabadla.read.FeedContent;
import org.tabadla.read.FeedDiscovery;
import org.tabadla.read.FeedEntry;
import org.tabadla.read.FeedReader;
import org.tabadla.read.FeedReading;
import org.tabadla.read.OpmlReader;
import org.tabadla.read.SitemapReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Pipe tasks on feeds and other lists of addresses: feed, sitemap, opml, discover.
final class FeedTasks {
  private FeedTasks() {}

  static ObjectNode feed(ObjectNode line, Path base) {
    Page page = file(line, base, headers(line).get("content-type"));
    return switch (FeedReader.read(page, headers(line))) {
      case FeedReading.FeedRead(var content) -> feed(content);
      case FeedReading.NoFeed(var why) -> TextTasks.object().put("error", why);
    };
  }

  /// @return what the line's `file` or `data_base64` holds, found at its `url`
  private static Page file(ObjectNode line, Path base, @Nullable String contentType) {
    return new Page(
        PipeInput.textOrNull(line, "url"),
        contentType,
        PipeInput.bytes(line, base, "file", "data_base64"),
        Instant.now());
  }

  private static Map<String, String> headers(ObjectNode line) {
    return line.get("headers") instanceof ObjectNode headers
        ? headers.properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> text(e.getValue())))
        : Map.of();
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : node.toString();
  }

  private static ObjectNode feed(FeedContent content) {
    ObjectNode out = TextTasks.object();
    out.putObject("feed")
        .put("title", content.title())
        .put("link", content.link())
        .put("language", content.language())
        .put("description", content.description())
        .put("author", content.author())
        .put("author_email", content.authorEmail())
        .put("id", content.id())
        .put("updated", instant(content.updated()))
        .put("published", instant(content.published()));
    ArrayNode items = out.putArray("items");
    content.entries().forEach(entry -> items.add(item(entry)));
    return out;
  }

  private static ObjectNode item(FeedEntry entry) {
    ObjectNode out =
        TextTasks.object()
            .put("id", entry.id())
            .put("title", entry.title())
            .put("link", entry.link())
            .put("author", entry.author())
            .put("author_email", entry.authorEmail())
            .put("published", instant(entry.published()))
            .put("updated", instant(entry.updated()))
            .put("content", entry.content())
            .put("summary", entry.summary())
            .put("language", entry.language());
    strings(out.putArray("categories"), entry.categories());
    strings(
        out.putArray("enclosures"),
        entry.enclosures().stream().map(FeedEntry.Enclosure::url).toList());
    return out;
  }

  static ObjectNode sitemap(ObjectNode line, Path base) {
    Page page = file(line, base, null);
    ObjectNode out = TextTasks.object();
    ArrayNode urls = out.putArray("urls");
    for (SitemapReader.Location location : SitemapReader.read(page).locations()) {
      ObjectNode url = urls.addObject();
      url.put("loc", location.loc()).put("lastmod", instant(location.lastModified()));
      SitemapReader.News news = location.news();
      if (news != null) {
        url.putObject("news")
            .put("title", news.title())
            .put("publication_date", news.publicationDate())
            .put("language", news.language())
            .put("name", news.name());
      } else {
        url.putNull("news");
      }
    }
    return out;
  }

  static ObjectNode opml(ObjectNode line, Path base) {
    Page page = file(line, base, null);
    ObjectNode out = TextTasks.object();
    ArrayNode feeds = out.putArray("feeds");
    for (OpmlReader.Outline outline : OpmlReader.read(page)) {
      feeds
          .addObject()
          .put("xmlUrl", outline.xmlUrl())
          .put("title", outline.title())
          .put("folder", outline.folder());
    }
    return out;
  }

  static ObjectNode discover(ObjectNode line, Path base) {
    Page page =
        new Page(
            PipeInput.textOrNull(line, "url"),
            null,
            PipeInput.bytes(line, base, "html_file", "html_base64"),
            Instant.now());
    ObjectNode out = TextTasks.object();
    strings(out.putArray("feeds"), FeedDiscovery.feeds(page));
    return out;
  }

  private static void strings(ArrayNode out, List<String> strings) {
    strings.forEach(out::add);
  }

  private static @Nullable String instant(@Nullable Instant instant) {
    return instant == null ? null : PageTasks.instant(instant);
  }
}
