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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    footer = {"", "Example:", "  ./tabadla demo", "  ./tabadla demo --partner"})
final class DemoCommand implements Runnable {
  @Mixin House house = new House();
  @Mixin House.Door door = new House.Door();

  @Option(names = "--once", description = "Read the press, print what came of it, and end")
  boolean once;

  @Option(
      names = "--partner",
      description = "Give the second newsroom a server of its own, a partner of the first")
  boolean partner;

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
    Path first = temporary ? temporaryFolder() : Objects.requireNonNull(house.data);
    house.data = first;
    try (Press press = Press.open(0);
        DemoPartner other = partner ? partner(first) : null) {
      Settings settings = house.settings(options(press, other));
      try (Rooms rooms = opener.open(settings);
          Serving serving = opener.serve(rooms)) {
        said.line("Tabadla is at " + serving.address());
        show(stop, press, rooms, serving, other);
      }
    } finally {
      if (temporary) {
        delete(first);
        delete(DemoPartner.folder(first));
      }
    }
  }

  private void show(
      Stop stop, Press press, Rooms rooms, Serving serving, @Nullable DemoPartner other) {
    Desks desks = rooms.desks().get();
    var newsrooms = new DemoNewsrooms(desks, other == null ? desks : other.desks());
    String password = newsrooms.found();
    read(rooms, press);
    if (other != null) {
      newsrooms.meet(serving.address().replaceFirst("/+$", ""), other.home());
    }
    if (!password.isBlank()) {
      exchange(newsrooms);
    }
    if (other != null) {
      across(newsrooms, serving, other);
    }
    if (!password.isBlank()) {
      // A line of its own: it differs from run to run.
      said.line("Sign in as margalla or yundu; today's password is " + password);
    }
    rooms.registering().all();
    said.line(new DemoDesk(rooms.store()).fill(desks.register(), desks.claims(), desks.people()));
    if (other != null) {
      DemoDesk.tell(other.desks().claims(), other.desks().people());
    }
    desks.pictures().run();
    said.line("Looked at " + desks.album().size() + " pictures of articles, to know them again");
    if (!once) {
      rooms.start();
      if (other != null) {
        other.start();
      }
      said.line("Open " + serving.address() + " in a browser; Ctrl-C ends the demo.");
      stop.await();
    }
  }

  private DemoPartner partner(Path first) {
    int port = house.settings(door.options()).port();
    return DemoPartner.open(opener, DemoPartner.folder(first), port);
  }

  /// The press is on this machine, so it is allowed by name and needs no pause between requests.
  private Map<String, String> options(Press press, @Nullable DemoPartner other) {
    var options = new HashMap<>(door.options());
    List<String> allowed = new ArrayList<>();
    press.outlets().forEach(outlet -> allowed.add("127.0.0.1:" + outlet.port()));
    if (other != null) {
      allowed.add(other.host());
    }
    options.put("fetch.allowed-hosts", String.join(",", allowed));
    options.put("fetch.host-pause", "0ms");
    options.put("pictures", "all");
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

  private void exchange(DemoNewsrooms newsrooms) {
    DemoExchange.Filled filled = new DemoExchange(newsrooms).fill();
    said.line(
        String.format(
            Locale.ROOT,
            "Two newsrooms exchange %d listings of %d kinds",
            filled.listings(),
            filled.kinds()));
    said.line(
        String.format(
            Locale.ROOT,
            "They have %d talks, %d agreements and %d deliveries",
            filled.talks(),
            filled.agreements(),
            filled.deliveries()));
  }

  /// What there is to look at between the two servers.
  private void across(DemoNewsrooms newsrooms, Serving serving, DemoPartner other) {
    said.line("Yundu TV has a server of its own at " + other.address());
    newsrooms
        .met()
        .ifPresent(own ->
            said.line("Met across the two: " + serving.address() + "exchange/listing/" + own));
    newsrooms
        .toFetch()
        .ifPresent(delivery ->
            said.line("To be fetched there: " + other.address() + "exchange/delivery/" + delivery));
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("tabadla-demo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
