package org.tabadla.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabadla.model.Feed;
import org.tabadla.store.Store;
import org.tabadla.store.Store.SourceRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the outlets and their feeds.
@Command(
    name = "sources",
    description = "Lists the outlets, what they brought, and how their feeds are.",
    footer = {"", "Example:", "  ./tabadla sources --json"})
final class SourcesCommand implements Runnable {
  @Mixin House house = new House();

  @Option(names = "--json", description = "One JSON object a line")
  boolean json;

  private final Rooms.Opener opener;
  private final Said said;

  SourcesCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public void run() {
    try (var shelves = opener.look(house.settings())) {
      List<SourceRow> rows = shelves.store().sources();
      for (SourceRow row : rows) {
        print(row, shelves.store());
      }
      if (rows.isEmpty() && !json) {
        said.line("No sources yet; ./tabadla add URL adds one.");
      }
    }
  }

  private void print(SourceRow row, Store store) {
    List<Feed> feeds = store.feedsOf(row.source().id());
    if (json) {
      said.json(object(row, feeds));
      return;
    }
    said.line(
        row.source().id()
            + "  "
            + row.source().name()
            + "  "
            + row.source().lang()
            + "  "
            + row.articles()
            + " articles");
    for (Feed feed : feeds) {
      said.line(
          "  " + feed.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + feed.address());
      if (feed.trouble() != null) {
        said.line("    trouble: " + feed.trouble());
      }
    }
  }

  private static Map<String, Object> object(SourceRow row, List<Feed> feeds) {
    var out = new LinkedHashMap<String, Object>();
    out.put("id", row.source().id().value());
    out.put("name", row.source().name());
    out.put("lang", row.source().lang().tag());
    out.put("articles", row.articles());
    out.put("newest", row.newest() == null ? null : row.newest().toString());
    out.put("trouble", row.trouble());
    out.put("feeds", feeds.stream().map(SourcesCommand::object).toList());
    return out;
  }

  private static Map<String, Object> object(Feed feed) {
    var out = new LinkedHashMap<String, Object>();
    out.put("kind", feed.kind().name().toLowerCase(java.util.Locale.ROOT));
    out.put("address", feed.address());
    out.put("title", feed.title());
    out.put("due", feed.due() == null ? null : feed.due().toString());
    out.put("failures", feed.failures());
    out.put("trouble", feed.trouble());
    return out;
  }
}
