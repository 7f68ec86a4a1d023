package org.tabadla.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.read.FeedEntry.Enclosure;
import org.tabadla.read.FeedReading.FeedRead;
import org.tabadla.read.FeedReading.NoFeed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// [JSON Feed](https://www.jsonfeed.org/version/1.1/) 1.0 and 1.1.
final class JsonFeed {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*+\\n");

  private final JsonNode root;
  private final FeedContext context;

  private JsonFeed(JsonNode root, FeedContext context) {
    this.root = root;
    this.context = context;
  }

  static FeedReading read(String text, FeedContext context) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException e) {
      return new NoFeed("JSON that is broken: " + e.getOriginalMessage());
    }
    boolean said =
        text(root, "version") != null
            && String.valueOf(text(root, "version")).contains("jsonfeed.org");
    boolean shaped =
        text(root, "title") != null
            || text(root, "feed_url") != null
            || text(root, "home_page_url") != null;
    if (!root.isObject() || !(said || (root.path("items").isArray() && shaped))) {
      return new NoFeed("JSON that is no JSON Feed: it has neither version nor items");
    }
    String language = FeedContext.language(text(root, "language"));
    return new FeedRead(new JsonFeed(root, context.with(language)).feed(language));
  }

  private FeedContent feed(@Nullable String language) {
    String base = base();
    List<FeedEntry> entries = new ArrayList<>();
    for (JsonNode item : root.path("items")) {
      if (item.isObject() && entries.size() < FeedReader.MAX_ENTRIES) {
        entries.add(entry(item, base));
      }
    }
    String icon = context.link(text(root, "icon"), base);
    return new FeedContent(
        "JSON Feed",
        plain(root, "title"),
        context.link(text(root, "home_page_url"), base),
        language,
        clean(text(root, "description"), base),
        author(root, "name"),
        author(root, "email"),
        text(root, "feed_url"),
        newest(entries.stream().map(FeedEntry::updated)),
        newest(entries.stream().map(FeedEntry::published)),
        icon == null ? context.link(text(root, "favicon"), base) : icon,
        null,
        entries);
  }

  private @Nullable String base() {
    String home = context.link(text(root, "home_page_url"), null);
    return home == null ? context.document() : home;
  }

  /// JSON Feed has no dates of its own: it changed when its newest entry did.
  private static @Nullable Instant newest(Stream<@Nullable Instant> instants) {
    return instants.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
  }

  private FeedEntry entry(JsonNode item, @Nullable String base) {
    String url = context.link(text(item, "url"), base);
    String image = context.link(text(item, "image"), base);
    String html = text(item, "content_html");
    String plain = text(item, "content_text");
    String content = html == null && plain != null ? paragraphs(plain) : html;
    return new FeedEntry(
        text(item, "id"),
        plain(item, "title"),
        url == null ? context.link(text(item, "external_url"), base) : url,
        author(item, "name"),
        author(item, "email"),
        context.instant(text(item, "date_published")),
        context.instant(text(item, "date_modified")),
        clean(content, url == null ? base : url),
        clean(text(item, "summary"), base),
        FeedContext.language(text(item, "language")),
        tags(item),
        attachments(item, base),
        image == null ? context.link(text(item, "banner_image"), base) : image,
        null);
  }

  private static String paragraphs(String plain) {
    var out = new StringBuilder();
    for (String paragraph : BLANK_LINE.split(plain, -1)) {
      out.append("<p>").append(XmlElement.escaped(paragraph.strip())).append("</p>");
    }
    return out.toString();
  }

  private static @Nullable String text(JsonNode in, String key) {
    JsonNode value = in.path(key);
    if (!value.isString() && !value.isNumber()) {
      return null;
    }
    String text = XmlText.repaired(value.asString()).strip();
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String plain(JsonNode in, String key) {
    String text = text(in, key);
    return text == null ? null : SafeHtml.oneLine(text);
  }

  private static @Nullable String clean(@Nullable String html, @Nullable String base) {
    return html == null ? null : SafeHtml.clean(html, base);
  }

  private static @Nullable String author(JsonNode in, String key) {
    for (JsonNode author : in.path("authors")) {
      String found = plain(author, key);
      if (found != null) {
        return found;
      }
    }
    JsonNode one = in.path("author");
    return one.isString() && key.equals("name") ? plain(in, "author") : plain(one, key);
  }

  private static List<String> tags(JsonNode item) {
    List<String> found = new ArrayList<>();
    for (JsonNode tag : item.path("tags")) {
      if (tag.isString() && !tag.asString().isBlank() && found.size() < FeedReader.MAX_CATEGORIES) {
        found.add(SafeHtml.oneLine(XmlText.repaired(tag.asString())));
      }
    }
    return found;
  }

  private List<Enclosure> attachments(JsonNode item, @Nullable String base) {
    List<Enclosure> found = new ArrayList<>();
    for (JsonNode attachment : item.path("attachments")) {
      String url = context.link(text(attachment, "url"), base);
      if (url != null && found.size() < FeedReader.MAX_ENCLOSURES) {
        found.add(new Enclosure(url, text(attachment, "mime_type")));
      }
    }
    return found;
  }
}
