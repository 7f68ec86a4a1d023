package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Deals;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.preview.Ffmpeg;

/// What a delivery's page shows of a film before it is fetched, and to whom.
class PreviewPageTest {
  @TempDir Path folder;
  private ServedExchange served;
  private Agreement agreement;

  @BeforeEach
  void open() {
    served = new ServedExchange(folder, true);
    agreement =
        Deals.agreed(served.rooms.exchange, served.rooms.sahil, served.rooms.yundu, "48 hours");
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void thePartiesSeeTheFilmAndNobodyElse() throws Exception {
    Delivery delivery = deliver(false);
    String page = "/en/exchange/delivery/" + delivery.id();
    Browsing yundu = served.signedIn("yundu.desk");
    assertThat(yundu.get(page).body()).contains("The preview is being made");
    served.rooms.deliveries.previews().makeWanted();
    assertThat(yundu.get(page).body())
        .contains("<video controls", "poster.jpg", "0:02", "srclang=\"ur\"", "index.m3u8");
    String look = page + "/preview/0/";
    for (Browsing party : List.of(yundu, served.signedIn("sahil.desk"))) {
      assertThat(party.get(look + "poster.jpg").headers().firstValue("Content-Type"))
          .contains("image/jpeg");
      assertThat(party.get(look + "preview.mp4", "Range", "bytes=0-99").statusCode())
          .isEqualTo(206);
      assertThat(party.get(look + "index.m3u8").body()).contains("s00000.ts");
      assertThat(party.get(look + "s00000.ts").statusCode()).isEqualTo(200);
      assertThat(party.get(page + "/preview/1/track.vtt").body())
          .isEqualTo("WEBVTT\n\n00:00:00.500 --> 00:00:01.000\nدریا\n");
    }
    for (String part : List.of("preview.json", "..%2fpreview.json", "said.txt", "s0.ts")) {
      assertThat(yundu.get(look + part).statusCode()).as(part).isIn(400, 404);
    }
    assertThat(served.signedIn("lantern.desk").get(look + "poster.jpg").statusCode())
        .isEqualTo(404);
    assertThat(new Browsing(served.base).get(look + "poster.jpg").statusCode()).isEqualTo(303);
    served.rooms.deliveries.kill(served.rooms.sahil, delivery.id(), "withdrawn").orRefuse();
    assertThat(yundu.get(look + "poster.jpg").statusCode()).isEqualTo(410);
    assertThat(yundu.get(page + "/preview/1/track.vtt").statusCode()).isEqualTo(410);
    assertThat(yundu.get(page).body()).doesNotContain("<video");
  }

  @Test
  void nothingIsSeenBeforeTheEmbargo() throws Exception {
    Delivery delivery = deliver(true);
    served.rooms.deliveries.previews().makeWanted();
    String page = "/en/exchange/delivery/" + delivery.id();
    Browsing yundu = served.signedIn("yundu.desk");
    assertThat(yundu.get(page).body()).doesNotContain("<video", "poster.jpg");
    assertThat(yundu.get(page + "/preview/0/poster.jpg").statusCode()).isEqualTo(403);
    served.rooms.clock.pass(Duration.ofHours(3));
    assertThat(yundu.get(page + "/preview/0/poster.jpg").statusCode()).isEqualTo(200);
  }

  private Delivery deliver(boolean embargoed) throws Exception {
    assumeTrue(Ffmpeg.find("").isPresent(), "skipped: no ffmpeg on the PATH");
    Path film = folder.resolve("film.mp4");
    assertThat(
            new ProcessBuilder(
                    "ffmpeg",
                    "-v",
                    "error",
                    "-f",
                    "lavfi",
                    "-i",
                    "testsrc2=size=320x240:duration=2",
                    "-c:v",
                    "mpeg4",
                    film.toString())
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
    String srt = "1\n00:00:00,500 --> 00:00:01,000\nدریا\n";
    var vault = served.rooms.deliveries.vault();
    List<Core.Asset> assets =
        List.of(
            Deals.asset(vault, "film.mp4", "video/mp4", Files.readAllBytes(film)),
            Deals.asset(
                vault,
                "film.ur.srt",
                "application/x-subrip",
                srt.getBytes(StandardCharsets.UTF_8)));
    return served
        .rooms
        .deliveries
        .deliver(
            served.rooms.sahil,
            agreement.id(),
            assets,
            "",
            embargoed ? served.rooms.clock.instant().plus(Duration.ofHours(2)) : null)
        .orRefuse();
  }
}
