package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.cli.Rooms;
import org.tabadla.config.SettingsFile;
import org.tabadla.flow.Progress;
import org.tabadla.flow.Tally;
import org.tabadla.model.Article;
import org.tabadla.read.SeveralPages;
import org.tabadla.store.Store.Change;

/// An article of several pages over real HTTP: fetched whole, within limits, and the same again out
/// of the archive.
class SeveralPagesRoadTest {
  @TempDir Path data;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private String origin;
  private Rooms rooms;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    origin = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext(
        "/",
        exchange -> {
          String address = exchange.getRequestURI().toString();
          asked.add(address);
          String page = pages.get(address);
          byte[] body = (page == null ? "gone" : page).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    rooms =
        Tabadla.rooms()
            .open(
                SettingsFile.load(
                    data,
                    Map.of(),
                    Map.of(
                        "fetch.allowed-hosts",
                        origin.substring("http://".length()),
                        "fetch.host-pause",
                        "0ms")));
  }

  @AfterEach
  void close() {
    rooms.close();
    server.stop(0);
  }

  private void write(int count, int... missing) {
    for (int n = 1; n <= count; n++) {
      var pager = new StringBuilder();
      for (int to = 1; to <= count; to++) {
        pager.append("<a href=\"/walk?page=").append(to).append("\">").append(to).append("</a> ");
      }
      pages.put(
          n == 1 ? "/walk" : "/walk?page=" + n,
          "<title>The long walk</title><article><h1>The long walk</h1>"
              + "<p>This is what every page of the walk says at its beginning, since the keeper likes it so.</p><p>On day "
              + n
              + " there is a well, and a bench beside it, and somebody sits there, as the keeper says.</p>"
              + pager
              + "</article>");
    }
    for (int n : missing) {
      pages.remove("/walk?page=" + n);
    }
  }

  private Tally visit() {
    return rooms.rounds().visit(rooms.intake().add(origin + "/walk"), Progress.SILENT);
  }

  private Article only() {
    var entries = rooms.store().since(0, 10);
    assertThat(entries).hasSize(1);
    return entries.getFirst().article();
  }

  @Test
  void allPagesAreOneArticleInTheirOrder() {
    write(4);
    visit();
    assertThat(only().text().lines()).hasSize(5);
    assertThat(only().text()).containsSubsequence("On day 1", "On day 2", "On day 3", "On day 4");
    assertThat(SeveralPages.further(only())).isEmpty();
  }

  @Test
  void theArchiveGivesTheSameArticleAgainAndAVisitChangesNothing() {
    write(3);
    visit();
    Article first = only();
    rooms.rebuild().all(Progress.SILENT);
    assertThat(only().body()).isEqualTo(first.body());
    assertThat(visit().of(Change.CHANGED)).isZero();
    assertThat(rooms.store().versions(first.id())).hasSize(1);
    rooms.rebuild().all(Progress.SILENT);
    assertThat(only().body()).isEqualTo(first.body());
    assertThat(rooms.store().versions(first.id())).hasSize(1);
  }

  @Test
  void aChangedLaterPageIsANewVersion() {
    write(3);
    visit();
    pages.compute("/walk?page=3", (_, page) -> String.valueOf(page).replace("a well", "no well"));
    assertThat(visit().of(Change.CHANGED)).isEqualTo(1);
    rooms.rebuild().all(Progress.SILENT);
    assertThat(rooms.store().versions(only().id())).hasSize(2);
    assertThat(only().text()).contains("On day 3 there is no well");
  }

  @Test
  void aPageThatCannotBeHadIsToldOf() {
    write(4, 3);
    visit();
    assertThat(only().text()).contains("On day 2").doesNotContain("On day 4");
    assertThat(SeveralPages.further(only()))
        .containsExactly(origin + "/walk?page=3", origin + "/walk?page=4");
  }

  @Test
  void robotsAndTheLimitAreKept() {
    pages.put("/robots.txt", "User-agent: *\nDisallow: /walk?page=3");
    write(60);
    visit();
    assertThat(asked).contains("/walk?page=2").doesNotContain("/walk?page=3");
    asked.clear();
    pages.remove("/robots.txt");
    try (var again = freshRooms()) {
      again.rounds().visit(again.intake().add(origin + "/walk"), Progress.SILENT);
    }
    assertThat(asked.stream().filter(address -> address.contains("page=")).distinct())
        .hasSize(SeveralPages.PAGES_MAX - 1);
  }

  private Rooms freshRooms() {
    return Tabadla.rooms()
        .open(
            SettingsFile.load(
                data.resolve("fresh"),
                Map.of(),
                Map.of(
                    "fetch.allowed-hosts",
                    origin.substring("http://".length()),
                    "fetch.host-pause",
                    "0ms")));
  }
}
