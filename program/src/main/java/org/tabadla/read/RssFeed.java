package org.tabadla.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// RSS 0.9x to 2.0 and RSS 1.0 (RDF), with the modules that outlets use: Dublin Core, content,
/// media, iTunes, syndication, GeoRSS, Atom links.
final class RssFeed {
  private static final List<String> TITLES =
      List.of("title", "dc:title", "atom:title", "media:title", "itunes:title");
  private static final List<String> FEED_TEXTS =
      List.of(
          "description",
          "dc:description",
          "atom:subtitle",
          "itunes:summary",
          "itunes:subtitle",
          "tagline");
  private static final List<String> SUMMARIES =
      List.of(
          "description",
          "dc:description",
          "atom:summary",
          "itunes:summary",
          "itunes:subtitle",
          "media:description");
  private static final List<String> CONTENTS =
      List.of(
          "content:encoded",
          "xhtml:body",
          "body",
          "fullitem",
          "atom:content",
          "content",
          "xhtml:div");
  private static final List<String> PEOPLE =
      List.of(
          "author",
          "managingeditor",
          "dc:creator",
          "dc:author",
          "itunes:author",
          "atom:author",
          "webmaster");
  private static final List<String> PUBLISHED =
      List.of("pubdate", "dcterms:issued", "atom:published", "published", "issued");
  private static final List<String> UPDATED =
      List.of(
          "lastbuilddate", "dcterms:modified", "atom:updated", "dc:date", "updated", "modified");

  private final XmlElement root;
  private final XmlElement channel;
  private FeedContext context;

  private RssFeed(XmlElement root, XmlElement channel, FeedContext context) {
    this.root = root;
    this.channel = channel;
    this.context = context;
  }

  static FeedContent read(XmlElement root, FeedContext context) {
    XmlElement channel = root.is("channel") ? root : root.first("channel");
    return new RssFeed(root, channel == null ? root : channel, context).feed();
  }

  private FeedContent feed() {
    String language = language(channel);
    if (language == null) {
      language = FeedContext.language(root.attribute("xml:lang"));
    }
    context = context.with(language);
    String link = link(channel, channel.base(context.document()));
    var person = person(channel);
    String base = link == null ? channel.base(context.document()) : link;
    return new FeedContent(
        format(),
        title(channel),
        link,
        language,
        html(channel, FEED_TEXTS, base),
        person.name(),
        person.email(),
        context.id(channel.attribute("rdf:about"), null),
        instant(channel, UPDATED),
        instant(channel, PUBLISHED),
        feedImage(base),
        FeedPace.of(channel),
        items(base));
  }

  private String format() {
    String version = root.attribute("version");
    return root.name().equals("rdf") ? "RSS 1.0" : "RSS" + (version == null ? "" : " " + version);
  }

  private List<FeedEntry> items(@Nullable String base) {
    List<XmlElement> items = new ArrayList<>(channel.all("item"));
    if (channel != root) {
      items.addAll(root.all("item"));
    }
    return items.stream().limit(FeedReader.MAX_ENTRIES).map(item -> entry(item, base)).toList();
  }

  private FeedEntry entry(XmlElement item, @Nullable String feedBase) {
    String base = item.isBased() ? item.base(context.document()) : feedBase;
    var person = person(item);
    String id = firstText(item, List.of("guid", "atom:id", "id", "dc:identifier"));
    String link = link(item, base);
    String htmlBase = base == null ? link : base;
    String summary = html(item, SUMMARIES, htmlBase);
    String content = html(item, CONTENTS, htmlBase);
    if (content == null || summary == null) {
      String core = html(item, List.of("summary"), htmlBase);
      content = content == null && summary != null ? core : content;
      summary = summary == null ? core : summary;
    }
    var published = instant(item, PUBLISHED);
    var updated = instant(item, UPDATED);
    var enclosures = FeedMedia.enclosures(item, base, context);
    return new FeedEntry(
        id == null ? context.id(item.attribute("rdf:about"), null) : id.strip(),
        title(item),
        link,
        person.name(),
        person.email(),
        published == null ? context.instant(firstText(item, List.of("dc:date"))) : published,
        updated,
        content,
        summary,
        language(item),
        categories(item),
        enclosures,
        FeedMedia.image(item, enclosures, base, context),
        FeedMedia.place(item));
  }

  /// @return the text of the first of `keys` that is there and not blank
  private static @Nullable String firstText(XmlElement in, List<String> keys) {
    for (String key : keys) {
      for (XmlElement found : in.all(key)) {
        String text = found.text();
        if (!text.isBlank()) {
          return text;
        }
      }
    }
    return null;
  }

  private static @Nullable String title(XmlElement in) {
    for (String key : TITLES) {
      for (XmlElement found : in.all(key)) {
        String plain = SafeHtml.plain(found.hasElements() ? found.markup() : found.text());
        if (!plain.isEmpty()) {
          return plain;
        }
      }
    }
    return null;
  }

  private @Nullable String html(XmlElement in, List<String> keys, @Nullable String base) {
    for (String key : keys) {
      for (XmlElement found : in.all(key)) {
        String raw = key.startsWith("atom:") ? AtomText.html(found) : rssHtml(found);
        if (!raw.isBlank()) {
          String own = found.attribute("xml:base") == null ? base : found.base(context.document());
          return SafeHtml.clean(raw.strip(), own);
        }
      }
    }
    return null;
  }

  private static String rssHtml(XmlElement found) {
    return found.hasElements() ? found.markup() : found.text();
  }

  /// RSS says one `link`; where a feed has several the last one counts, as most parsers have it.
  private @Nullable String link(XmlElement in, @Nullable String base) {
    String original = context.link(firstText(in, List.of("feedburner:origlink")), base);
    if (original != null) {
      return original;
    }
    for (XmlElement link : in.all("link").reversed()) {
      String href = link.attribute("href");
      String own = link.attribute("xml:base") == null ? base : link.base(context.document());
      String found = context.link(link.text().isBlank() ? href : link.text(), own);
      if (found != null) {
        return found;
      }
    }
    String alternate = AtomText.alternate(in.all("atom:link"), base, context);
    return alternate == null ? permalink(in) : alternate;
  }

  private @Nullable String permalink(XmlElement in) {
    XmlElement guid = in.first("guid");
    if (guid != null && !"false".equalsIgnoreCase(guid.attribute("ispermalink"))) {
      String link = guid.text().strip();
      return link.regionMatches(true, 0, "http", 0, 4) ? context.link(link, null) : null;
    }
    String about = in.name().equals("item") ? in.attribute("rdf:about") : null;
    return about == null ? null : context.link(about, null);
  }

  private static PersonText person(XmlElement in) {
    var found = PersonText.NOBODY;
    for (String key : PEOPLE) {
      for (XmlElement element : in.all(key)) {
        boolean parts = element.hasElements();
        found = found.or(parts ? AtomText.person(element) : PersonText.of(element.text()));
        if (found.name() != null) {
          return found;
        }
      }
    }
    return found;
  }

  private static @Nullable String language(XmlElement in) {
    String said = FeedContext.language(firstText(in, List.of("language", "dc:language")));
    return said == null ? FeedContext.language(in.attribute("xml:lang")) : said;
  }

  private java.time.@Nullable Instant instant(XmlElement in, List<String> keys) {
    for (String key : keys) {
      for (XmlElement found : in.all(key)) {
        var instant = context.instant(found.text());
        if (instant != null) {
          return instant;
        }
      }
    }
    return null;
  }

  private static List<String> categories(XmlElement item) {
    List<String> found = new ArrayList<>();
    for (XmlElement e : item.elements()) {
      if (e.is("category") || e.is("dc:subject") || e.is("atom:category")) {
        String term = e.attribute("term");
        String plain = SafeHtml.plain(term == null ? e.text() : term);
        if (!plain.isEmpty() && found.size() < FeedReader.MAX_CATEGORIES) {
          found.add(plain);
        }
      }
    }
    return found;
  }

  private @Nullable String feedImage(@Nullable String base) {
    for (XmlElement image : channel.all("image")) {
      XmlElement url = image.first("url");
      String link = url == null ? null : context.link(url.text(), base);
      if (link != null) {
        return link;
      }
    }
    XmlElement itunes = channel.first("itunes:image");
    return itunes == null ? null : context.link(itunes.attribute("href"), base);
  }
}
