package org.tabadla.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Visit;

class CollectorTest {
  private static final Instant NOW = Instant.parse("2025-07-11T12:00:00Z");
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final long ENDLESS_BYTES = 200_000_000;
  private static final int LIMIT_BYTES = 1_000_000;

  private HttpServer server;
  private Collector collector;
  private String origin;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    origin = "http://127.0.0.1:" + server.getAddress().getPort();
    collector = collector(Duration.ZERO, LONG, Set.of("127.0.0.1"));
  }

  @AfterEach
  void stop() {
    collector.close();
    server.stop(0);
  }

  private static Collector collector(Duration pause, Duration timeout, Set<String> allowed) {
    var limits = new Limits("Tabadla/test", pause, LIMIT_BYTES, timeout, 5);
    return new Collector(limits, new NetworkGuard(allowed), () -> NOW);
  }

  private Visit visit(String path) {
    return collector.visit(origin + path, null, null);
  }

  @FunctionalInterface
  private interface Handler {
    void handle(HttpExchange exchange) throws IOException;
  }

  private void at(String path, Handler handler) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          }
        });
  }

  private void answers(String path, int status, String body, String... headers) {
    at(path, exchange -> send(exchange, status, body.getBytes(StandardCharsets.UTF_8), headers));
  }

  private static void send(HttpExchange exchange, int status, byte[] body, String... headers)
      throws IOException {
    for (int i = 0; i < headers.length; i += 2) {
      exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Test
  void aPageComesWithItsValidators() {
    answers(
        "/a",
        200,
        "خبر",
        "ETag",
        "\"1\"",
        "Content-Type",
        "text/html",
        "Cache-Control",
        "max-age=60");
    var fresh = (Visit.Fresh) visit("/a");
    assertThat(new String(fresh.page().body().array(), StandardCharsets.UTF_8)).isEqualTo("خبر");
    assertThat(fresh.page().url()).isEqualTo(origin + "/a");
    assertThat(fresh.page().fetched()).isEqualTo(NOW);
    assertThat(fresh.etag()).isEqualTo("\"1\"");
    assertThat(fresh.maxAge()).isEqualTo(Duration.ofSeconds(60));
    assertThat(fresh.permanentlyAt()).isNull();
  }

  @Test
  void anUnchangedPageIsNotSentAgain() {
    at(
        "/a",
        exchange -> {
          boolean same = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          send(exchange, same ? 304 : 200, same ? new byte[0] : new byte[] {1});
        });
    assertThat(collector.visit(origin + "/a", "\"1\"", null)).isInstanceOf(Visit.Unchanged.class);
    assertThat(collector.visit(origin + "/a", "\"0\"", null)).isInstanceOf(Visit.Fresh.class);
  }

  @Test
  void aRedirectLoopIsToldInOneLine() {
    answers("/a", 302, "", "Location", "/b");
    answers("/b", 302, "", "Location", "/a");
    var failed = (Visit.Failed) visit("/a");
    assertThat(failed.why()).contains("redirects in a circle").contains("/b").doesNotContain("\n");
  }

  @Test
  void permanentRedirectsSayWhereTheAddressLivesNow() {
    answers("/a", 301, "", "Location", "/b");
    answers("/b", 308, "", "Location", "/c");
    answers("/c", 200, "x");
    answers("/t", 302, "", "Location", "/a");
    assertThat(((Visit.Fresh) visit("/a")).permanentlyAt()).isEqualTo(origin + "/c");
    assertThat(((Visit.Fresh) visit("/t")).permanentlyAt()).isNull();
  }

  @Test
  void aPrivateAddressIsRefusedUnlessNamed() {
    answers("/a", 200, "x");
    try (var strict = collector(Duration.ZERO, LONG, Set.of())) {
      var refused = (Visit.Refused) strict.visit(origin + "/a", null, null);
      assertThat(refused.why()).contains("not public (loopback)").contains("allowed hosts");
    }
    assertThat(visit("/a")).isInstanceOf(Visit.Fresh.class);
  }

  @Test
  void aRedirectToAPrivateAddressIsRefused() {
    answers("/a", 302, "", "Location", "http://169.254.169.254/latest/meta-data/");
    var refused = (Visit.Refused) visit("/a");
    assertThat(refused.why()).contains("169.254.169.254").contains("link-local");
  }

  @Test
  void aGzipBombIsRefused() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[50_000_000]);
    }
    at("/a", exchange -> send(exchange, 200, bomb.toByteArray(), "Content-Encoding", "gzip"));
    assertThat(((Visit.Refused) visit("/a")).why()).contains("limit of 1.0 MB");
  }

  @Test
  void aBodyOfTwoGigabytesIsRefusedAtOnce() {
    at(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 2_000_000_000L);
          exchange.getResponseBody().write(new byte[10_000]);
          exchange.getResponseBody().flush();
        });
    long start = System.nanoTime();
    assertThat(visit("/a").toString()).startsWith("Refused").contains("2.0 GB").contains("1.0 MB");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
  }

  @Test
  void anEndlessBodyIsCutAtTheLimit() {
    var sentBytes = new AtomicLong();
    at(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (sentBytes.get() < ENDLESS_BYTES) {
            exchange.getResponseBody().write(new byte[10_000]);
            sentBytes.addAndGet(10_000);
          }
        });
    assertThat(((Visit.Refused) visit("/a")).why()).contains("limit of 1.0 MB");
    assertThat(sentBytes).hasValueLessThan(ENDLESS_BYTES);
  }

  @Test
  void aPdfIsNamedAsOne() {
    answers("/a", 200, "%PDF-1.7", "Content-Type", "application/pdf");
    answers("/b", 200, "%PDF-1.7", "Content-Type", "text/html");
    assertThat(((Visit.Refused) visit("/a")).why()).contains("is a PDF");
    assertThat(((Visit.Refused) visit("/b")).why()).contains("is a PDF");
  }

  @Test
  void aDeadHostFails() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var failed = (Visit.Failed) collector.visit("http://127.0.0.1:" + port + "/", null, null);
    assertThat(failed.why()).startsWith("[127.0.0.1:" + port + "] connection refused");
  }

  @Test
  void robotsAreObeyed() {
    answers("/robots.txt", 200, "User-agent: tabadla\nDisallow: /no\n");
    answers("/", 200, "x");
    assertThat(((Visit.Refused) visit("/no/1")).why()).contains("robots.txt forbids /no/1");
    assertThat(visit("/yes")).isInstanceOf(Visit.Fresh.class);
  }

  @Test
  void retryAfterClosesTheWholeHost() {
    answers("/a", 429, "", "Retry-After", "120");
    answers("/b", 200, "x");
    assertThat(((Visit.Throttled) visit("/a")).retryAfter()).isEqualTo(Duration.ofMinutes(2));
    assertThat(((Visit.Throttled) visit("/b")).retryAfter()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void theHostsPauseIsToldNotSlept() {
    answers("/a", 200, "x");
    try (var slow = collector(Duration.ofSeconds(5), LONG, Set.of("127.0.0.1"))) {
      assertThat(slow.visit(origin + "/a", null, null)).isInstanceOf(Visit.Fresh.class);
      var throttled = (Visit.Throttled) slow.visit(origin + "/a", null, null);
      assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }
  }

  @Test
  void aTricklingBodyEndsWithTheDeadline() {
    at(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 500; i++) {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
          }
        });
    long start = System.nanoTime();
    try (var hurried = collector(Duration.ZERO, Duration.ofSeconds(1), Set.of("127.0.0.1"))) {
      assertThat(((Visit.Failed) hurried.visit(origin + "/a", null, null)).why())
          .contains("in time");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
  }

  @Test
  void goneIsGoneForGood() {
    answers("/a", 410, "");
    assertThat(((Visit.Failed) visit("/a")).gone()).isTrue();
  }
}
