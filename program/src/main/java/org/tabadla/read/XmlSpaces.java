package org.tabadla.read;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The namespaces that feeds, sitemaps and outlines use, by their usual prefixes. "" is the core:
/// RSS in all its versions, and documents without a namespace.
final class XmlSpaces {
  static final String CORE = "";

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("http://www.w3.org/2005/atom", "atom"),
          Map.entry("http://purl.org/atom/ns#", "atom"),
          Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
          Map.entry("http://purl.org/rss/1.0", CORE),
          Map.entry("http://my.netscape.com/rdf/simple/0.9", CORE),
          Map.entry("http://channel.netscape.com/rdf/simple/0.9", CORE),
          Map.entry("http://backend.userland.com/rss2", CORE),
          Map.entry("http://backend.userland.com/rss", CORE),
          Map.entry("http://blogs.law.harvard.edu/tech/rss", CORE),
          Map.entry("http://my.userland.com/rss", CORE),
          Map.entry("http://purl.org/net/rss1.1#", CORE),
          Map.entry("http://purl.org/dc/elements/1.1", "dc"),
          Map.entry("http://purl.org/dc/elements/1.0", "dc"),
          Map.entry("http://purl.org/dc/terms", "dcterms"),
          Map.entry("http://purl.org/rss/1.0/modules/content", "content"),
          Map.entry("http://purl.org/rss/1.0/modules/syndication", "sy"),
          Map.entry("http://purl.org/rss/1.0/modules/slash", "slash"),
          Map.entry("http://search.yahoo.com/mrss", "media"),
          Map.entry("http://video.search.yahoo.com/mrss", "media"),
          Map.entry("http://tools.search.yahoo.com/mrss", "media"),
          Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("http://example.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("http://www.georss.org/georss", "georss"),
          Map.entry("http://www.w3.org/2003/01/geo/wgs84_pos#", "geo"),
          Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
          Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
          Map.entry("http://www.w3.org/2000/svg", "svg"),
          Map.entry("http://www.w3.org/1998/math/mathml", "math"),
          Map.entry("http://www.google.com/schemas/sitemap-news/0.9", "news"),
          Map.entry("http://www.w3.org/xml/1998/namespace", "xml"));

  private static final Set<String> KNOWN = Set.copyOf(PREFIXES.values());

  private XmlSpaces() {}

  /// @param uri the namespace as declared; null when none was
  /// @param prefix as written, "" when none was
  /// @return the usual prefix; the written one when the namespace is not known
  static String usual(@Nullable String uri, String prefix) {
    String written = prefix.toLowerCase(Locale.ROOT);
    if (uri == null || uri.isEmpty()) {
      return written;
    }
    String key = uri.strip().toLowerCase(Locale.ROOT);
    if (key.startsWith("https:")) {
      key = "http:" + key.substring("https:".length());
    }
    if (key.endsWith("/")) {
      key = key.substring(0, key.length() - 1);
    }
    String usual = PREFIXES.get(key);
    return usual == null ? written : usual;
  }

  /// @return whether the prefix says enough without a declaration
  static boolean isKnown(String prefix) {
    return KNOWN.contains(prefix);
  }
}
