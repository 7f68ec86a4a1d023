package org.tabadla.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tabadla.model.Visit;

@Timeout(60)
class HostileServersTest {
  private static final Instant NOW = Instant.parse("2025-07-11T12:00:00Z");
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(20);

  private Collector collector;

  @BeforeEach
  void open() {
    collector = collector(LONG);
  }

  private static Collector collector(Duration fetchTimeout) {
    var limits = new Limits("Tabadla/test", Duration.ZERO, 100_000, fetchTimeout, 5);
    return new Collector(limits, new NetworkGuard(Set.of("127.0.0.1")), () -> NOW);
  }

  @AfterEach
  void close() {
    collector.close();
  }

  private Visit visit(RawServer server) {
    return collector.visit(server.url("/a"), null, null);
  }

  private static String why(Visit visit) {
    return switch (visit) {
      case Visit.Failed failed -> failed.why();
      case Visit.Refused refused -> refused.why();
      case Visit.Throttled throttled -> throttled.why();
      case Visit.Fresh fresh -> "fresh: " + fresh;
      case Visit.Unchanged unchanged -> "unchanged";
    };
  }

  private static void trickle(OutputStream out, String unit) throws IOException {
    for (int i = 0; i < 500; i++) {
      out.write(unit.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      LockSupport.parkNanos(50_000_000);
    }
  }

  @Test
  void headersThatTrickleEndWithTheDeadline() throws IOException {
    long start = System.nanoTime();
    RawServer.Behaviour trickle =
        (head, out) -> {
          out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
          trickle(out, "x");
        };
    try (var server = new RawServer(trickle);
        var hurried = collector(SHORT)) {
      assertThat(why(hurried.visit(server.url("/a"), null, null))).contains("in time");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
  }

  @Test
  void anEndlessHeaderIsCutOff() throws IOException {
    try (var server =
        new RawServer((head, out) -> {
          out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 100_000; i++) {
            out.write(new byte[1000]);
          }
        })) {
      assertThat(why(visit(server))).contains("headers pass the limits");
    }
  }

  @Test
  void endlessHeadersAreCutOff() throws IOException {
    try (var server =
        new RawServer((head, out) -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 100_000; i++) {
            out.write(("X-" + i + ": y\r\n").getBytes(StandardCharsets.US_ASCII));
          }
        })) {
      assertThat(why(visit(server))).contains("headers pass the limits");
    }
  }

  @Test
  void whatSpeaksNoHttpIsTold() throws IOException {
    try (var server = RawServer.of("SSH-2.0-OpenSSH_9.6\r\n".repeat(3))) {
      assertThat(why(visit(server))).contains("without an HTTP answer");
    }
  }

  @Test
  void aServerThatHangsUpIsAskedOnceMore() throws IOException {
    try (var server = new RawServer((head, out) -> out.flush())) {
      assertThat(why(visit(server))).contains("hung up without an HTTP answer");
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void aBodyThatEndsEarlyIsNotTakenForWhole() throws IOException {
    try (var server = RawServer.of("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<p>half")) {
      assertThat(why(visit(server))).contains("hung up in the middle");
    }
    try (var server =
        RawServer.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ha\r\n")) {
      assertThat(why(visit(server))).contains("hung up in the middle");
    }
  }

  @Test
  void damagedPackingIsTold() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: ";
    try (var server = RawServer.of(head + "gzip\r\n\r\n\u001F\u008B\u0008\u0000xxxxxxxxxxxxxxx")) {
      assertThat(visit(server)).isInstanceOf(Visit.Failed.class);
    }
    try (var server = RawServer.of(head + "br\r\n\r\n\u00FF\u00FFxxxxxxx")) {
      assertThat(visit(server)).isInstanceOf(Visit.Failed.class);
    }
    try (var server = RawServer.of(head + "zstd\r\n\r\nxxx")) {
      assertThat(why(visit(server))).contains("unknown content coding zstd");
    }
    try (var server = RawServer.of(head + "gzip,gzip,gzip,gzip\r\n\r\nxxx")) {
      assertThat(why(visit(server))).contains("packed 4 times over");
    }
  }

  @Test
  void aLyingPackedHeaderDoesNoHarm() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\n\r\n";
    try (var server = RawServer.of(head + "<p>plain")) {
      assertThat(((Visit.Fresh) visit(server)).page().body().size()).isEqualTo("<p>plain".length());
    }
    try (var server = RawServer.of(head)) {
      assertThat(((Visit.Fresh) visit(server)).page().body().size()).isZero();
    }
  }

  @Test
  void aRawUrduLocationIsUnderstood() throws IOException {
    try (var server =
        new RawServer((head, out) ->
            out.write(
                (head.startsWith("GET /a ")
                        ? "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: /خبر\r\n\r\n"
                        : "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nx")
                    .getBytes(StandardCharsets.UTF_8)))) {
      var fresh = (Visit.Fresh) visit(server);
      assertThat(fresh.page().url()).isEqualTo(server.url("/%D8%AE%D8%A8%D8%B1"));
    }
  }

  @Test
  void redirectsToOtherSchemesAreRefused() throws IOException {
    try (var server =
        RawServer.of(
            "HTTP/1.1 301 x\r\nConnection: close\r\nLocation: file:///etc/passwd\r\n\r\n")) {
      assertThat(why(visit(server))).contains("redirects to file:///etc/passwd, no http(s)");
    }
  }

  @Test
  void endlessRedirectsStop() throws IOException {
    var server =
        new RawServer((head, out) -> {
          String path = head.substring(4, head.indexOf(' ', 4));
          out.write(
              ("HTTP/1.1 302 x\r\nConnection: close\r\nLocation: " + path + "a\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
        });
    try (server) {
      assertThat(why(visit(server))).contains("more than 5 redirects");
      assertThat(server.requests()).isEqualTo(6);
    }
  }

  @Test
  void noCookieComesBack() throws IOException {
    var server =
        new RawServer((head, out) ->
            out.write(
                ("HTTP/1.1 200 OK\r\nConnection: close\r\nSet-Cookie: id=1\r\n\r\n"
                        + head.toLowerCase(java.util.Locale.ROOT).contains("cookie"))
                    .getBytes(StandardCharsets.US_ASCII)));
    try (server) {
      assertThat(visit(server)).isInstanceOf(Visit.Fresh.class);
      var again = (Visit.Fresh) visit(server);
      assertThat(new String(again.page().body().array(), StandardCharsets.US_ASCII))
          .isEqualTo("false");
    }
  }
}
