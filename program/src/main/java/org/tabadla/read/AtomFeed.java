package org.tabadla.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Atom 1.0 (RFC 4287) and 0.3.
final class AtomFeed {
  private final XmlElement root;
  private FeedContext context;

  private AtomFeed(XmlElement root, FeedContext context) {
    this.root = root;
    this.context = context;
  }

  static FeedContent read(XmlElement root, FeedContext context) {
    return new AtomFeed(root, context).feed();
  }

  private FeedContent feed() {
    String language = FeedContext.language(root.attribute("xml:lang"));
    if (language == null) {
      language = FeedContext.language(text(root, "dc:language"));
    }
    context = context.with(language);
    String base = root.base(context.document());
    String link = link(root);
    var person = person(root);
    String image = context.link(text(root, "logo"), base);
    return new FeedContent(
        text(root, "modified") != null || text(root, "tagline") != null ? "Atom 0.3" : "Atom 1.0",
        plain(root, "title"),
        link,
        language,
        html(root, List.of("subtitle", "tagline", "dc:description"), link),
        person.name(),
        person.email(),
        context.id(text(root, "id"), base),
        instant(root, List.of("updated", "modified", "dc:date")),
        instant(root, List.of("published", "issued")),
        image == null ? context.link(text(root, "icon"), base) : image,
        FeedPace.of(root),
        entries(link));
  }

  private List<FeedEntry> entries(@Nullable String feedLink) {
    if (root.name().equals("entry")) {
      return List.of(entry(root, feedLink));
    }
    return children(root, "entry").stream()
        .limit(FeedReader.MAX_ENTRIES)
        .map(e -> entry(e, feedLink))
        .toList();
  }

  private FeedEntry entry(XmlElement entry, @Nullable String feedLink) {
    String base = entry.base(context.document());
    String link = link(entry);
    String htmlBase = base == null ? (link == null ? feedLink : link) : base;
    var person = person(entry);
    String id = text(entry, "id");
    var enclosures = FeedMedia.enclosures(entry, base, context);
    return new FeedEntry(
        context.id(id, base),
        plain(entry, "title"),
        link == null ? context.link(id != null && id.startsWith("http") ? id : null, null) : link,
        person.name(),
        person.email(),
        instant(entry, List.of("published", "issued", "dcterms:issued", "dc:date", "created")),
        instant(entry, List.of("updated", "modified", "dcterms:modified", "dc:date")),
        content(entry, htmlBase),
        html(entry, List.of("summary", "dc:description", "media:description"), htmlBase),
        FeedContext.language(entry.attribute("xml:lang")),
        categories(entry),
        enclosures,
        FeedMedia.image(entry, enclosures, base, context),
        FeedMedia.place(entry));
  }

  private @Nullable String content(XmlElement entry, @Nullable String base) {
    for (XmlElement e : children(entry, "content")) {
      String html = AtomText.html(e);
      if (!html.isBlank()) {
        return SafeHtml.clean(html.strip(), baseOf(e, base));
      }
    }
    return html(entry, List.of("content:encoded", "xhtml:body", "xhtml:div"), base);
  }

  private @Nullable String baseOf(XmlElement e, @Nullable String fallback) {
    String own = e.base(context.document());
    return own == null ? fallback : own;
  }

  private static List<XmlElement> children(XmlElement in, String key) {
    if (key.indexOf(':') >= 0) {
      return in.all(key);
    }
    return in.named(key).stream().filter(AtomText::isAtom).toList();
  }

  private static @Nullable String text(XmlElement in, String key) {
    for (XmlElement e : children(in, key)) {
      String text = e.text().strip();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable String plain(XmlElement in, String key) {
    for (XmlElement e : children(in, key)) {
      String plain = AtomText.plain(e);
      if (!plain.isEmpty()) {
        return plain;
      }
    }
    XmlElement dublinCore = in.first("dc:" + key);
    return dublinCore == null ? null : SafeHtml.plain(dublinCore.text());
  }

  private @Nullable String html(XmlElement in, List<String> keys, @Nullable String base) {
    for (String key : keys) {
      for (XmlElement e : children(in, key)) {
        String html = AtomText.html(e);
        if (!html.isBlank()) {
          return SafeHtml.clean(html.strip(), baseOf(e, base));
        }
      }
    }
    return null;
  }

  private @Nullable String link(XmlElement in) {
    String original = context.link(text(in, "feedburner:origlink"), null);
    return original == null
        ? AtomText.alternate(children(in, "link"), in.base(context.document()), context)
        : original;
  }

  private static PersonText person(XmlElement in) {
    var found = PersonText.NOBODY;
    for (String key : List.of("author", "dc:creator", "itunes:author")) {
      for (XmlElement e : children(in, key)) {
        found = found.or(AtomText.person(e));
        if (found.name() != null) {
          return found;
        }
      }
    }
    return found;
  }

  /// The last of several: a feed that repeats an element appends the newer value.
  private @Nullable Instant instant(XmlElement in, List<String> keys) {
    for (String key : keys) {
      for (XmlElement e : children(in, key).reversed()) {
        Instant found = context.instant(e.text());
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static List<String> categories(XmlElement entry) {
    List<String> found = new ArrayList<>();
    for (XmlElement e : entry.elements()) {
      boolean own = e.name().equals("category") && AtomText.isAtom(e);
      if (own || e.is("dc:subject")) {
        String term = e.attribute("term");
        String plain = SafeHtml.plain(term == null ? e.text() : term);
        if (!plain.isEmpty() && found.size() < FeedReader.MAX_CATEGORIES) {
          found.add(plain);
        }
      }
    }
    return found;
  }
}
