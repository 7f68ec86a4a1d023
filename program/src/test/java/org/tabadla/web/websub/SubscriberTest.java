package org.tabadla.web.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.Tabadla;
import org.tabadla.cli.Rooms;
import org.tabadla.cli.Serving;
import org.tabadla.config.SettingsFile;
import org.tabadla.flow.Progress;
import org.tabadla.web.websub.OtherSide.Got;
import org.tabadla.web.websub.OtherSide.Reply;

/// The subscriber over real HTTP, in a whole house; the test is the outlet and its hub. Numbers are
/// those of websub.rocks' list.
class SubscriberTest {
  private static final String ATOM = "application/atom+xml";
  private static final int LIMIT_BYTES = 1 << 20;

  @TempDir static Path data;
  private static final Map<String, Reply> PAGES = new ConcurrentHashMap<>();
  private static OtherSide outlet;
  private static Rooms rooms;
  private static Serving serving;

  @BeforeAll
  static void open() throws Exception {
    outlet = new OtherSide(got -> PAGES.getOrDefault(got.path(), Reply.of(404)));
    rooms =
        Tabadla.rooms()
            .open(
                SettingsFile.load(
                    data,
                    Map.of(),
                    Map.of(
                        "fetch.allowed-hosts", "127.0.0.1",
                        "fetch.host-pause", "0ms",
                        "fetch.body-limit", "1MB",
                        "websub.subscribe", "yes",
                        "port", "0")));
    serving = Tabadla.rooms().serve(rooms);
    rooms.rounds().start();
  }

  @AfterAll
  static void close() {
    serving.close();
    rooms.close();
    outlet.close();
  }

  private static String link(String rel, String path) {
    return "<link rel=\"" + rel + "\" href=\"" + outlet.url(path) + "\"/>";
  }

  private static String atom(String links) {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:x</id><title>Harbour</title>"
        + links
        + "<updated>2025-07-12T10:00:00Z</updated></feed>";
  }

  private static Reply with(String header, Reply reply) {
    Map<String, String> headers = new LinkedHashMap<>(reply.headers());
    headers.put("Link", header);
    return new Reply(reply.status(), headers, reply.body());
  }

  /// Serves what a test's outlet and hub have, and has the house read the feed.
  private static void read(String name, Reply feed) {
    PAGES.put(name, feed);
    PAGES.putIfAbsent(name + "/hub", Reply.of(202));
    rooms.rounds().visit(rooms.intake().add(outlet.url(name)), Progress.SILENT);
  }

  private static Map<String, String> askedAt(String hub) {
    OtherSide.until(() -> !outlet.got("POST", hub).isEmpty());
    return outlet.got("POST", hub).getFirst().form();
  }

  private static void assertAsked(String hub, String topic) {
    Map<String, String> form = askedAt(hub);
    assertThat(form)
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", outlet.url(topic));
    assertThat(of(form, "hub.callback")).startsWith(base() + "/websub/callback/");
    assertThat(of(form, "hub.secret")).hasSizeBetween(32, 199);
    assertThat(of(form, "hub.lease_seconds")).isEqualTo("864000");
  }

  private static String of(Map<String, String> form, String name) {
    return Objects.requireNonNull(form.get(name), name);
  }

  private static String base() {
    return serving.address().replaceFirst("/$", "");
  }

  private static HttpResponse<String> verify(Map<String, String> form, String topic) {
    return OtherSide.get(
        of(form, "hub.callback")
            + "?hub.mode=subscribe&hub.challenge=tell-me&hub.lease_seconds=3600&hub.topic="
            + URLEncoder.encode(topic, StandardCharsets.UTF_8));
  }

  /// A subscription that stands.
  private static Map<String, String> active(String name) {
    read(name, Reply.typed(ATOM, atom(link("hub", name + "/hub") + link("self", name))));
    Map<String, String> form = askedAt(name + "/hub");
    HttpResponse<String> answer = verify(form, outlet.url(name));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("tell-me");
    return form;
  }

  private static HttpResponse<String> push(
      Map<String, String> form, @Nullable String signature, String body) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", ATOM);
    if (signature != null) {
      headers.put("X-Hub-Signature", signature);
    }
    return OtherSide.post(of(form, "hub.callback"), headers, body);
  }

  private static String sha256(Map<String, String> form, String body) {
    return HubTest.signature(
        "sha256", "HmacSHA256", of(form, "hub.secret"), body.getBytes(StandardCharsets.UTF_8));
  }

  private static long visits(String name) {
    return outlet.got("GET", name).size();
  }

  @Test
  void number100TheHeaderIsFound() {
    String header = "<" + outlet.url("/100/hub") + ">; rel=\"hub\", </100>; rel=self";
    read("/100", with(header, Reply.typed(ATOM, atom(""))));
    assertAsked("/100/hub", "/100");
  }

  @Test
  void number101TheLinksOfAPageAreFound() {
    String head = link("hub", "/101/hub") + link("self", "/101");
    String article =
        "<p>The harbour authority said on Tuesday that the new quay opens in autumn. </p>"
            .repeat(9);
    read(
        "/101",
        Reply.typed(
            "text/html",
            "<html><head><title>Quay</title>"
                + head
                + "</head><body>"
                + article
                + "</body></html>"));
    assertAsked("/101/hub", "/101");
  }

  @Test
  void number102TheLinksOfAtomAreFound() {
    read("/102", Reply.typed(ATOM, atom(link("hub", "/102/hub") + link("self", "/102"))));
    assertAsked("/102/hub", "/102");
  }

  @Test
  void number103TheLinksOfRssAreFound() {
    String links = (link("hub", "/103/hub") + link("self", "/103")).replace("<link", "<atom:link");
    read(
        "/103",
        Reply.typed(
            "application/rss+xml",
            "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>"
                + "<title>Harbour</title><link>"
                + outlet.url("/")
                + "</link>"
                + links
                + "</channel></rss>"));
    assertAsked("/103/hub", "/103");
  }

  @Test
  void theHubsOfAJsonFeedAreFound() {
    read(
        "/json",
        Reply.typed(
            "application/feed+json",
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Harbour\",\"feed_url\":\""
                + outlet.url("/json")
                + "\",\"hubs\":[{\"type\":\"WebSub\",\"url\":\""
                + outlet.url("/json/hub")
                + "\"}],\"items\":[]}"));
    assertAsked("/json/hub", "/json");
  }

  @Test
  void number104TheHeaderGoesBeforeTheBody() {
    String header =
        "<"
            + outlet.url("/104/hub")
            + ">; rel=\"hub\", <"
            + outlet.url("/104/true")
            + ">; rel=\"self\"";
    String body = atom(link("hub", "/104/other-hub") + link("self", "/104/false"));
    read("/104", with(header, Reply.typed(ATOM, body)));
    assertAsked("/104/hub", "/104/true");
    assertThat(outlet.got("POST", "/104/other-hub")).isEmpty();
  }

  @Test
  void number200TheTopicIsWhatTheFeedCallsItself() {
    read("/200", Reply.typed(ATOM, atom(link("hub", "/200/hub") + link("self", "/200/self"))));
    assertAsked("/200/hub", "/200/self");
  }

  @Test
  void number201ATopicThatIsElsewhereForNowIsFollowed() {
    String there = "/201/there";
    PAGES.put(there, Reply.typed(ATOM, atom(link("hub", "/201/hub") + link("self", there))));
    read("/201", new Reply(302, Map.of("Location", there), ""));
    assertAsked("/201/hub", there);
  }

  @Test
  void number202ATopicThatMovedForGoodIsFollowed() {
    String there = "/202/there";
    PAGES.put(there, Reply.typed(ATOM, atom(link("hub", "/202/hub") + link("self", there))));
    read("/202", new Reply(301, Map.of("Location", there), ""));
    assertAsked("/202/hub", there);
  }

  @Test
  void number203AHubThatSendsOnForNowIsFollowed() {
    sentOn("/203", 307);
  }

  @Test
  void number204AHubThatMovedForGoodIsFollowed() {
    sentOn("/204", 308);
  }

  @Test
  void olderHubsThatSendOnWith301And302AreFollowedToo() {
    sentOn("/301", 301);
    sentOn("/302", 302);
  }

  private static void sentOn(String name, int status) {
    PAGES.put(name + "/hub", new Reply(status, Map.of("Location", name + "/hub/there"), ""));
    PAGES.put(name + "/hub/there", Reply.of(202));
    read(name, Reply.typed(ATOM, atom(link("hub", name + "/hub") + link("self", name))));
    assertAsked(name + "/hub/there", name);
    assertThat(outlet.got("POST", name + "/hub").getFirst().form())
        .isEqualTo(outlet.got("POST", name + "/hub/there").getFirst().form());
    assertThat(verify(askedAt(name + "/hub/there"), outlet.url(name)).statusCode()).isEqualTo(200);
  }

  @Test
  void aHubThatLeadsInACircleIsLeftAlone() {
    PAGES.put("/circle/hub", new Reply(307, Map.of("Location", "/circle/b"), ""));
    PAGES.put("/circle/b", new Reply(307, Map.of("Location", "/circle/hub"), ""));
    read("/circle", Reply.typed(ATOM, atom(link("hub", "/circle/hub") + link("self", "/circle"))));
    OtherSide.until(() ->
        rooms.follower().of(outlet.url("/circle")).stream()
            .anyMatch(each -> String.valueOf(each.trouble()).contains("in a circle")));
    assertThat(outlet.got("POST", "/circle/b")).hasSize(1);
  }

  @Test
  void number205WhatWasNotAskedForIsNotConfirmed() {
    read("/205", Reply.typed(ATOM, atom(link("hub", "/205/hub") + link("self", "/205"))));
    Map<String, String> form = askedAt("/205/hub");
    assertThat(verify(form, outlet.url("/205/other")).statusCode()).isEqualTo(404);
    var unknown = new LinkedHashMap<>(form);
    unknown.put("hub.callback", base() + "/websub/callback/unknown");
    assertThat(verify(unknown, outlet.url("/205")).statusCode()).isEqualTo(404);
    String leave = of(form, "hub.callback") + "?hub.mode=unsubscribe&hub.challenge=x&hub.topic=";
    assertThat(
            OtherSide.get(leave + URLEncoder.encode(outlet.url("/205"), StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(404);
    assertThat(verify(form, outlet.url("/205")).statusCode()).isEqualTo(200);
  }

  @Test
  void number300ANoticeIsTakenAndTheFeedVisitedAtOnce() {
    Map<String, String> form = active("/300");
    long before = visits("/300");
    assertThat(push(form, sha256(form, "news"), "news").statusCode()).isEqualTo(202);
    OtherSide.until(() -> visits("/300") > before);
  }

  @Test
  void allMethodsOfTheRecommendationAreTaken() {
    Map<String, String> form = active("/methods");
    byte[] body = "news".getBytes(StandardCharsets.UTF_8);
    for (var method :
        Map.of("sha1", "HmacSHA1", "sha384", "HmacSHA384", "sha512", "HmacSHA512").entrySet()) {
      String signature =
          HubTest.signature(method.getKey(), method.getValue(), of(form, "hub.secret"), body);
      assertThat(push(form, signature, "news").statusCode()).as(method.getKey()).isEqualTo(202);
    }
  }

  @Test
  void number301ANoticeWithAWrongSignatureIsDropped() throws Exception {
    Map<String, String> form = active("/wrong");
    long before = visits("/wrong");
    assertThat(push(form, sha256(form, "other words"), "news").statusCode()).isEqualTo(403);
    for (String bad : List.of("sha256=", "sha256=zz", "md5=00", "sha256", "=" + "00".repeat(32))) {
      assertThat(push(form, bad, "news").statusCode()).as(bad).isEqualTo(403);
    }
    Thread.sleep(2_500);
    assertThat(visits("/wrong")).isEqualTo(before);
  }

  @Test
  void number302ANoticeWithoutASignatureIsDropped() throws Exception {
    Map<String, String> form = active("/unsigned");
    long before = visits("/unsigned");
    assertThat(push(form, null, "news").statusCode()).isEqualTo(403);
    Thread.sleep(2_500);
    assertThat(visits("/unsigned")).isEqualTo(before);
  }

  @Test
  void aNoticeBeyondAllMeasureIsCutOff() {
    Map<String, String> form = active("/huge");
    String body = "x".repeat(LIMIT_BYTES + 1);
    assertThat(push(form, sha256(form, body), body).statusCode()).isEqualTo(413);
    byte[] bytes = new byte[3 * LIMIT_BYTES];
    var endless =
        HttpRequest.newBuilder(URI.create(of(form, "hub.callback")))
            .header("X-Hub-Signature", sha256(form, ""))
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(bytes)));
    assertThat(OtherSide.send(endless).statusCode()).isEqualTo(413);
  }

  @Test
  void anUnknownCallbackIsGone() {
    Map<String, String> form = Map.of("hub.callback", base() + "/websub/callback/nobody");
    assertThat(push(form, "sha256=00", "news").statusCode()).isEqualTo(410);
  }

  @Test
  void aHubThatSaysNoIsNotAskedAgainToday() {
    PAGES.put("/no/hub", new Reply(403, Map.of("Content-Type", "text/plain"), ""));
    read("/no", Reply.typed(ATOM, atom(link("hub", "/no/hub") + link("self", "/no"))));
    askedAt("/no/hub");
    OtherSide.until(() ->
        rooms.follower().of(outlet.url("/no")).stream()
            .anyMatch(each -> each.state().name().equals("DENIED")));
    read("/no", Reply.typed(ATOM, atom(link("hub", "/no/hub") + link("self", "/no"))));
    assertThat(outlet.got("POST", "/no/hub")).hasSize(1);
  }

  @Test
  void aFeedThatNamesAnotherHubIsFollowedThere() {
    Map<String, String> old = active("/moves");
    read("/moves", Reply.typed(ATOM, atom(link("hub", "/moves/new") + link("self", "/moves"))));
    OtherSide.until(() -> outlet.got("POST", "/moves/hub").size() == 2);
    Got farewell = outlet.got("POST", "/moves/hub").getLast();
    assertThat(farewell.form())
        .containsEntry("hub.mode", "unsubscribe")
        .containsEntry("hub.callback", of(old, "hub.callback"));
    String asked =
        of(old, "hub.callback")
            + "?hub.mode=unsubscribe&hub.challenge=bye&hub.topic="
            + URLEncoder.encode(outlet.url("/moves"), StandardCharsets.UTF_8);
    assertThat(OtherSide.get(asked).body()).isEqualTo("bye");
    assertThat(push(old, sha256(old, "news"), "news").statusCode()).isEqualTo(410);
    assertAsked("/moves/new", "/moves");
  }
}
