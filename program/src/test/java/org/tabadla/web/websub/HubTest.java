package org.tabadla.web.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.web.websub.OtherSide.Got;
import org.tabadla.web.websub.OtherSide.Reply;

/// The hub over real HTTP; the test is the subscriber. Numbers are those of websub.rocks' list.
class HubTest {
  private static final String SECRET = "a secret of nobody else";

  @TempDir Path folder;
  private ServedHub served;
  private OtherSide subscriber;

  @BeforeEach
  void open() throws Exception {
    served = new ServedHub(folder);
    subscriber = OtherSide.willing();
  }

  @AfterEach
  void close() {
    served.close();
    subscriber.close();
  }

  private String news() {
    return served.base + "/en/feed.atom";
  }

  private HttpResponse<String> ask(String mode, String topic, String callback, String... more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", mode);
    form.put("hub.topic", topic);
    form.put("hub.callback", callback);
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return OtherSide.post(served.hubUrl(), form);
  }

  private void subscribed(String topic, String... more) {
    assertThat(ask("subscribe", topic, subscriber.url("/heard"), more).statusCode()).isEqualTo(202);
    served.all();
    assertThat(served.hub.subscriptions()).isEqualTo(1);
  }

  private List<Got> notices() {
    return subscriber.got("POST", "/heard");
  }

  static String signature(String method, String algorithm, String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return method + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void number100TypicalRequestIsVerifiedAndServed() {
    subscribed(news(), "hub.lease_seconds", "86400");
    Got asked = subscriber.got("GET", "/heard").getFirst();
    assertThat(asked.query())
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", news())
        .containsEntry("hub.lease_seconds", "86400");
    assertThat(asked.query().get("hub.challenge")).hasSizeGreaterThan(20);
    assertThat(notices()).as("nothing is new yet").isEmpty();

    served.news("Harbour Post");
    served.all();
    assertThat(notices()).hasSize(1);
    Got notice = notices().getFirst();
    assertThat(notice.text()).isEqualTo(OtherSide.get(news()).body()).contains("Harbour Post");
    assertThat(notice.header("content-type")).startsWith("application/atom+xml");
    assertThat(notice.header("link"))
        .contains("<" + served.hubUrl() + ">; rel=\"hub\"", "<" + news() + ">; rel=\"self\"");
    assertThat(notice.header("x-hub-signature")).isEmpty();

    served.changed();
    served.all();
    assertThat(notices()).as("told once").hasSize(1);
  }

  @Test
  void number101NoticesAreSignedWithTheSecret() {
    subscribed(news(), "hub.secret", SECRET);
    served.news("Harbour Post");
    served.all();
    Got notice = notices().getFirst();
    assertThat(notice.header("x-hub-signature"))
        .isEqualTo(signature("sha256", "HmacSHA256", SECRET, notice.body().array()));
  }

  @Test
  void number102FurtherParametersAreLeftAlone() {
    String callback = subscriber.url("/heard?desk=night&x=%D8%AE");
    var answer = ask("subscribe", news(), callback, "foo", "bar", "hub.unknown", "1");
    assertThat(answer.statusCode()).isEqualTo(202);
    served.all();
    assertThat(subscriber.got("GET", "/heard").getFirst().query())
        .containsEntry("desk", "night")
        .containsEntry("x", "خ")
        .containsEntry("hub.mode", "subscribe")
        .doesNotContainKey("foo");
    served.news("Harbour Post");
    served.all();
    assertThat(notices().getFirst().query()).containsEntry("desk", "night");
  }

  @Test
  void number103AskingAgainTakesTheNewSecretAndLease() {
    subscribed(news(), "hub.secret", "the old one", "hub.lease_seconds", "3600");
    served.pass(Duration.ofMinutes(50));
    subscribed(news(), "hub.secret", SECRET, "hub.lease_seconds", "3600");
    served.pass(Duration.ofMinutes(50));
    served.news("Harbour Post");
    served.all();
    assertThat(notices()).as("one subscription, not two, and beyond the first lease").hasSize(1);
    Got notice = notices().getFirst();
    assertThat(notice.header("x-hub-signature"))
        .isEqualTo(signature("sha256", "HmacSHA256", SECRET, notice.body().array()));
  }

  @Test
  void number104WhoLeavesHearsNoMore() {
    subscribed(news());
    assertThat(ask("unsubscribe", news(), subscriber.url("/heard")).statusCode()).isEqualTo(202);
    served.all();
    assertThat(subscriber.got("GET", "/heard").getLast().query())
        .containsEntry("hub.mode", "unsubscribe")
        .containsEntry("hub.topic", news());
    assertThat(served.hub.subscriptions()).isZero();
    served.news("Harbour Post");
    served.all();
    assertThat(notices()).isEmpty();
    assertThat(ask("unsubscribe", news(), subscriber.url("/heard")).statusCode()).isEqualTo(404);
  }

  @Test
  void number105PlainTextGoesAsItIs() {
    served.notes.put("/notes/feed.txt", List.of("text/plain; charset=utf-8", "پہلی سطر"));
    subscribed(served.base + "/notes/feed.txt");
    served.notes.put("/notes/feed.txt", List.of("text/plain; charset=utf-8", "دوسری سطر"));
    served.changed();
    served.all();
    assertThat(notices().getFirst().text()).isEqualTo("دوسری سطر");
    assertThat(notices().getFirst().header("content-type")).isEqualTo("text/plain;charset=utf-8");
  }

  @Test
  void number106JsonGoesAsItIs() {
    String feed = served.base + "/en/feed.json";
    subscribed(feed);
    served.news("Harbour Post");
    served.all();
    assertThat(notices().getFirst().text())
        .isEqualTo(OtherSide.get(feed).body())
        .contains("\"hubs\":[{", "\"WebSub\"");
    assertThat(notices().getFirst().header("content-type")).startsWith("application/feed+json");
  }

  @Test
  void everyFormOfAFeedNamesItsHubAndItself() {
    for (String path :
        List.of(
            "/en/feed.atom",
            "/ur/feed.rss",
            "/en/feed.json",
            "/en/trends/feed.atom",
            "/en/search/feed.atom?q=digital&order=newest")) {
      var answer = OtherSide.get(served.base + path);
      assertThat(answer.headers().firstValue("link").orElseThrow())
          .as(path)
          .isEqualTo(
              "<" + served.hubUrl() + ">; rel=\"hub\", <" + served.base + path + ">; rel=\"self\"");
      assertThat(answer.body()).as(path).contains(served.hubUrl());
    }
  }

  @Test
  void whoDoesNotMeanItIsNotSubscribed() {
    for (Reply no : List.of(Reply.of(404), Reply.text("something else"), Reply.of(200))) {
      subscriber.behave(got -> no);
      assertThat(ask("subscribe", news(), subscriber.url("/heard")).statusCode()).isEqualTo(202);
      served.all();
      assertThat(served.hub.subscriptions()).isZero();
    }
    subscriber.behave(got -> new Reply(302, Map.of("Location", subscriber.url("/yes")), ""));
    ask("subscribe", news(), subscriber.url("/heard"));
    served.all();
    assertThat(subscriber.got("GET", "/yes")).as("redirects are not followed").isEmpty();
    assertThat(served.hub.subscriptions()).isZero();
  }

  @Test
  void leavingIsVerifiedTooSoNobodyEndsAnothersSubscription() {
    subscribed(news());
    subscriber.behave(got -> Reply.of(404));
    assertThat(ask("unsubscribe", news(), subscriber.url("/heard")).statusCode()).isEqualTo(202);
    served.all();
    assertThat(served.hub.subscriptions()).isEqualTo(1);
  }

  @Test
  void otherServersTopicsAndThoseThatAreNoFeedAreRefusedAtOnce() {
    for (String topic :
        List.of(
            "https://elsewhere.example/feed.atom",
            served.base + "/en/article/x",
            served.base + "/notes/../people/feed.atom",
            served.base.replace("127.0.0.1", "127.0.0.1.evil.example") + "/feed.atom")) {
      var answer = ask("subscribe", topic, subscriber.url("/heard"));
      assertThat(answer.statusCode()).as(topic).isEqualTo(404);
      assertThat(answer.body()).contains("none of this server's feeds");
    }
  }

  @Test
  void whatIsNotGivenOutIsDeniedWithAReason() {
    String topic = served.base + "/en/source/nowhere.example/feed.atom";
    assertThat(ask("subscribe", topic, subscriber.url("/heard")).statusCode()).isEqualTo(202);
    served.all();
    Got told = subscriber.got("GET", "/heard").getFirst();
    assertThat(told.query())
        .containsEntry("hub.mode", "denied")
        .containsEntry("hub.topic", topic)
        .containsEntry("hub.reason", "not a feed that is given out to everybody (404)");
    assertThat(subscriber.got("GET", "/heard")).hasSize(1);
    assertThat(served.hub.subscriptions()).isZero();
  }

  @Test
  void aFeedThatIsClosedEndsItsSubscriptionsAndSaysSo() {
    served.notes.put("/notes/feed.txt", List.of("text/plain", "one"));
    subscribed(served.base + "/notes/feed.txt");
    served.notes.clear();
    served.changed();
    served.all();
    assertThat(served.hub.subscriptions()).as("once may be an error").isEqualTo(1);
    served.pass(Duration.ofSeconds(31));
    served.all();
    served.pass(Duration.ofSeconds(31));
    served.all();
    assertThat(served.hub.subscriptions()).isZero();
    assertThat(subscriber.got("GET", "/heard").getLast().query())
        .containsEntry("hub.mode", "denied");
  }

  @Test
  void wrongRequestsAreTurnedAwayWithTheReason() {
    assertThat(ask("wish", news(), subscriber.url("/heard")).body()).contains("hub.mode");
    assertThat(ask("subscribe", news(), "ftp://x.example/").statusCode()).isEqualTo(400);
    assertThat(ask("subscribe", news(), "http://u:p@x.example/").body()).contains("user name");
    assertThat(ask("subscribe", news(), "").body()).contains("hub.callback is missing");
    assertThat(ask("subscribe", "", subscriber.url("/heard")).body()).contains("hub.topic");
    assertThat(
            ask("subscribe", news(), subscriber.url("/heard"), "hub.secret", "x".repeat(200))
                .body())
        .contains("shorter than 200 bytes");
    assertThat(ask("subscribe", news(), subscriber.url("/heard"), "hub.lease_seconds", "-1").body())
        .contains("hub.lease_seconds");
    assertThat(
            OtherSide.post(served.hubUrl(), Map.of("Content-Type", "application/json"), "{}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void failuresDoubleTheWaitAndTheNewestIsToldInTheEnd() {
    subscribed(news());
    subscriber.behave(got -> Reply.of(503));
    served.news("Harbour Post");
    served.all();
    served.all();
    assertThat(notices()).hasSize(1);
    served.pass(Duration.ofSeconds(31));
    served.all();
    assertThat(notices()).hasSize(2);
    served.pass(Duration.ofSeconds(31));
    served.all();
    assertThat(notices()).as("not before a minute").hasSize(2);
    served.news("Evening Post");
    subscriber.behave(OtherSide::echo);
    served.pass(Duration.ofSeconds(31));
    served.all();
    assertThat(notices()).hasSize(3);
    assertThat(notices().getLast().text()).contains("Evening Post");
    served.pass(Duration.ofHours(1));
    served.all();
    assertThat(notices()).hasSize(3);
  }

  @Test
  void goneForGoodEndsASubscription() {
    subscribed(news());
    subscriber.behave(got -> Reply.of(410));
    served.news("Harbour Post");
    served.all();
    assertThat(served.hub.subscriptions()).isZero();
  }

  @Test
  void aLeaseThatIsOverEndsASubscription() {
    subscribed(news(), "hub.lease_seconds", "600");
    served.pass(Duration.ofMinutes(11));
    served.news("Harbour Post");
    served.all();
    assertThat(notices()).isEmpty();
    assertThat(served.hub.subscriptions()).isZero();
  }

  @Test
  void killedBeforeItCouldTellItTellsAfterTheStart() {
    subscribed(news(), "hub.secret", SECRET);
    served.news("Harbour Post");
    served.killed();
    served.all();
    assertThat(notices()).hasSize(1);
    served.killed();
    served.pass(Duration.ofHours(1));
    served.all();
    assertThat(notices()).as("and not again after the next").hasSize(1);
  }

  @Test
  void killedBeforeItCouldVerifyItVerifiesAfterTheStart() {
    assertThat(ask("subscribe", news(), subscriber.url("/heard")).statusCode()).isEqualTo(202);
    served.killed();
    served.all();
    assertThat(served.hub.subscriptions()).isEqualTo(1);
  }

  @Test
  void whereReadersNeedAnAccountNothingIsGivenOut() throws Exception {
    Path other = java.nio.file.Files.createDirectory(folder.resolve("closed"));
    try (var closed = new ServedHub(other, Set.of("127.0.0.1"), false)) {
      String topic = closed.base + "/en/feed.atom";
      assertThat(OtherSide.get(topic).headers().firstValue("link")).isEmpty();
      var answer =
          OtherSide.post(
              closed.hubUrl(),
              Map.of(
                  "hub.mode",
                  "subscribe",
                  "hub.topic",
                  topic,
                  "hub.callback",
                  subscriber.url("/heard")));
      assertThat(answer.statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aPublishersHintHasItLookAtOnce() {
    served.notes.put("/notes/feed.txt", List.of("text/plain", "one"));
    String topic = served.base + "/notes/feed.txt";
    subscribed(topic);
    served.pass(Duration.ofSeconds(6));
    served.all();
    served.notes.put("/notes/feed.txt", List.of("text/plain", "two"));
    served.pass(Duration.ofSeconds(6));
    served.all();
    assertThat(notices()).as("it has not looked yet").isEmpty();
    var answer = OtherSide.post(served.hubUrl(), Map.of("hub.mode", "publish", "hub.url", topic));
    assertThat(answer.statusCode()).isEqualTo(204);
    served.all();
    assertThat(notices()).hasSize(1);
  }
}
