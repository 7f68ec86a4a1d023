package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms;

/// Coming in: by a link once, by a password, by a token; and not otherwise.
class SignInTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // each test opens it first
  private ServedExchange served;

  private void open(boolean reading) {
    served = new ServedExchange(folder, reading);
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void theFirstOperatorComesInByTheLinkOnce() {
    open(true);
    String link = served.operatorLink();
    var first = new Browsing(served.base);
    assertThat(first.get(link).statusCode()).isEqualTo(200);
    HttpResponse<String> weak = comeIn(first, link, "short");
    assertThat(weak.statusCode()).isEqualTo(409);
    assertThat(weak.body()).contains("at least 10");
    HttpResponse<String> in = comeIn(first, link, Newsrooms.PASSWORD);
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Set-Cookie").orElse(""))
        .contains("HttpOnly")
        .contains("SameSite=Lax");
    assertThat(first.get("/en/people/trail").body()).contains("founded").contains("joined");
    assertThat(new Browsing(served.base).get(link).statusCode()).isEqualTo(410);
  }

  private static HttpResponse<String> comeIn(Browsing who, String link, String password) {
    return who.post(
        link,
        "id",
        "chief",
        "name",
        "مدیرِ اعلیٰ",
        "password",
        password,
        "organisation",
        "house",
        "name-ur",
        "تبادلہ گھر",
        "country",
        "PK",
        "kind",
        "AGENCY");
  }

  @Test
  void wrongPasswordsMakeOneWait() {
    open(true);
    var visitor = new Browsing(served.base);
    for (int i = 0; i < 6; i++) {
      assertThat(
              visitor
                  .post("/en/people/signin", "name", "sahil.desk", "password", "wrong")
                  .statusCode())
          .isEqualTo(401);
    }
    HttpResponse<String> slowed =
        visitor.post("/en/people/signin", "name", "sahil.desk", "password", Newsrooms.PASSWORD);
    assertThat(slowed.statusCode()).as("the right one has to wait too").isEqualTo(429);
    served.rooms.clock.pass(Duration.ofMinutes(16));
    HttpResponse<String> later =
        visitor.post("/en/people/signin", "name", "sahil.desk", "password", Newsrooms.PASSWORD);
    assertThat(later.statusCode()).isEqualTo(303);
  }

  @Test
  void aSessionEndsWhereverItIsEnded() {
    open(true);
    Browsing one = served.signedIn("sahil.desk");
    Browsing other = served.signedIn("sahil.desk");
    Matcher keys =
        Pattern.compile("name=\"key\" value=\"([0-9a-f]{64})\"")
            .matcher(one.get("/en/people/me").body());
    while (keys.find()) {
      one.post("/en/people/me/session", "key", keys.group(1));
    }
    assertThat(other.get("/en/exchange/desk").statusCode()).isEqualTo(303);
  }

  @Test
  void signingOutEndsIt() {
    open(true);
    Browsing one = served.signedIn("sahil.desk");
    assertThat(one.get("/en/people/me").statusCode()).isEqualTo(200);
    one.post("/en/people/signout");
    assertThat(one.get("/en/people/me").statusCode()).isEqualTo(303);
  }

  @Test
  void signingInLeadsOnlyToThisServer() {
    open(true);
    var visitor = new Browsing(served.base);
    for (String next :
        new String[] {"//evil.example/", "https://evil.example/", "/\\evil.example"}) {
      HttpResponse<String> in =
          visitor.post(
              "/en/people/signin",
              "name",
              "sahil.desk",
              "password",
              Newsrooms.PASSWORD,
              "next",
              next);
      assertThat(Browsing.location(in)).isEqualTo("/en/exchange/desk");
    }
  }

  @Test
  void closedReadingShowsNothingWithoutAnAccount() {
    open(false);
    var visitor = new Browsing(served.base);
    for (String path :
        new String[] {
          "/en/", "/en/sources", "/en/exchange/offers", "/feed.atom", "/ur/search?q=x"
        }) {
      assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(303);
    }
    assertThat(visitor.get("/api/articles").statusCode()).isEqualTo(401);
    assertThat(visitor.get("/en/people/signin").statusCode()).isEqualTo(200);
    assertThat(served.signedIn("sahil.desk").get("/en/").statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenOpensWhatItsScopeSays() {
    open(false);
    Browsing desk = served.signedIn("sahil.desk");
    desk.get("/en/people/me");
    HttpResponse<String> made =
        desk.post("/en/people/me/token", "label", "archive system", "scope", "READ");
    Matcher token = Pattern.compile("tabadla_sahil\\.desk~[A-Za-z0-9_-]{43}").matcher(made.body());
    assertThat(token.find()).isTrue();
    String bearer = "Bearer " + token.group();
    var program = new Browsing(served.base);
    assertThat(program.get("/api/articles", "Authorization", bearer).statusCode()).isEqualTo(200);
    assertThat(program.get("/en/exchange/desk", "Authorization", bearer).statusCode())
        .isEqualTo(200);
    assertThat(program.get("/en/exchange/new", "Authorization", bearer).statusCode())
        .isEqualTo(403);
    assertThat(program.get("/en/exchange/desk", "Authorization", bearer + "x").statusCode())
        .isEqualTo(401);
    assertThat(desk.get("/en/people/me").body()).doesNotContain(token.group());
  }

  @Test
  void theServerAnswersOnlyToItsOwnNames() throws Exception {
    open(true);
    assertThat(status("GET / HTTP/1.1\r\nHost: evil.example\r\n")).isEqualTo(421);
    assertThat(status("GET /en/ HTTP/1.1\r\nHost: news.example\r\n")).isEqualTo(200);
    assertThat(status("GET /en/ HTTP/1.1\r\nHost: localhost\r\n")).isEqualTo(200);
  }

  @Test
  void aFormOfAnotherSiteIsRefused() throws Exception {
    open(true);
    String form = "POST /en/people/signin HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n";
    assertThat(status(form + "Origin: https://evil.example\r\n")).isEqualTo(403);
    assertThat(status(form + "Sec-Fetch-Site: cross-site\r\n")).isEqualTo(403);
    assertThat(status(form + "Origin: http://localhost\r\nSec-Fetch-Site: same-origin\r\n"))
        .isEqualTo(401);
  }

  private int status(String request) throws Exception {
    URI base = URI.create(served.base);
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write((request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String line =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
      return Integer.parseInt(line.split(" ", -1)[1]);
    }
  }
}
