package org.tabadla.web.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.Tabadla;
import org.tabadla.cli.Rooms;
import org.tabadla.cli.Serving;
import org.tabadla.config.SettingsFile;
import org.tabadla.flow.Progress;
import org.tabadla.model.Feed;
import org.tabadla.web.websub.OtherSide.Reply;

/// Two whole houses: one has a hub, the other hears of its news from it. And a house that is killed
/// while it has something to tell.
class MeetingTest {
  @TempDir Path folder;

  private static Rooms rooms(Path data, String shortest, String longest) {
    return Tabadla.rooms()
        .open(
            SettingsFile.load(
                data,
                Map.of(),
                Map.of(
                    "fetch.allowed-hosts", "127.0.0.1",
                    "fetch.host-pause", "0ms",
                    "websub.subscribe", "yes",
                    "poll.shortest", shortest,
                    "poll.longest", longest,
                    "port", "0")));
  }

  @Test
  void newsOfOneHouseIsInTheOtherLongBeforeItsNextVisit() throws Exception {
    try (var outlet = new Outlet();
        Rooms near = rooms(folder.resolve("near"), "1h", "1d");
        Serving nearby = Tabadla.rooms().serve(near);
        Rooms far = rooms(folder.resolve("far"), "1h", "1d");
        Serving faraway = Tabadla.rooms().serve(far)) {
      outlet.publish(Outlet.HARBOUR);
      List<Feed> feeds = near.intake().add(outlet.side.url("/feed"));
      near.rounds().visit(feeds, Progress.SILENT);
      assertThat(near.store().articleCount()).isEqualTo(1);

      String feed = nearby.address() + "en/feed.atom";
      far.rounds().start();
      far.rounds().visit(far.intake().add(feed), Progress.SILENT);
      OtherSide.until(() -> isActive(far, feed));
      assertThat(far.store().articleCount()).isEqualTo(1);

      outlet.publish(Outlet.KEEPER);
      near.rounds().visit(feeds, Progress.SILENT);
      assertThat(near.store().articleCount()).isEqualTo(2);
      OtherSide.until(() -> far.store().articleCount() == 2);
      assertThat(faraway.address()).isNotEqualTo(nearby.address());
    }
  }

  private static boolean isActive(Rooms rooms, String feed) {
    return rooms.follower().of(feed).stream()
        .anyMatch(each -> each.state().name().equals("ACTIVE"));
  }

  @Test
  void aHouseKilledWithNewsToTellTellsItAfterTheStart() throws Exception {
    try (var outlet = new Outlet();
        var subscriber = OtherSide.willing()) {
      outlet.publish(Outlet.HARBOUR);
      Path data = folder.resolve("killed");
      try (Rooms before = rooms(data, "1s", "2s")) {
        before.rounds().visit(before.intake().add(outlet.side.url("/feed")), Progress.SILENT);
      }
      int port = freePort();
      String base = "http://127.0.0.1:" + port;
      Process first = serve(data, port);
      try {
        OtherSide.until(() -> isUp(base));
        String topic = base + "/en/feed.atom";
        OtherSide.post(
            base + "/websub/hub",
            Map.of(
                "hub.mode",
                "subscribe",
                "hub.topic",
                topic,
                "hub.callback",
                subscriber.url("/cb")));
        OtherSide.until(() -> !subscriber.got("GET").isEmpty());
        Thread.sleep(1_000);
        subscriber.behave(got -> Reply.of(503));
        outlet.publish(Outlet.KEEPER);
        OtherSide.until(() -> !subscriber.got("POST").isEmpty());
      } finally {
        first.destroyForcibly().waitFor();
      }
      assertThat(subscriber.got("POST")).hasSize(1);
      subscriber.behave(OtherSide::echo);
      Process second = serve(data, port);
      try {
        OtherSide.until(() -> subscriber.got("POST").size() == 2, 60);
        assertThat(subscriber.got("POST").getLast().text()).contains("Old lighthouse");
      } finally {
        second.destroyForcibly().waitFor();
      }
    }
  }

  private static boolean isUp(String base) {
    try {
      return OtherSide.get(base + "/health").statusCode() == 200;
    } catch (java.io.UncheckedIOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Process serve(Path data, int port) throws IOException {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.tabadla.Tabadla",
            "serve",
            "--data",
            data.toString(),
            "--port",
            String.valueOf(port));
    Map<String, String> settings = new HashMap<>();
    settings.put("TABADLA_FETCH_ALLOWED_HOSTS", "127.0.0.1");
    settings.put("TABADLA_FETCH_HOST_PAUSE", "0ms");
    settings.put("TABADLA_POLL_SHORTEST", "1s");
    settings.put("TABADLA_POLL_LONGEST", "2s");
    command.environment().putAll(settings);
    File output = Files.createFile(data.resolveSibling("log" + System.nanoTime())).toFile();
    return command.redirectErrorStream(true).redirectOutput(output).start();
  }
}
