package org.tabadla.cli;

import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.tabadla.formats.Conversion;
import org.tabadla.formats.NewsItem;
import org.tabadla.model.Feed;
import org.tabadla.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes out everything that the house knows, in formats that others read.
@Command(
    name = "export",
    description = {
      "Writes all articles as JSON Lines or as ninjs 3.1, one a line, or all feeds as OPML, to standard",
      "output."
    },
    footer = {
      "",
      "Example:",
      "  ./tabadla export > articles.jsonl",
      "  ./tabadla export --format opml > feeds.opml"
    })
final class ExportCommand implements Runnable {
  private static final int AT_ONCE = 200;

  /// What can be written.
  enum Format {
    jsonl,
    ninjs,
    opml
  }

  @Mixin House house = new House();

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  Format format = Format.jsonl;

  private final Rooms.Opener opener;
  private final Said said;

  ExportCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public void run() {
    try (var shelves = opener.look(house.settings())) {
      switch (format) {
        case jsonl ->
            each(
                shelves.store(),
                e -> said.json(new LinkedHashMap<>(ShowCommand.ArticleJson.of(e))));
        case ninjs ->
            each(shelves.store(), e -> said.line(Conversion.line(NewsItem.of(e.article()))));
        case opml -> feeds(shelves.store());
      }
    }
  }

  private static void each(Store store, Consumer<Store.Entry> writer) {
    for (var page = store.since(0, AT_ONCE);
        !page.isEmpty();
        page = store.since(page.getLast().seq(), AT_ONCE)) {
      for (Store.Entry entry : page) {
        writer.accept(entry);
      }
    }
  }

  private void feeds(Store store) {
    said.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    said.line("<opml version=\"2.0\">");
    said.line("<head><title>Tabadla</title></head>");
    said.line("<body>");
    for (Feed feed : store.feeds()) {
      if (feed.kind() == Feed.Kind.FEED) {
        String title = escaped(feed.title() == null ? feed.address() : feed.title());
        said.line(
            "<outline type=\"rss\" text=\""
                + title
                + "\" title=\""
                + title
                + "\" xmlUrl=\""
                + escaped(feed.address())
                + "\"/>");
      }
    }
    said.line("</body>");
    said.line("</opml>");
  }

  /// Makes text safe in an XML attribute; characters that XML forbids are dropped.
  static String escaped(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            default -> {
              if (c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)) {
                out.appendCodePoint(c);
              }
            }
          }
        });
    return out.toString();
  }
}
