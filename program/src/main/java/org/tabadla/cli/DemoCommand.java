package org.tabadla.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tabadla.config.Settings;
import org.tabadla.flow.Tally;
import org.tabadla.model.Feed;
import org.tabadla.press.Outlet;
import org.tabadla.press.Press;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows the whole product without a network: the true road on a made-up press that is served on
/// loopback.
@Command(
    name = "demo",
    description =
        "Shows the whole product without a network: a made-up press is served on this machine and truly read.",
    footer = {"", "Example:", "  ./tabadla demo", "  ./tabadla demo --port 8080"})
final class DemoCommand implements Runnable {
  @Mixin House house = new House();
  @Mixin House.Door door = new House.Door();

  @Option(names = "--once", description = "Read the press, print what came of it, and end")
  boolean once;

  private final Rooms.Opener opener;
  private final Said said;

  DemoCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public void run() {
    try (var stop = new Stop()) {
      show(stop);
    }
  }

  private void show(Stop stop) {
    boolean temporary = house.data == null;
    if (temporary) {
      house.data = temporaryFolder();
    }
    try (Press press = Press.open(0)) {
      Settings settings = house.settings(options(press));
      try (Rooms rooms = opener.open(settings);
          Serving serving = opener.serve(rooms)) {
        said.line("Tabadla is at " + serving.address());
        read(rooms, press);
        exchange(rooms.desks().get());
        rooms.registering().all();
        Desks desks = rooms.desks().get();
        said.line(new DemoDesk(rooms.store()).fill(desks.register(), desks.claims()));
        if (!once) {
          rooms.start();
          said.line("Open " + serving.address() + " in a browser; Ctrl-C ends the demo.");
          stop.await();
        }
      }
    } finally {
      if (temporary && house.data != null) {
        delete(house.data);
      }
    }
  }

  /// The press is on this machine, so it is allowed by name and needs no pause between requests.
  private Map<String, String> options(Press press) {
    var options = new HashMap<>(door.options());
    options.put(
        "fetch.allowed-hosts",
        press.outlets().stream()
            .map(o -> "127.0.0.1:" + o.port())
            .collect(Collectors.joining(",")));
    options.put("fetch.host-pause", "0ms");
    return options;
  }

  private void read(Rooms rooms, Press press) {
    long began = System.nanoTime();
    List<Feed> feeds = new ArrayList<>();
    for (Outlet outlet : press.outlets()) {
      feeds.addAll(rooms.intake().add(outlet.address()));
    }
    var progress = new ProgressLine(said.err(), "reading the sample press");
    Tally tally = rooms.rounds().visit(feeds, progress);
    rooms.indexing().settle();
    progress.done();
    double seconds = (System.nanoTime() - began) / 1e9;
    said.line(
        String.format(
            Locale.ROOT,
            "Read %d outlets in %.1f s: %s; %d stories",
            press.outlets().size(),
            seconds,
            tally,
            rooms.store().storyCount()));
    press.nextEdition();
    Tally second = rooms.rounds().visit(rooms.store().feeds(), progress);
    rooms.indexing().settle();
    progress.done();
    said.line("Read their next edition: " + second);
  }

  private void exchange(Desks desks) {
    DemoExchange.Filled filled = DemoExchange.fill(desks);
    if (filled != null) {
      said.line(
          String.format(
              Locale.ROOT,
              "Two newsrooms exchange %d listings of %d kinds",
              filled.listings(),
              filled.kinds()));
      // A line of its own: it differs from run to run.
      said.line("Sign in as margalla or yundu; today's password is " + filled.password());
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("tabadla-demo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
