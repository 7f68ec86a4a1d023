package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.cli.Rooms;
import org.tabadla.cli.Serving;
import org.tabadla.config.SettingsFile;
import org.tabadla.flow.Duties;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Bytes;
import org.tabadla.model.Lang;
import org.tabadla.model.Notes;
import org.tabadla.model.Placement;
import org.tabadla.model.Source;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.model.Text;
import org.tabadla.people.AccountId;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.People;
import org.tabadla.people.Role;
import org.tabadla.register.Commitment;
import org.tabadla.register.Shelf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole program, as it is wired: somebody watches a page of the register by its form, an
/// article comes, and a server of the watcher's own is posted to; letters go at the house's
/// midnight, and what a closed account watched is told no more.
class WatchedPagesTest {
  private static final String PASSWORD = "a long password of the test";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  private record Got(Map<String, List<String>> headers, Bytes body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }

    JsonNode json() {
      return JSON.readTree(body.array());
    }
  }

  private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
  // 23:00 on the first of March in Pakistan.
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T18:00:00Z"));
  private volatile int answer = 204;
  private HttpServer receiver;
  private Rooms rooms;
  private Serving serving;
  private String base;

  @BeforeEach
  void open() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", this::receive);
    receiver.start();
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    base = "http://127.0.0.1:" + port;
    Map<String, String> options =
        Map.of(
            "port", String.valueOf(port),
            "fetch.allowed-hosts", "127.0.0.1:" + receiver.getAddress().getPort(),
            "mail.command", "tee " + letter());
    rooms =
        Tabadla.rooms(now::get).open(SettingsFile.load(folder.resolve("data"), Map.of(), options));
    people();
    serving = Tabadla.rooms(now::get).serve(rooms);
    rooms.duties().forEach(Duties::start);
  }

  @AfterEach
  void close() {
    serving.close();
    rooms.close();
    receiver.stop(0);
  }

  private Path letter() {
    return folder.resolve("letter.eml");
  }

  private String hook() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
  }

  private void receive(HttpExchange exchange) throws IOException {
    var body = new Bytes(exchange.getRequestBody().readAllBytes());
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
    got.add(new Got(Map.copyOf(exchange.getRequestHeaders()), body));
  }

  private void people() {
    People people = rooms.desks().get().people();
    var desk = new OrganisationId("sahil");
    List<Text> names = List.of(new Text("Sahil", Lang.EN));
    people.found(People.HOUSE, desk, names, "PK", Organisation.Kind.BROADCASTER).orRefuse();
    for (Role role : List.of(Role.OPERATOR, Role.EDITOR, Role.READER)) {
      String name = role.name().toLowerCase(java.util.Locale.ROOT);
      people.join(People.HOUSE, new AccountId(name), name, desk, role, PASSWORD).orRefuse();
    }
  }

  /// A person with a browser.
  private final class Person {
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Person(String name) {
      assertThat(post("/en/people/signin", "name", name, "password", PASSWORD)).isEqualTo(303);
    }

    String get(String path) {
      return send(HttpRequest.newBuilder(URI.create(base + path)).GET()).body();
    }

    int post(String path, String... fields) {
      var form = new StringBuilder();
      for (int i = 0; i < fields.length; i += 2) {
        form.append(fields[i]).append('=');
        form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8)).append('&');
      }
      return send(HttpRequest.newBuilder(URI.create(base + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Sec-Fetch-Site", "same-origin")
              .POST(HttpRequest.BodyPublishers.ofString(form.toString())))
          .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        return client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /// An outlet's article goes into the store, and the program reads it.
  private Commitment comes(String outlet, String text) {
    String url = "https://" + outlet + ".example/" + text.hashCode();
    var source = new SourceId(outlet + ".example");
    rooms.store().saveSource(new Source(source, outlet, "https://" + source, Lang.EN));
    ArticleId id = ArticleId.of(url);
    var article =
        new Article(
            id,
            source,
            url,
            outlet,
            new Text("News of the day", Lang.EN),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            List.of(new Block.Paragraph(text)),
            null,
            Lang.EN,
            List.of(),
            false,
            now.get());
    var placement = new Placement(id, StoryId.of(id), List.of(), List.of());
    rooms.store().save(article, Notes.NONE, placement, null);
    rooms.registering().all();
    return rooms.desks().get().register().list(Shelf.ALL, null, 1).getFirst();
  }

  private Commitment signed() {
    return comes(
        "lantern",
        "Pakistan and China signed an agreement on a loan of 200 million dollars in Islamabad on"
            + " Monday.");
  }

  private Got next() throws InterruptedException {
    Got one = got.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(one).as("a post within " + PATIENCE).isNotNull();
    return one;
  }

  private void nothingComes() throws InterruptedException {
    assertThat(got.poll(3, TimeUnit.SECONDS)).isNull();
  }

  private static String signature(String secret, Got post) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String head = post.header("Webhook-id") + "." + post.header("Webhook-timestamp") + ".";
    mac.update(head.getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(post.body().array()));
  }

  private static String between(String page, String start, String end) {
    int from = page.indexOf(start) + start.length();
    assertThat(page).contains(start);
    return page.substring(from, page.indexOf(end, from));
  }

  @Test
  void anArticleIsPostedSignedToWhoWatchesThePairAndSoIsWhatAnEditorDoes() throws Exception {
    var reader = new Person("reader");
    String form = "/en/register/watches";
    assertThat(reader.post(form, "page", "pair/CN-PK", "email", "", "webhook", hook()))
        .isEqualTo(303);
    assertThat(reader.post(form, "page", "pair/IR-PK", "email", "", "webhook", hook()))
        .isEqualTo(303);
    Commitment c = signed();
    Got post = next();
    String secret = between(reader.get(form), "<code dir=\"ltr\">", "</code>");
    String page = reader.get(form);
    assertThat(post.header("Webhook-signature")).isIn(signature(secret, post), second(page, post));
    JsonNode body = post.json();
    assertThat(body.path("type").asString()).isEqualTo("register.alerts");
    assertThat(body.path("page").asString()).isEqualTo(base + "/register/pair/CN-PK");
    JsonNode alert = body.path("alerts").path(0);
    assertThat(alert.path("kind").asString()).isEqualTo("asserted");
    assertThat(alert.path("source").asString()).isEqualTo("lantern");
    assertThat(alert.path("words").asString()).contains("200 million dollars");
    assertThat(alert.path("url").asString()).isEqualTo(base + "/register/c/" + c.id());
    assertThat(reader.get("/register/c/" + c.id())).contains("200 million dollars");
    var editor = new Person("editor");
    String at = "/en/register/c/" + c.id() + "/confirm";
    assertThat(editor.post(at, "note", "I was there")).isEqualTo(303);
    JsonNode confirmed = next().json().path("alerts").path(0);
    assertThat(confirmed.path("kind").asString()).isEqualTo("confirmed");
    assertThat(confirmed.path("words").asString()).isEqualTo("I was there");
    nothingComes();
  }

  /// Each page that is watched has a key of its own.
  private static String second(String page, Got post) throws Exception {
    String rest = page.substring(page.indexOf("</code>") + 1);
    return signature(between(rest, "<code dir=\"ltr\">", "</code>"), post);
  }

  @Test
  void aReceiverThatFailsIsAskedAgainUnderTheSameNameAndThePageSaysWhy() throws Exception {
    var reader = new Person("reader");
    reader.post("/en/register/watches", "page", "", "email", "", "webhook", hook());
    answer = 503;
    signed();
    Got first = next();
    nothingComes();
    assertThat(reader.get("/en/register/watches")).contains("503");
    answer = 204;
    now.updateAndGet(at -> at.plusSeconds(31));
    Got again = next();
    assertThat(again.header("Webhook-id")).isEqualTo(first.header("Webhook-id"));
    assertThat(again.body()).isEqualTo(first.body());
    nothingComes();
    assertThat(reader.get("/en/register/watches")).doesNotContain("503");
  }

  @Test
  void aLetterGoesAfterMidnightWhereTheHouseStandsAndTellsTheTimeThere() throws Exception {
    var reader = new Person("reader");
    reader.post("/en/register/watches", "page", "", "email", "r@desk.example", "webhook", "");
    Commitment c = signed();
    Thread.sleep(3_000);
    assertThat(letter()).as("not before the day is over").doesNotExist();
    now.set(Instant.parse("2026-03-01T19:00:01Z"));
    Path sent = folder.resolve("data/outbox/sent");
    for (int i = 0; i < 200 && !Files.exists(sent); i++) {
      Thread.sleep(100);
    }
    String mail = Files.readString(letter());
    assertThat(mail).contains("To: r@desk.example");
    String body = mail.substring(mail.indexOf("\r\n\r\n") + 4);
    assertThat(new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8))
        .contains("200 million dollars", base + "/en/register/c/" + c.id())
        .contains("lantern · 1 March 2026, 23:00");
  }

  @Test
  void whatAClosedAccountWatchedIsToldNoMore() throws Exception {
    var reader = new Person("reader");
    reader.post("/en/register/watches", "page", "", "email", "r@desk.example", "webhook", hook());
    Commitment c = signed();
    next();
    People people = rooms.desks().get().people();
    people.close("operator", new AccountId("reader"), "left the newsroom").orRefuse();
    new Person("editor").post("/en/register/c/" + c.id() + "/confirm", "note", "for us alone");
    now.updateAndGet(at -> at.plus(Duration.ofDays(1)));
    nothingComes();
    assertThat(letter()).doesNotExist();
    assertThat(rooms.store().shelf().list("register/watch", null, 10)).isEmpty();
  }

  @Test
  void anAddressWithinTheHouseIsRefusedByTheForm() {
    var reader = new Person("reader");
    for (String inside : List.of("http://127.0.0.1:9/x", "http://10.0.0.1/x", "http://[::1]/x")) {
      assertThat(reader.post("/en/register/watches", "page", "", "email", "", "webhook", inside))
          .as(inside)
          .isEqualTo(400);
    }
    assertThat(rooms.store().shelf().list("register/watch", null, 10)).isEmpty();
  }
}
