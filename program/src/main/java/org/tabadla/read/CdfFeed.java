package org.tabadla.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Channel Definition Format, of 1997: [the W3C note](https://www.w3.org/TR/NOTE-CDFsubmit.html).
final class CdfFeed {
  private CdfFeed() {}

  static boolean isOne(XmlElement root) {
    return root.is("channel")
        && (root.attribute("href") != null
            || root.attribute("lastmod") != null
            || root.first("abstract") != null
            || root.all("item").stream()
                .anyMatch(i -> i.attribute("href") != null || i.first("abstract") != null));
  }

  static FeedContent read(XmlElement root, FeedContext context) {
    String base = root.attribute("base") == null ? context.document() : root.attribute("base");
    XmlElement logo = root.first("logo");
    return new FeedContent(
        "CDF",
        plain(root, "title"),
        link(root, base, context),
        FeedContext.language(root.attribute("xml:lang")),
        html(root, base),
        null,
        null,
        null,
        context.instant(root.attribute("lastmod")),
        null,
        logo == null ? null : context.link(logo.attribute("href"), base),
        null,
        root.all("item").stream()
            .limit(FeedReader.MAX_ENTRIES)
            .map(i -> entry(i, base, context))
            .toList());
  }

  private static FeedEntry entry(XmlElement item, @Nullable String base, FeedContext context) {
    String link = link(item, base, context);
    return new FeedEntry(
        link,
        plain(item, "title"),
        link,
        null,
        null,
        null,
        context.instant(item.attribute("lastmod")),
        null,
        html(item, base),
        null,
        List.of(),
        List.of(),
        null,
        null);
  }

  private static @Nullable String link(XmlElement in, @Nullable String base, FeedContext context) {
    XmlElement anchor = in.first("a");
    String href = in.attribute("href");
    return context.link(href == null && anchor != null ? anchor.attribute("href") : href, base);
  }

  private static @Nullable String plain(XmlElement in, String key) {
    XmlElement found = in.first(key);
    return found == null ? null : SafeHtml.plain(found.text());
  }

  private static @Nullable String html(XmlElement in, @Nullable String base) {
    XmlElement found = in.first("abstract");
    return found == null ? null : SafeHtml.clean(found.text().strip(), base);
  }
}
