package org.tabadla.web.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.websub.Hub;
import org.tabadla.exchange.websub.Intent;
import org.tabadla.web.websub.OtherSide.Reply;

/// Subscribers that mean harm, or are merely slow.
class HostileHubTest {
  private static final int FLOOD = 100_000;

  @TempDir Path folder;

  private static Map<String, String> form(String topic, String callback) {
    return Map.of("hub.mode", "subscribe", "hub.topic", topic, "hub.callback", callback);
  }

  @Test
  void nothingIsAskedOfAPrivateAddress() throws Exception {
    try (var served = new ServedHub(folder, Set.of(), true);
        var victim = OtherSide.willing()) {
      String topic = served.base + "/en/feed.atom";
      for (String callback :
          List.of(
              victim.url("/admin"),
              "http://localhost:" + victim.port() + "/",
              "http://0x7f.1:" + victim.port() + "/",
              "http://[::ffff:127.0.0.1]:" + victim.port() + "/",
              "http://169.254.169.254/latest/meta-data",
              "http://10.0.0.7/cb",
              "http://printer.local/")) {
        var answer = OtherSide.post(served.hubUrl(), form(topic, callback));
        assertThat(answer.statusCode()).as(callback).isBetween(400, 422);
      }
      served.all();
      assertThat(victim.got("GET")).isEmpty();
    }
  }

  @Test
  void aHundredThousandSubscriptionsOfOneCallerFillNothing() {
    try (var served = new ServedHub(folder)) {
      String topic = served.base + "/en/feed.atom";
      int taken = 0;
      int busy = 0;
      for (int i = 0; i < FLOOD; i++) {
        var intent =
            new Intent(
                Intent.Mode.SUBSCRIBE,
                topic,
                "http://c" + i + ".flood" + i + ".example/cb",
                Duration.ofDays(1),
                null);
        switch (served.hub.asked(intent, "203.0.113.7")) {
          case Hub.Answer.Accepted _ -> taken++;
          case Hub.Answer.Busy _ -> busy++;
          case Hub.Answer.Refused(int status, String why) -> throw new AssertionError(status + why);
        }
      }
      assertThat(taken).isLessThanOrEqualTo(100);
      assertThat(taken + busy).isEqualTo(FLOOD);
      var other =
          new Intent(
              Intent.Mode.SUBSCRIBE, topic, "http://honest.example/cb", Duration.ofDays(1), null);
      assertThat(served.hub.asked(other, "198.51.100.1")).isInstanceOf(Hub.Answer.Accepted.class);
    }
  }

  @Test
  void aFloodOverHttpIsToldToWait() throws Exception {
    try (var served = new ServedHub(folder);
        var subscriber = OtherSide.willing()) {
      String topic = served.base + "/en/feed.atom";
      for (int i = 0; i < 100; i++) {
        OtherSide.post(served.hubUrl(), form(topic, subscriber.url("/cb/" + i)));
      }
      var answer = OtherSide.post(served.hubUrl(), form(topic, subscriber.url("/cb/more")));
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("retry-after")).contains("60");
      served.all();
      assertThat(served.hub.subscriptions()).isEqualTo(100);
      assertThat(OtherSide.post(served.hubUrl(), form(topic, subscriber.url("/x"))).statusCode())
          .isEqualTo(202);
    }
  }

  @Test
  void aCallbackThatNeverAnswersHoldsUpNobody() throws Exception {
    var over = new CountDownLatch(1);
    try (var served = new ServedHub(folder);
        var slow = OtherSide.willing();
        var quick = OtherSide.willing()) {
      String topic = served.base + "/en/feed.atom";
      for (int i = 0; i < 40; i++) {
        OtherSide.post(served.hubUrl(), form(topic, slow.url("/cb/" + i)));
      }
      String callback = "http://localhost:" + quick.port() + "/cb";
      OtherSide.post(served.hubUrl(), form(topic, callback));
      served.all();
      assertThat(served.hub.subscriptions()).isEqualTo(41);
      slow.behave(got -> {
        try {
          over.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return Reply.of(200);
      });
      long start = System.nanoTime();
      served.news("Harbour Post");
      served.errands.start();
      OtherSide.until(() -> quick.got("POST").size() == 1);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
      assertThat(slow.got("POST").size()).as("of one site at once").isLessThanOrEqualTo(8);
    } finally {
      over.countDown();
    }
  }

  @Test
  void aCallbackWithAnEndlessAnswerIsCutShort() throws Exception {
    try (var served = new ServedHub(folder);
        var subscriber = new OtherSide(got -> Reply.text("x".repeat(30_000_000)))) {
      OtherSide.post(served.hubUrl(), form(served.base + "/en/feed.atom", subscriber.url("/cb")));
      served.all();
      assertThat(served.hub.subscriptions()).isZero();
    }
  }

  @Test
  void aFormBeyondAllMeasureIsRefused() {
    try (var served = new ServedHub(folder)) {
      var answer =
          OtherSide.post(
              served.hubUrl(), Map.of("hub.mode", "subscribe", "hub.secret", "x".repeat(200_000)));
      assertThat(answer.statusCode()).isEqualTo(413);
    }
  }
}
