package org.tabadla.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.model.Page;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Finds the hubs that a feed or page names, and its own name for itself ([WebSub
/// §4](https://www.w3.org/TR/websub/#discovery)): first in the `Link` header (RFC 8288), then in
/// Atom's and RSS's links, JSON Feed's `hubs` or the links of an HTML page's head.
public final class HubDiscovery {
  private static final int MOST_HUBS = 10;
  private static final int MOST_HEADER_CHARS = 32_000;
  private static final int MOST_HTML_CHARS = 500_000;
  private static final int MOST_FEED_BYTES = 16_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /// One link of the header: its address, then its parameters.
  private static final Pattern LINK =
      Pattern.compile(
          "<([^>]*)>((?:\\s*;\\s*[^\\s=;,]+(?:\\s*=\\s*(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^\\s;,\"]*))?)*+)");

  private static final Pattern REL =
      Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))", Pattern.CASE_INSENSITIVE);

  private HubDiscovery() {}

  /// What was found.
  ///
  /// @param topic the page's own name for itself, absolute; its address where it does not say
  /// @param hubs absolute addresses, in order; empty when it names none
  public record Hubs(String topic, List<String> hubs) {
    public Hubs {
      hubs = List.copyOf(hubs);
    }
  }

  private record Named(Set<String> rels, String href) {}

  /// @param page what was fetched; its address must be known
  /// @param links the `Link` header as it came, or null
  /// @return what the page says, of a page without an address nothing
  public static Hubs of(Page page, @Nullable String links) {
    String url = page.url();
    if (url == null) {
      return new Hubs("", List.of());
    }
    Hubs said = hubs(header(links), url);
    return said.hubs().isEmpty() ? hubs(body(page), url) : said;
  }

  private static Hubs hubs(List<Named> all, String url) {
    var hubs = new LinkedHashSet<String>();
    String topic = null;
    for (Named link : all) {
      String address = Address.web(link.href(), url);
      if (address != null && link.rels().contains("hub") && hubs.size() < MOST_HUBS) {
        hubs.add(address);
      }
      if (address != null && link.rels().contains("self") && topic == null) {
        topic = address;
      }
    }
    return new Hubs(topic == null ? url : topic, List.copyOf(hubs));
  }

  private static List<Named> header(@Nullable String links) {
    var out = new ArrayList<Named>();
    if (links == null || links.length() > MOST_HEADER_CHARS) {
      return out;
    }
    Matcher link = LINK.matcher(links);
    while (link.find()) {
      Matcher rel = REL.matcher(link.group(2));
      if (rel.find()) {
        out.add(named(rel.group(1) == null ? rel.group(2) : rel.group(1), link.group(1)));
      }
    }
    return out;
  }

  private static Named named(String rel, String href) {
    return new Named(
        Set.copyOf(SPACES.splitAsStream(rel.strip().toLowerCase(Locale.ROOT)).toList()), href);
  }

  private static List<Named> body(Page page) {
    byte[] body = page.body().array();
    if (body.length > MOST_FEED_BYTES) {
      return List.of();
    }
    String text = Charsets.text(body, page.contentType()).strip();
    if (text.startsWith("{")) {
      return json(text);
    }
    String type = page.contentType() == null ? "" : page.contentType().toLowerCase(Locale.ROOT);
    if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
      return html(text);
    }
    XmlElement top = XmlTree.parse(text);
    XmlElement root = top == null ? null : FeedReader.root(top);
    return root == null ? html(text) : feed(root);
  }

  private static List<Named> feed(XmlElement root) {
    XmlElement channel = root.first("channel");
    var out = new ArrayList<Named>();
    for (XmlElement in : channel == null ? List.of(root) : List.of(root, channel)) {
      for (XmlElement link : in.elements()) {
        String rel = link.name().equals("link") ? link.attribute("rel") : null;
        String href = link.attribute("href");
        if (rel != null && href != null) {
          String base = in.base(null);
          String absolute = base == null ? null : Address.web(href, base);
          out.add(named(rel, absolute == null ? href : absolute));
        }
      }
    }
    return out;
  }

  /// Only the head counts: what stands in the body may be anybody's.
  private static List<Named> html(String text) {
    var parsed =
        Jsoup.parse(text.length() > MOST_HTML_CHARS ? text.substring(0, MOST_HTML_CHARS) : text);
    var out = new ArrayList<Named>();
    for (Element link : parsed.head().select("link[rel][href]")) {
      out.add(named(link.attr("rel"), link.attr("href")));
    }
    return out;
  }

  private static List<Named> json(String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException e) {
      return List.of();
    }
    var out = new ArrayList<Named>();
    if (root.path("feed_url").isString()) {
      out.add(named("self", root.path("feed_url").asString()));
    }
    for (JsonNode hub : root.path("hubs")) {
      if ("websub".equalsIgnoreCase(hub.path("type").asString("")) && hub.path("url").isString()) {
        out.add(named("hub", hub.path("url").asString()));
      }
    }
    return out;
  }
}
