package org.tabadla.read;

import java.util.ArrayDeque;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.model.Page;
import org.tabadla.read.FeedReading.FeedRead;
import org.tabadla.read.FeedReading.NoFeed;

/// Bytes to a feed: RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, CDF, JSON Feed. To add a
/// format, write its adapter (an `XmlElement` or JSON tree to a {@link FeedContent}) and add its
/// case here.
///
/// ```java
/// switch (FeedReader.read(page, Map.of())) {
///   case FeedRead(var feed) -> feed.entries().forEach(…);
///   case NoFeed(var why) -> …;
/// }
/// ```
public final class FeedReader {
  static final int MAX_FEED_BYTES = 16_000_000;
  static final int MAX_ENTRIES = 20_000;
  static final int MAX_CATEGORIES = 200;
  static final int MAX_ENCLOSURES = 100;

  /// How far below the first tag the feed may begin, when something was printed before it.
  private static final int MAX_ROOT_DEPTH = 4;

  private static final int SEEN_CHARS = 40;

  private FeedReader() {}

  /// @param page the bytes, with the address that relative links start from
  /// @param headers of the answer, names in lower case; `content-location` and `content-type` count
  /// @return the feed, its HTML harmless and its links absolute, or why it is none
  public static FeedReading read(Page page, Map<String, String> headers) {
    byte[] body = page.body().array();
    if (body.length > MAX_FEED_BYTES) {
      return new NoFeed(
          "feed of " + body.length + " bytes; at most " + MAX_FEED_BYTES + " are read");
    }
    String header = headers.getOrDefault("content-type", page.contentType());
    String text = Charsets.text(body, header).strip();
    if (text.isEmpty()) {
      return new NoFeed("nothing: 0 characters");
    }
    var context = new FeedContext(document(page.url(), headers), page.fetched(), null);
    return text.startsWith("{") ? JsonFeed.read(text, context) : xml(text, context);
  }

  private static @Nullable String document(@Nullable String url, Map<String, String> headers) {
    String location = headers.get("content-location");
    String resolved = location == null ? null : Address.web(location, url);
    return resolved == null ? url : resolved;
  }

  private static FeedReading xml(String text, FeedContext context) {
    XmlElement top = XmlTree.parse(text);
    if (top == null) {
      return new NoFeed("neither XML nor JSON: «" + seen(text) + "»");
    }
    XmlElement root = root(top);
    if (root == null) {
      return new NoFeed("XML of another kind: <" + top.rawName() + ">");
    }
    return new FeedRead(
        switch (root.name()) {
          case "feed", "entry" -> AtomFeed.read(root, context);
          case "channel" ->
              CdfFeed.isOne(root) ? CdfFeed.read(root, context) : RssFeed.read(root, context);
          default -> RssFeed.read(root, context);
        });
  }

  /// @return the feed's root element: the top one, or the first below what a server printed before
  static @Nullable XmlElement root(XmlElement top) {
    record Step(XmlElement element, int depth) {}
    var steps = new ArrayDeque<Step>();
    steps.add(new Step(top, 0));
    while (!steps.isEmpty()) {
      Step step = steps.remove();
      if (isRoot(step.element())) {
        return step.element();
      }
      if (step.depth() < MAX_ROOT_DEPTH) {
        step.element().elements().forEach(e -> steps.add(new Step(e, step.depth() + 1)));
      }
    }
    return null;
  }

  private static boolean isRoot(XmlElement element) {
    return switch (element.name()) {
      case "rss", "feed" -> true;
      case "rdf" -> element.first("channel") != null || element.first("item") != null;
      case "channel" -> element.parent() == null;
      case "entry" -> element.parent() == null && element.space().equals("atom");
      default -> false;
    };
  }

  private static String seen(String text) {
    String line = SafeHtml.oneLine(text.length() > 200 ? text.substring(0, 200) : text);
    return line.length() > SEEN_CHARS ? line.substring(0, SEEN_CHARS) + "…" : line;
  }
}
