package org.tabadla.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.model.Page;

/// Finds the feeds that a page names ([feed
/// autodiscovery](https://www.rssboard.org/rss-autodiscovery)).
public final class FeedDiscovery {
  private static final int MAX_HTML_CHARS = 2_000_000;
  private static final int MAX_FEEDS = 100;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private static final Set<String> FEED_TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/rdf+xml",
          "application/feed+json",
          "application/rss",
          "application/atom",
          "text/rss+xml",
          "text/atom+xml");

  /// Types that feeds share with other things.
  private static final Set<String> VAGUE_TYPES =
      Set.of("application/xml", "text/xml", "application/json", "text/rss");

  private static final Pattern FEED_LIKE = Pattern.compile("(?i)rss|atom|feed|\\.rdf");

  private FeedDiscovery() {}

  /// @return absolute addresses in document order, each once
  public static List<String> feeds(Page page) {
    byte[] body = page.body().array();
    String html =
        Charsets.decode(body, Charsets.detect(body, page.contentType(), Charsets.Kind.HTML));
    var parsed =
        Jsoup.parse(html.length() > MAX_HTML_CHARS ? html.substring(0, MAX_HTML_CHARS) : html);
    var found = new LinkedHashSet<String>();
    String base = page.url();
    boolean declared = false;
    for (Element element : parsed.select("base[href], link[href]")) {
      if (element.normalName().equals("base")) {
        // Links before the declaration do not heed it; of several the first counts.
        String resolved = declared ? null : Address.web(element.attr("href"), base);
        base = resolved == null ? base : resolved;
        declared = true;
      } else if (namesFeed(element)) {
        add(found, Address.web(element.attr("href"), base));
      }
    }
    return List.copyOf(found);
  }

  private static void add(Set<String> found, @Nullable String address) {
    if (address != null && found.size() < MAX_FEEDS) {
      found.add(address);
    }
  }

  private static boolean namesFeed(Element link) {
    List<String> rels =
        SPACES.splitAsStream(link.attr("rel").strip().toLowerCase(Locale.ROOT)).toList();
    if (rels.contains("feed")) {
      return true;
    }
    String type = link.attr("type").toLowerCase(Locale.ROOT);
    int parameters = type.indexOf(';');
    String media = (parameters < 0 ? type : type.substring(0, parameters)).strip();
    boolean vague = VAGUE_TYPES.contains(media) && FEED_LIKE.matcher(link.attr("href")).find();
    return rels.contains("alternate") && (FEED_TYPES.contains(media) || vague);
  }
}
