package org.tabadla.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Visit;

class RobotsFilesTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2025-07-11T12:00:00Z"));
  private final AtomicInteger asked = new AtomicInteger();

  private HttpServer server;
  private Collector collector;
  private volatile int status = 200;
  private volatile String robots = "";
  private volatile String location = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          boolean isRobots = exchange.getRequestURI().getPath().equals("/robots.txt");
          asked.addAndGet(isRobots ? 1 : 0);
          if (isRobots && !location.isEmpty()) {
            exchange.getResponseHeaders().add("Location", location);
          }
          byte[] body = (isRobots ? robots : "page").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              isRobots ? status : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    var limits = new Limits("Tabadla/1.0", Duration.ZERO, 100_000, Duration.ofSeconds(5), 5);
    collector = new Collector(limits, new NetworkGuard(Set.of("127.0.0.1")), now::get);
  }

  @AfterEach
  void stop() {
    collector.close();
    server.stop(0);
  }

  private Visit visit(String path) {
    return collector.visit("http://127.0.0.1:" + server.getAddress().getPort() + path, null, null);
  }

  @Test
  void aMissingFileForbidsNothing() {
    status = 404;
    robots = "User-agent: *\nDisallow: /";
    assertThat(visit("/a")).isInstanceOf(Visit.Fresh.class);
  }

  @Test
  void aFileInTroubleMeansWaiting() {
    status = 503;
    assertThat(((Visit.Throttled) visit("/a")).why()).contains("robots.txt answered 503");
    status = 200;
    now.set(now.get().plus(Duration.ofMinutes(11)));
    assertThat(visit("/a")).isInstanceOf(Visit.Fresh.class);
  }

  @Test
  void theFileIsKeptForADay() {
    robots = "User-agent: *\nDisallow: /b";
    assertThat(visit("/a")).isInstanceOf(Visit.Fresh.class);
    assertThat(visit("/b")).isInstanceOf(Visit.Refused.class);
    assertThat(asked).hasValue(1);
    now.set(now.get().plus(Duration.ofHours(25)));
    robots = "";
    assertThat(visit("/b")).isInstanceOf(Visit.Fresh.class);
    assertThat(asked).hasValue(2);
  }

  @Test
  void manyVisitsAtOnceShareOneRequest() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var visits = new ArrayList<Future<Visit>>();
      for (int i = 0; i < 50; i++) {
        visits.add(threads.submit(() -> visit("/a")));
      }
      for (var visit : visits) {
        assertThat(visit.get()).isInstanceOf(Visit.Fresh.class);
      }
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void aRedirectedFileIsFollowedButNotToPrivatePlaces() {
    status = 302;
    location = "http://10.0.0.1/robots.txt";
    assertThat(visit("/a")).isInstanceOf(Visit.Fresh.class);
  }

  @Test
  void theCrawlDelayIsTheHostsPause() {
    robots = "User-agent: tabadla\nCrawl-delay: 7";
    assertThat(visit("/a")).isInstanceOf(Visit.Fresh.class);
    assertThat(((Visit.Throttled) visit("/b")).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    now.set(now.get().plusSeconds(7));
    assertThat(visit("/b")).isInstanceOf(Visit.Fresh.class);
  }

  @Test
  void anAbsurdCrawlDelayIsCapped() {
    robots = "User-agent: *\nCrawl-delay: 99999999999999999";
    assertThat(visit("/a")).isInstanceOf(Visit.Fresh.class);
    robots = "User-agent: *\nCrawl-delay: 86400";
    assertThat(Robots.parse(robots, "x").crawlDelay()).contains(Duration.ofDays(1));
    now.set(now.get().plus(Duration.ofHours(25)));
    assertThat(visit("/a")).isInstanceOf(Visit.Fresh.class);
    assertThat(((Visit.Throttled) visit("/b")).retryAfter()).isEqualTo(Duration.ofMinutes(1));
  }
}
