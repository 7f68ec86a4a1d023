package org.tabadla.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabadla.config.Settings;
import org.tabadla.flow.Intake;
import org.tabadla.flow.Tally;
import org.tabadla.model.Feed;
import org.tabadla.model.Refusal;
import org.tabadla.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds sources and reads them at once, or leaves the reading to a server that is running.
@Command(
    name = "add",
    description =
        "Adds sources: a page (its feeds are found), a feed, a sitemap, an OPML file, a folder of saved pages, a WARC.",
    footer = {
      "",
      "What is added is safe before it is read: when the reading is cut off, the next add or serve goes on with it.",
      "",
      "Example:",
      "  ./tabadla add https://news.example/ ~/saved-pages subscriptions.opml crawl.warc.gz"
    })
final class AddCommand implements java.util.concurrent.Callable<Integer> {
  @Mixin House house = new House();

  @Parameters(arity = "1..*", paramLabel = "WHAT", description = "URLs, files or folders")
  List<String> what = List.of();

  @Option(
      names = "--allow",
      paramLabel = "HOST[:PORT]",
      description = "Allow this host though its address is private")
  List<String> allow = List.of();

  @Option(names = "--json", description = "One JSON object a line")
  boolean json;

  private final Rooms.Opener opener;
  private final Said said;

  AddCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public Integer call() {
    Settings settings = house.settings(allow.isEmpty() ? java.util.Map.of() : allowed());
    @Nullable Rooms rooms = opener.openIfFree(settings);
    if (rooms == null) {
      try (var shelves = opener.look(settings)) {
        var added = register(opener.intake(settings, shelves.store()));
        if (!json) {
          said.line("A server is at work on " + settings.data() + " and will read what was added.");
        }
        return added.refused() > 0 ? Commands.EXIT_USAGE : 0;
      }
    }
    try (rooms) {
      var added = register(rooms.intake());
      List<Feed> feeds = new ArrayList<>(added.feeds());
      feeds.addAll(interrupted(rooms.store(), added.feeds()));
      if (!feeds.isEmpty()) {
        read(rooms, feeds);
      }
      return added.refused() > 0 ? Commands.EXIT_USAGE : 0;
    }
  }

  private java.util.Map<String, String> allowed() {
    return java.util.Map.of("fetch.allowed-hosts", String.join(",", allow));
  }

  private record Added(List<Feed> feeds, int refused) {}

  /// One wrong address must not keep the others out.
  private Added register(Intake intake) {
    var feeds = new ArrayList<Feed>();
    int refused = 0;
    for (String one : what) {
      try {
        for (Feed feed : intake.add(one)) {
          feeds.add(feed);
          print(feed);
        }
      } catch (Refusal e) {
        refused++;
        said.note("tabadla: " + e.getMessage());
        said.note("  " + e.remedy());
      }
    }
    return new Added(feeds, refused);
  }

  /// Folders and WARC files whose reading was cut off by an earlier end of the program.
  private static List<Feed> interrupted(Store store, List<Feed> added) {
    return store.feeds().stream()
        .filter(feed -> feed.kind() == Feed.Kind.FOLDER || feed.kind() == Feed.Kind.WARC)
        .filter(
            feed -> feed.due() != null && added.stream().noneMatch(a -> a.id().equals(feed.id())))
        .toList();
  }

  private void read(Rooms rooms, List<Feed> feeds) {
    var progress = new ProgressLine(said.err(), "reading");
    long began = System.nanoTime();
    Tally tally = rooms.rounds().visit(feeds, progress);
    rooms.indexing().settle();
    progress.done();
    double seconds = (System.nanoTime() - began) / 1e9;
    if (json) {
      var out = new LinkedHashMap<String, Object>();
      out.put("pages", tally.pages());
      for (Store.Outcome outcome : Store.Outcome.values()) {
        out.put(outcome.name().toLowerCase(Locale.ROOT), tally.of(outcome));
      }
      out.put("new", tally.of(Store.Change.NEW));
      out.put("changed", tally.of(Store.Change.CHANGED));
      out.put("seconds", seconds);
      said.json(out);
    } else {
      said.line(
          String.format(Locale.ROOT, "%d pages in %.1f s: %s", tally.pages(), seconds, tally));
    }
  }

  private void print(Feed feed) {
    String kind = feed.kind().name().toLowerCase(Locale.ROOT);
    if (json) {
      var out = new LinkedHashMap<String, Object>();
      out.put("added", feed.address());
      out.put("kind", kind);
      out.put("source", feed.source().value());
      said.json(out);
    } else {
      said.line("added " + kind + " " + feed.address());
    }
  }
}
