package org.tabadla.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.collect.Deliverer;
import org.tabadla.collect.NetworkGuard;
import org.tabadla.model.Bytes;
import org.tabadla.model.Move;
import org.tabadla.model.StoryId;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.store.WatchRecords.Watch;
import org.tabadla.web.Fixture;

/// From an article in the store to a post that its receiver can check, over real HTTP.
class WatchingTest {
  private static final String KEY = "c2VjcmV0LXNlY3JldC1zZWNyZXQ=";

  @TempDir Path folder;

  private record Got(String id, String time, String signature, Bytes body) {}

  private final List<Got> got = new CopyOnWriteArrayList<>();
  private volatile int answer = 204;
  private Instant now = Fixture.NOW;
  private final InstantSource clock = () -> now;
  private HttpServer server;
  private Store store;
  private Search search;

  @BeforeEach
  void open() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          got.add(
              new Got(
                  headers.getFirst("webhook-id"),
                  headers.getFirst("webhook-timestamp"),
                  headers.getFirst("webhook-signature"),
                  new Bytes(exchange.getRequestBody().readAllBytes())));
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.start();
    store = Fixture.store(folder);
    search = Fixture.search(folder, store);
  }

  @AfterEach
  void close() {
    search.close();
    store.close();
    server.stop(0);
  }

  private String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private Telling telling(Set<String> allowed, List<String> command) {
    var deliverer = new Deliverer(new NetworkGuard(allowed), "Tabadla/test", clock);
    var digests =
        new Digests(
            new Outbox(folder.resolve("outbox"), command, "desk@tabadla.example"),
            "http://t.example");
    return new Telling(store, deliverer, digests, "http://t.example", clock);
  }

  /// All of the fixture arrives again, as far as the standing queries know.
  private void watch(String query, boolean webhook, boolean email) {
    var watch =
        new Watch(
            "w1",
            null,
            query,
            "Digital news",
            Instant.EPOCH,
            webhook ? "http://" + address() + "/hook" : null,
            KEY,
            email ? "editor@news.example" : null,
            0,
            null);
    store.watches().add(watch, List.of());
    new Watching(store, search, clock.withZone(ZoneOffset.UTC)).all();
  }

  @Test
  void whatIsMetIsPostedSignedAndOnce() {
    watch("digital lang:en", true, false);
    Telling telling = telling(Set.of(address()), List.of());
    telling.all();
    telling.all();
    assertThat(got).hasSize(1);
    Got post = got.getFirst();
    assertThat(new String(post.body().array(), StandardCharsets.UTF_8))
        .contains("Twelve digital projects signed at regional forum", "http://t.example/article/");
    String signed =
        WebhookMessage.signature(KEY, post.id() + "." + post.time() + ".", post.body().array());
    assertThat(post.signature()).isEqualTo("v1," + signed);
    assertThat(signed).isNotEqualTo(WebhookMessage.signature(KEY, "x.1.", post.body().array()));
  }

  @Test
  void theSignatureIsThatOfTheSpecificationsExample() {
    byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    assertThat(
            WebhookMessage.signature(
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.",
                body))
        .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whatFailsIsTriedAgainLaterWithTheSameId() {
    answer = 503;
    watch("digital lang:en", true, false);
    Telling telling = telling(Set.of(address()), List.of());
    telling.all();
    telling.all();
    assertThat(got).hasSize(1);
    assertThat(store.watches().watch("w1").orElseThrow().trouble()).contains("503");
    now = now.plus(Duration.ofSeconds(31));
    answer = 200;
    telling.all();
    assertThat(got).hasSize(2);
    assertThat(got.get(1).id()).isEqualTo(got.get(0).id());
    assertThat(store.watches().watch("w1").orElseThrow().trouble()).isNull();
  }

  @Test
  void nothingIsPostedToAPrivateAddress() {
    watch("digital lang:en", true, false);
    telling(Set.of(), List.of()).all();
    assertThat(got).isEmpty();
    assertThat(store.watches().watch("w1").orElseThrow().trouble()).contains("not public");
  }

  @Test
  void failuresDoubleTheWaitUpToSixHours() {
    List<Duration> pauses = new ArrayList<>();
    for (int attempt = 0; attempt < 12; attempt++) {
      pauses.add(Telling.pause(attempt));
    }
    assertThat(pauses.subList(0, 3))
        .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120));
    assertThat(pauses.getLast()).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void aDigestIsAMessageThatAMailProgramIsGiven() throws Exception {
    Path copy = folder.resolve("copy.eml");
    watch("digital lang:en", false, true);
    Telling telling = telling(Set.of(), List.of("tee", copy.toString()));
    telling.all();
    assertThat(copy).as("not before the day is over").doesNotExist();
    now = now.plus(Duration.ofDays(1));
    telling.all();
    String mail = Files.readString(copy);
    assertThat(mail).contains("To: editor@news.example", "Content-Transfer-Encoding: base64");
    String body = mail.substring(mail.indexOf("\r\n\r\n") + 4);
    assertThat(new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8))
        .contains("Twelve digital projects", "http://t.example/watch/w1");
    try (Stream<Path> sent = Files.list(folder.resolve("outbox/sent"))) {
      assertThat(sent).hasSize(1);
    }
  }

  /// 19:00 UTC is midnight in Pakistan.
  @Test
  void aDayEndsWhereTheHouseStands() throws Exception {
    Path copy = folder.resolve("copy.eml");
    now = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(13));
    var watch =
        new Watch("w1", null, "digital", "d", Instant.EPOCH, null, null, "e@news.example", 0, null);
    store.watches().add(watch, List.of());
    new Watching(store, search, clock.withZone(ZoneId.of("Asia/Karachi"))).all();
    Telling telling = telling(Set.of(), List.of("tee", copy.toString()));
    now = now.plus(Duration.ofMinutes(359));
    telling.all();
    assertThat(copy).doesNotExist();
    now = now.plus(Duration.ofMinutes(1));
    telling.all();
    assertThat(copy).exists();
  }

  @Test
  void aDigestStaysWhereTheCommandFails() {
    watch("digital lang:en", false, true);
    now = now.plus(Duration.ofDays(1));
    telling(Set.of(), List.of("false")).all();
    assertThat(store.watches().watch("w1").orElseThrow().trouble()).contains("mail.command");
    assertThat(store.watches().due(org.tabadla.store.WatchRecords.Way.DIGEST, now, 9)).isEmpty();
  }

  @Test
  void aChangedQueryIsMatchedAsItIsNow() {
    var watching = new Watching(store, search, clock.withZone(ZoneOffset.UTC));
    Watch before = new Watch("w1", null, "qqq", "q", Instant.EPOCH, null, null, null, 0, null);
    store.watches().add(before, List.of());
    watching.all();
    store
        .watches()
        .change(
            new Watch("w1", null, "digital", "q", Instant.EPOCH, null, null, null, 0, null),
            List.of());
    // A moved article comes by again.
    String forum = "harbor-forum";
    var move =
        new Move(
            Fixture.id(forum), Fixture.story("fajr-forum"), new StoryId("selsewhere"), "split");
    assertThat(store.settleMoves(List.of(move), now)).isNotEmpty();
    watching.all();
    assertThat(store.watches().watch("w1").orElseThrow().hits()).isPositive();
  }

  @Test
  void aQueryThatComesLaterHearsOnlyOfWhatComesAfter() {
    store
        .watches()
        .add(
            new Watch(
                "late", null, "digital", "late", now.plusSeconds(1), null, null, null, 0, null),
            List.of());
    new Watching(store, search, clock.withZone(ZoneOffset.UTC)).all();
    assertThat(store.watches().watch("late").orElseThrow().hits()).isZero();
  }
}
