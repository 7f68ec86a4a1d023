package org.tabadla.cli;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.collect.NetworkGuard;
import org.tabadla.config.Settings;
import org.tabadla.model.Refusal;
import org.tabadla.store.WatchRecords.Watch;
import org.tabadla.web.WatchDesk;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// Standing queries from the command line.
@Command(
    name = "watch",
    description =
        "Lets a search stand: each article that arrives is held against it, and what meets it is told.",
    synopsisSubcommandLabel = "add|list|remove|run",
    footer = {
      "",
      "Example:",
      "  ./tabadla watch add \"SCO lang:en\" --webhook https://desk.example/hook",
      "  ./tabadla watch list"
    })
final class WatchCommand implements Runnable {
  @Mixin House house = new House();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help")
  boolean help;

  private final Rooms.Opener opener;
  private final Said said;

  private WatchCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  /// The verb with what it can do.
  static CommandLine line(Rooms.Opener opener, Said said) {
    return new CommandLine(new WatchCommand(opener, said))
        .addSubcommand("add", new Add(opener, said))
        .addSubcommand("list", new Listed(opener, said))
        .addSubcommand("remove", new Remove(opener, said))
        .addSubcommand("run", new Run(opener, said));
  }

  @Override
  public void run() {
    new Listed(opener, said).list(house.settings());
  }

  @Command(
      name = "add",
      description = "Lets a query stand, in the language of the search; prints its id.")
  static final class Add implements Runnable {
    @Mixin House house = new House();

    @Parameters(arity = "1..*", paramLabel = "QUERY", description = "The query")
    List<String> query = List.of();

    @Option(names = "--title", paramLabel = "T", description = "What it is called")
    String title = "";

    @Option(
        names = "--webhook",
        paramLabel = "URL",
        description = "Where hits are posted, signed with the key that is printed")
    String webhook = "";

    @Option(names = "--email", paramLabel = "A", description = "Who gets a digest once a day")
    String email = "";

    private final Rooms.Opener opener;
    private final Said said;

    Add(Rooms.Opener opener, Said said) {
      this.opener = opener;
      this.said = said;
    }

    @Override
    public void run() {
      Settings settings = house.settings();
      try (Rooms.Shelves shelves = opener.look(settings)) {
        var guard = new NetworkGuard(settings.allowedHosts());
        var desk =
            new WatchDesk(
                shelves.store(), shelves.search(), guard::refusal, InstantSource.system());
        var asked = new WatchDesk.Asked(String.join(" ", query), title, webhook, email);
        switch (desk.add(asked)) {
          case WatchDesk.Outcome.Stands(Watch watch) -> {
            said.line(watch.id() + "  " + watch.title());
            if (watch.secret() != null) {
              said.line("signed with whsec_" + watch.secret());
            }
            said.line(settings.base() + "/watch/" + watch.id());
          }
          case WatchDesk.Outcome.Refused(String part, String why) ->
              throw new Refusal("[watch] " + part + ": " + why, "./tabadla watch add --help");
        }
      }
    }
  }

  @Command(name = "list", description = "Lists the standing queries.")
  static final class Listed implements Runnable {
    @Mixin House house = new House();

    @Option(names = "--json", description = "One JSON object a line")
    boolean json;

    private final Rooms.Opener opener;
    private final Said said;

    Listed(Rooms.Opener opener, Said said) {
      this.opener = opener;
      this.said = said;
    }

    @Override
    public void run() {
      list(house.settings());
    }

    void list(Settings settings) {
      try (Rooms.Shelves shelves = opener.look(settings)) {
        shelves.store().watches().all().forEach(this::print);
      }
    }

    private void print(Watch watch) {
      if (json) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        out.put("id", watch.id());
        out.put("owner", watch.owner());
        out.put("title", watch.title());
        out.put("query", watch.query());
        out.put("added", watch.added().toString());
        out.put("hits", watch.hits());
        out.put("webhook", watch.webhook());
        out.put("email", watch.email());
        out.put("trouble", watch.trouble());
        said.json(out);
        return;
      }
      said.line(watch.id() + "  " + watch.hits() + "  " + watch.title() + "  " + watch.query());
      if (watch.trouble() != null) {
        said.line("  " + watch.trouble());
      }
    }
  }

  @Command(name = "remove", description = "Ends a standing query and forgets what it met.")
  static final class Remove implements Runnable {
    @Mixin House house = new House();

    @Parameters(paramLabel = "ID", description = "As list prints it")
    String id = "";

    private final Rooms.Opener opener;
    private final Said said;

    Remove(Rooms.Opener opener, Said said) {
      this.opener = opener;
      this.said = said;
    }

    @Override
    public void run() {
      try (Rooms.Shelves shelves = opener.look(house.settings())) {
        if (!shelves.store().watches().remove(id)) {
          throw new Refusal("[watch] no standing query: " + id, "./tabadla watch list shows all");
        }
        said.line("removed " + id);
      }
    }
  }

  @Command(
      name = "run",
      description = "Matches and tells all that is due now; a server that runs does so by itself.")
  static final class Run implements Runnable {
    @Mixin House house = new House();

    private final Rooms.Opener opener;
    private final Said said;

    Run(Rooms.Opener opener, Said said) {
      this.opener = opener;
      this.said = said;
    }

    @Override
    public void run() {
      try (Rooms rooms = opener.open(house.settings())) {
        rooms.watching().all();
        rooms.telling().all();
        long hits = rooms.store().watches().all().stream().mapToLong(Watch::hits).sum();
        said.line(rooms.store().watches().all().size() + " standing queries, " + hits + " hits");
      }
    }
  }
}
