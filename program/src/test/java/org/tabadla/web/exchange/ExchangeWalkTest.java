package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.web.Ui;

/// The whole life of an offer between two newsrooms, over real HTTP; and a stranger at every door.
class ExchangeWalkTest {
  private static final Pattern HASH = Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"");

  @TempDir Path folder;
  private ServedExchange served;
  private Browsing sahil;
  private Browsing yundu;
  private Browsing stranger;

  @BeforeEach
  void open() {
    served = new ServedExchange(folder, true);
    sahil = served.signedIn("sahil.desk");
    yundu = served.signedIn("yundu.desk");
    stranger = served.signedIn("lantern.desk");
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void anOfferIsAnsweredAgreedDeliveredUsedAndKilled() {
    String listing = offer("PUBLIC", "");
    assertThat(new Browsing(served.base).get("/ur/exchange/offers").body())
        .contains("دریا کی کہانی");
    String talk = begin(listing);
    assertThat(sahil.get("/ur/exchange/desk").body()).contains(talk.substring(3));
    String agreement = agree(talk);
    assertThat(sahil.get(agreement).body()).contains("in force");
    String delivery = deliver(agreement);
    HttpResponse<String> file = yundu.get(delivery + "/file/0");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo("moving pictures");
    HttpResponse<String> part = yundu.get(delivery + "/file/0", "Range", "bytes=7-");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("pictures");
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 7-14/15");
    Matcher digest =
        Pattern.compile("name=\"sha256\" value=\"([0-9a-f]{64})\"")
            .matcher(yundu.get(delivery).body());
    assertThat(digest.find()).isTrue();
    assertThat(
            yundu
                .post(delivery + "/received", "sha256", digest.group(1), "bytes", "15")
                .statusCode())
        .isEqualTo(303);
    yundu.post(
        delivery + "/use",
        "action",
        "distribute",
        "where",
        "channel 1",
        "country",
        "FR",
        "news",
        "on");
    assertThat(yundu.get(delivery).body()).contains("forbidden");
    sahil.get(delivery);
    sahil.post(delivery + "/kill", "reason", "the source withdrew");
    assertThat(yundu.get(delivery + "/file/0").statusCode()).isEqualTo(410);
    assertThat(yundu.get("/en/exchange/desk").body()).contains("Kill: acknowledge it");
    assertThat(sahil.get("/en/exchange/desk").body()).contains("Kill not acknowledged yet");
    yundu.post(delivery + "/acknowledge", "notice", "1");
    assertThat(sahil.get("/en/exchange/desk").body()).doesNotContain("Kill not acknowledged yet");
    assertThat(sahil.get("/en/exchange/trail").body())
        .contains("holds")
        .doesNotContain("does not hold");
  }

  @Test
  void aStrangerFindsNothingAtAnyDoor() {
    String listing = offer("PARTIES", "yundu");
    String talk = begin(listing);
    String agreement = agree(talk);
    String delivery = deliver(agreement);
    for (Browsing who : List.of(stranger, new Browsing(served.base))) {
      for (String path :
          List.of(
              listing,
              talk,
              agreement,
              agreement + "/policy.json",
              delivery,
              delivery + "/file/0")) {
        HttpResponse<String> answer = who.get(path);
        assertThat(answer.statusCode()).as(path).isIn(404, 303);
        assertThat(answer.body()).as(path).doesNotContain("دریا", "moving");
      }
      assertThat(who.get("/ur/exchange/offers").body()).doesNotContain("دریا");
      assertThat(who.get("/ur/exchange/offers/feed.atom").body()).doesNotContain("دریا");
      assertThat(who.get("/ur/exchange/calendar.ics").body()).doesNotContain("دریا");
    }
    stranger.get("/en/people/me");
    for (String form :
        List.of(
            listing + "/withdraw",
            listing + "/kill",
            listing + "/dismiss",
            listing + "/answer",
            talk + "/say",
            talk + "/propose",
            talk + "/sign",
            talk + "/close",
            agreement + "/deliver",
            agreement + "/end",
            agreement + "/kept",
            delivery + "/received",
            delivery + "/correct",
            delivery + "/kill",
            delivery + "/acknowledge",
            delivery + "/use")) {
      HttpResponse<String> answer =
          stranger.post(form, "words", "x", "reason", "x", "where", "x", "action", "distribute");
      assertThat(answer.statusCode()).as(form).isEqualTo(404);
    }
    int before = served.rooms.store.journal().since("exchange", 0).size();
    for (String form :
        List.of("/en/people/organisation/sahil/invite", "/en/people/organisation/sahil/key")) {
      assertThat(stranger.post(form, "role", "DESK").statusCode()).as(form).isEqualTo(403);
    }
    assertThat(stranger.post("/en/people/account/sahil.desk/role", "role", "READER").statusCode())
        .isEqualTo(403);
    assertThat(stranger.post("/en/people/account/sahil.desk/close").statusCode()).isEqualTo(403);
    assertThat(stranger.get("/en/people/trail").statusCode()).isEqualTo(403);
    assertThat(stranger.get("/en/people/organisation/sahil").body()).doesNotContain("sahil.desk");
    assertThat(served.rooms.store.journal().since("exchange", 0)).hasSize(before);
  }

  @Test
  void formsFromElsewhereDoNothing() {
    sahil.get("/en/people/me");
    assertThat(sahil.postAs("/en/people/me/token", "0".repeat(64), "label", "x").statusCode())
        .isEqualTo(403);
    assertThat(sahil.postAs("/en/exchange/new", "", "side", "OFFER").statusCode()).isEqualTo(403);
    var asked = new Browsing(served.base);
    assertThat(asked.get("/en/exchange/offers").headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void theEmbargoIsKeptByTheServer() {
    String agreement = agree(begin(offer("PUBLIC", "")));
    sahil.get(agreement);
    HttpResponse<String> sent =
        sahil.upload(
            agreement + "/deliver",
            "../../etc/film.mp4",
            "moving pictures",
            "embargo",
            "2025-07-12T18:00");
    String delivery = Browsing.location(sent);
    assertThat(yundu.get(delivery).body())
        .contains("The embargo still holds")
        .contains("film.mp4")
        .doesNotContain("etc");
    assertThat(yundu.get(delivery + "/file/0").statusCode()).isEqualTo(403);
    served.rooms.clock.pass(Duration.ofHours(4));
    assertThat(yundu.get(delivery + "/file/0").statusCode()).isEqualTo(200);
  }

  @Test
  void theFeedsOfTheBoardsShowWhatEverybodyMaySee() {
    offer("PUBLIC", "");
    String page = sahil.get("/ur/exchange/offers").body();
    assertThat(page).contains("href=\"/ur/exchange/offers/feed.atom\"");
    for (Browsing who : List.of(sahil, new Browsing(served.base))) {
      assertThat(who.get("/ur/exchange/offers/feed.atom").body()).contains("دریا کی کہانی");
      assertThat(who.get("/en/exchange/offers/feed.json").body()).contains("/en/exchange/listing/");
      assertThat(who.get("/ur/exchange/requests/feed.atom").body()).doesNotContain("<entry");
    }
  }

  @Test
  void everyPageStandsInEveryLanguage() {
    String listing = offer("PUBLIC", "").substring(3);
    String talk = begin("/en" + listing).substring(3);
    String agreement = agree("/en" + talk).substring(3);
    String delivery = deliver("/en" + agreement).substring(3);
    for (Ui ui : Ui.ALL) {
      for (String path :
          List.of(
              "/exchange/offers",
              "/exchange/requests",
              "/exchange/new?kind=TRAINING",
              "/exchange/new?kind=PROGRAMME&side=REQUEST",
              "/exchange/new?kind=CO_PRODUCTION",
              "/exchange/new?kind=TECHNOLOGY",
              "/exchange/new?kind=COVERAGE",
              "/exchange/new?kind=LIVE",
              "/exchange/new?kind=SERVICE",
              "/exchange/new?kind=VISIT",
              "/exchange/new?kind=VERIFICATION",
              "/exchange/new?kind=RAW_FOOTAGE",
              "/exchange/desk",
              "/exchange/calendar",
              "/exchange/trail",
              "/people",
              "/people/me",
              "/people/organisation/sahil",
              listing,
              talk,
              agreement,
              delivery)) {
        assertThat(sahil.get(ui.link(path)).statusCode()).as(ui + path).isEqualTo(200);
      }
    }
  }

  private String offer(String reach, String parties) {
    sahil.get("/en/exchange/new?kind=PROGRAMME");
    HttpResponse<String> answer =
        sahil.post(
            "/en/exchange/new",
            "side",
            "OFFER",
            "kind",
            "PROGRAMME",
            "title-ur",
            "دریا کی کہانی",
            "title-en",
            "The river's story",
            "languages",
            "ur",
            "facet-episodes",
            "3",
            "facet-minutes",
            "45",
            "event",
            "2025-07-20T10:00",
            "rights",
            "صرف خبر میں، 48 گھنٹے",
            "reach",
            reach,
            "parties",
            parties);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return Browsing.location(answer);
  }

  private String begin(String listing) {
    yundu.get(listing);
    HttpResponse<String> answer = yundu.post(listing + "/answer", "words", "我们想要前三集");
    assertThat(answer.statusCode()).isEqualTo(303);
    return Browsing.location(answer);
  }

  private String agree(String talk) {
    sahil.get(talk);
    HttpResponse<String> proposed =
        sahil.post(
            talk + "/propose",
            "subject",
            "three films",
            "rights",
            "news only, in China, 48 hours",
            "inreturn",
            "two films");
    assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(303);
    assertThat(sign(yundu, talk)).isEqualTo(talk);
    String agreement = sign(sahil, talk);
    assertThat(agreement).contains("/agreement/");
    return agreement;
  }

  private static String sign(Browsing who, String talk) {
    Matcher hash = HASH.matcher(who.get(talk).body());
    assertThat(hash.find()).isTrue();
    return Browsing.location(who.post(talk + "/sign", "version", "1", "hash", hash.group(1)));
  }

  private String deliver(String agreement) {
    sahil.get(agreement);
    HttpResponse<String> sent =
        sahil.upload(agreement + "/deliver", "film.mp4", "moving pictures", "note", "enjoy");
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    return Browsing.location(sent);
  }
}
