package org.tabadla.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tabadla.config.Settings;
import org.tabadla.model.Feed;
import org.tabadla.store.Store;
import org.tabadla.store.Store.VisitRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says what is wrong: with the database, the index, the feeds and the newest visits.
@Command(
    name = "doctor",
    description =
        "Says what is wrong: database, index, feeds, the newest visits that failed. Exit status 1 when something is.",
    footer = {"", "Example:", "  ./tabadla doctor --data /srv/tabadla"})
final class DoctorCommand implements java.util.concurrent.Callable<Integer> {
  private static final int NEWEST_TROUBLES = 50;

  @Mixin House house = new House();

  @Option(names = "--json", description = "One JSON object a line")
  boolean json;

  private final Rooms.Opener opener;
  private final Said said;

  DoctorCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public Integer call() {
    Settings settings = house.settings();
    try (var shelves = opener.look(settings)) {
      var found = new ArrayList<Ill>();
      Store store = shelves.store();
      store.check().forEach(line -> found.add(new Ill("database", line)));
      long behind = store.newestSeq() - shelves.search().committedSeq();
      if (behind > 0) {
        found.add(
            new Ill(
                "index",
                "[index] "
                    + behind
                    + " changes behind the records; the next serve or add brings it up to date"));
      }
      for (Feed feed : store.feeds()) {
        if (feed.trouble() != null) {
          found.add(new Ill("feed", feed.trouble()));
        }
      }
      List<VisitRow> troubles = store.troubles(NEWEST_TROUBLES);
      troubles.forEach(v -> found.add(new Ill("page", v.detail())));
      print(settings, store, found);
      return found.isEmpty() ? 0 : 1;
    }
  }

  /// One thing that is wrong.
  private record Ill(String where, String line) {}

  private void print(Settings settings, Store store, List<Ill> found) {
    if (json) {
      for (Ill ill : found) {
        var out = new LinkedHashMap<String, Object>();
        out.put("where", ill.where());
        out.put("line", ill.line());
        said.json(out);
      }
      return;
    }
    said.line("data      " + settings.data());
    said.line(
        "articles  "
            + store.articleCount()
            + " in "
            + store.storyCount()
            + " stories, "
            + store.sources().size()
            + " sources");
    for (Ill ill : found) {
      said.line(String.format("%-9s %s", ill.where(), ill.line()));
    }
    said.line(found.isEmpty() ? "All is well." : found.size() + " to look at.");
  }
}
