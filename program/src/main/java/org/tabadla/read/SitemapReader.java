package org.tabadla.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.language.Dates;
import org.tabadla.model.Moment;
import org.tabadla.model.Page;

/// Sitemaps, their indexes, Google's news extension, and plain lists of addresses ([the
/// protocol](https://www.sitemaps.org/protocol.html)).
public final class SitemapReader {
  /// The protocol's own limits.
  public static final int MAX_LOCATIONS = 50_000;

  public static final int MAX_SITEMAP_BYTES = 52_428_800;

  private SitemapReader() {}

  /// @param index whether the locations are further sitemaps rather than pages
  /// @param locations in document order
  /// @param trouble why there are none, or that some were left out; null when all is well
  public record Sitemap(boolean index, List<Location> locations, @Nullable String trouble) {
    public Sitemap {
      locations = List.copyOf(locations);
    }
  }

  /// @param loc an absolute http or https address
  public record Location(String loc, @Nullable Instant lastModified, @Nullable News news) {}

  /// @param name the publication's
  /// @param published midnight UTC when the sitemap says only a day
  /// @param publicationDate as exactly as the sitemap says: `YYYY-MM-DD`, or an instant in UTC
  public record News(
      @Nullable String title,
      @Nullable Instant published,
      @Nullable String publicationDate,
      @Nullable String language,
      @Nullable String name) {}

  /// @param page the bytes, unpacked
  public static Sitemap read(Page page) {
    byte[] body = page.body().array();
    if (body.length > MAX_SITEMAP_BYTES) {
      return new Sitemap(
          false,
          List.of(),
          "sitemap of " + body.length + " bytes; at most " + MAX_SITEMAP_BYTES + " are read");
    }
    String text = Charsets.text(body, page.contentType()).strip();
    if (!text.startsWith("<")) {
      return lines(text, page.url());
    }
    XmlElement root = XmlTree.parse(text);
    if (root == null || !(root.name().equals("urlset") || root.name().equals("sitemapindex"))) {
      String seen = root == null ? "no XML" : "<" + root.rawName() + ">";
      return new Sitemap(false, List.of(), "no sitemap: " + seen);
    }
    return entries(root, page.url());
  }

  private static Sitemap lines(String text, @Nullable String base) {
    List<Location> found = new ArrayList<>();
    text.lines()
        .map(String::strip)
        .filter(line -> line.regionMatches(true, 0, "http", 0, 4))
        .limit(MAX_LOCATIONS + 1L)
        .forEach(line -> add(found, line, base, null, null));
    return found.isEmpty()
        ? new Sitemap(false, List.of(), "no sitemap: neither XML nor a list of addresses")
        : sitemap(false, found);
  }

  private static Sitemap entries(XmlElement root, @Nullable String base) {
    boolean index = root.name().equals("sitemapindex");
    List<Location> found = new ArrayList<>();
    for (XmlElement entry : root.elements()) {
      if (!entry.name().equals(index ? "sitemap" : "url") || found.size() > MAX_LOCATIONS) {
        continue;
      }
      // Some write the address straight into the entry.
      String loc = text(entry, "loc");
      add(
          found,
          loc == null ? entry.text() : loc,
          base,
          moment(text(entry, "lastmod")),
          index ? null : news(entry));
    }
    return sitemap(index, found);
  }

  private static Sitemap sitemap(boolean index, List<Location> found) {
    boolean cut = found.size() > MAX_LOCATIONS;
    return new Sitemap(
        index,
        cut ? found.subList(0, MAX_LOCATIONS) : found,
        cut ? "more than " + MAX_LOCATIONS + " addresses; the rest was left out" : null);
  }

  private static void add(
      List<Location> found,
      String written,
      @Nullable String base,
      @Nullable Moment lastModified,
      @Nullable News news) {
    String text = written.strip();
    boolean whole = Address.web(text, null) != null;
    String resolved = Address.web(text, base);
    if (resolved != null) {
      found.add(
          new Location(
              whole ? text : resolved, lastModified == null ? null : lastModified.at(), news));
    }
  }

  private static @Nullable News news(XmlElement entry) {
    for (XmlElement news : entry.elements()) {
      if (news.name().equals("news")) {
        XmlElement publication = child(news, "publication");
        Moment moment = moment(text(news, "publication_date"));
        return new News(
            text(news, "title"),
            moment == null ? null : moment.at(),
            written(moment),
            publication == null ? null : FeedContext.language(text(publication, "language")),
            publication == null ? null : text(publication, "name"));
      }
    }
    return null;
  }

  private static @Nullable String written(@Nullable Moment moment) {
    if (moment == null) {
      return null;
    }
    return switch (moment.precision()) {
      case DAY -> moment.date().toString();
      case TIME -> moment.at().toString();
    };
  }

  private static @Nullable Moment moment(@Nullable String text) {
    return text == null ? null : Dates.parse(text, null, null).orElse(null);
  }

  private static @Nullable XmlElement child(XmlElement in, String name) {
    for (XmlElement e : in.elements()) {
      if (e.name().equals(name)) {
        return e;
      }
    }
    return null;
  }

  private static @Nullable String text(XmlElement in, String name) {
    XmlElement found = child(in, name);
    String text = found == null ? "" : SafeHtml.oneLine(found.text());
    return text.isEmpty() ? null : text;
  }
}
