package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Deals;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.Move;
import org.tabadla.people.Role;

/// Downloads: ranges, digests, and that what may not go on is cut off in the middle.
class FileAnswerTest {
  /// More than what the sockets of both sides hold.
  private static final int LARGE_BYTES = 48 << 20;

  @TempDir Path folder;
  private ServedExchange served;
  private Browsing yundu;
  private Agreement agreement;

  @BeforeEach
  void open() {
    served = new ServedExchange(folder, true);
    yundu = served.signedIn("yundu.desk");
    agreement =
        Deals.agreed(served.rooms.exchange, served.rooms.sahil, served.rooms.yundu, "48 hours");
  }

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void rangesDigestsAndConditionsAreAnsweredByTheBook() {
    String file =
        path(deliver("moving pictures".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    HttpResponse<String> whole = yundu.get(file);
    assertThat(whole.body()).isEqualTo("moving pictures");
    String tag = whole.headers().firstValue("ETag").orElseThrow();
    assertThat(whole.headers().firstValue("Repr-Digest").orElseThrow()).startsWith("sha-256=:");
    HttpResponse<String> head = yundu.ask("HEAD", file, "");
    assertThat(head.headers().firstValue("Content-Length")).contains("15");
    assertThat(head.headers().firstValue("Accept-Ranges")).contains("bytes");
    HttpResponse<String> last = yundu.get(file, "Range", "bytes=-8");
    assertThat(last.statusCode()).isEqualTo(206);
    assertThat(last.body()).isEqualTo("pictures");
    assertThat(yundu.get(file, "Range", "bytes=15-").statusCode()).isEqualTo(416);
    assertThat(yundu.get(file, "Range", "bytes=7-", "If-Range", tag).body()).isEqualTo("pictures");
    assertThat(yundu.get(file, "Range", "bytes=7-", "If-Range", "\"other\"").body())
        .isEqualTo("moving pictures");
    assertThat(yundu.get(file, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void aKillCutsADownloadOff() throws Exception {
    isCutOff(delivery ->
        served.rooms.deliveries.kill(served.rooms.sahil, delivery.id(), "withdrawn").orRefuse());
  }

  @Test
  void anAgreementThatEndsCutsADownloadOff() throws Exception {
    isCutOff(delivery ->
        served
            .rooms
            .exchange
            .act(
                served.rooms.sahil, Role.DESK, agreement.id().value(), new Move.Ended("no payment"))
            .orRefuse());
  }

  @Test
  void aPolicyThatExpiresCutsADownloadOff() throws Exception {
    isCutOff(_ -> served.rooms.clock.pass(Duration.ofHours(49)));
  }

  @Test
  void anAccountThatIsClosedIsCutOff() throws Exception {
    isCutOff(_ ->
        served
            .rooms
            .people
            .close(org.tabadla.people.People.HOUSE, served.rooms.yundu.id(), "left")
            .orRefuse());
  }

  @Test
  void aCorrectedFileGoesOnNoMore() throws Exception {
    byte[] better = "better".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Core.Asset asset =
        Deals.asset(served.rooms.deliveries.vault(), "film.mp4", "video/mp4", better);
    isCutOff(delivery ->
        served
            .rooms
            .deliveries
            .correct(served.rooms.sahil, delivery.id(), "wrong reel", List.of(asset))
            .orRefuse());
  }

  private interface Happening {
    void to(Delivery delivery);
  }

  private void isCutOff(Happening happening) throws Exception {
    byte[] film = new byte[LARGE_BYTES];
    new Random(5).nextBytes(film);
    Delivery delivery = deliver(film);
    var request =
        HttpRequest.newBuilder(URI.create(served.base + path(delivery)))
            .header("Cookie", Objects.requireNonNull(yundu.cookie()))
            .build();
    try (HttpClient client = HttpClient.newHttpClient();
        InputStream in = client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
      assertThat(in.readNBytes(1_000)).hasSize(1_000);
      happening.to(delivery);
      Thread.sleep(700);
      assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
    }
    List<Move> moves =
        served.rooms.store.journal().since(Deeds.ROOM, 0).stream()
            .map(logged -> Deeds.read(logged).move())
            .toList();
    assertThat(moves)
        .filteredOn(Move.CutOff.class::isInstance)
        .singleElement()
        .satisfies(cut -> {
          assertThat(((Move.CutOff) cut).at()).isBetween(1_000L, (long) LARGE_BYTES - 1);
          assertThat(((Move.CutOff) cut).reason()).isNotBlank();
        });
    assertThat(yundu.get(path(delivery)).body().length()).isLessThan(LARGE_BYTES / 2);
  }

  private Delivery deliver(byte[] film) {
    return Deals.delivered(
        served.rooms.deliveries,
        served.rooms.sahil,
        agreement,
        Deals.asset(served.rooms.deliveries.vault(), "film.mp4", "video/mp4", film));
  }

  private static String path(Delivery delivery) {
    return "/en/exchange/delivery/" + delivery.id() + "/file/0";
  }
}
