package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabadla.web.Chromium.WIDE;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Deals;
import org.tabadla.exchange.Newsrooms;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.web.Chromium;

/// A large file goes with the form in a real Chromium: in pieces where scripts run, through a
/// connection that breaks off and a page that is opened anew; within the form where none run.
class UploadBrowserTest {
  private static final long LARGE_BYTES = (8L << 20) + 12_345;

  @TempDir Path folder;

  @Test
  void aLargeFileIsSentInPiecesAndResumed() throws Exception {
    Path film = film();
    try (var served = new ServedExchange(folder, true);
        var chromium = Chromium.open();
        Page page = chromium.page(WIDE)) {
      String agreement = agreement(served);
      signIn(page, served, agreement);
      var asked = new ArrayList<String>();
      page.onRequest(request -> asked.add(request.method()));
      var pieces = new AtomicInteger();
      page.route(
          "**/exchange/uploads/*",
          route -> {
            boolean lost =
                route.request().method().equals("PATCH") && pieces.incrementAndGet() >= 2;
            if (lost) {
              route.abort();
            } else {
              route.resume();
            }
          });
      page.setInputFiles("#files", film);
      page.click("form[data-upload] button");
      page.waitForCondition(() -> pieces.get() >= 2);
      assertThat(page.textContent(".sending")).isNotBlank();
      page.unroute("**/exchange/uploads/*");
      page.navigate(served.base + agreement);
      asked.clear();
      page.setInputFiles("#files", film);
      page.click("form[data-upload] button");
      page.waitForURL("**/exchange/delivery/*");
      assertThat(asked).containsSubsequence("HEAD", "PATCH", "POST");
      assertThat(asked.stream().filter("PATCH"::equals)).hasSize(1);
      Delivery delivery =
          served.rooms.exchange.market().deliveries(served.rooms.sahil.organisation()).getFirst();
      assertThat(delivery.assets().getFirst().bytes()).isEqualTo(LARGE_BYTES);
      assertThat(served.rooms.deliveries.vault().isWhole(delivery.assets().getFirst().sha256()))
          .isTrue();
    }
  }

  @Test
  void withoutScriptsTheFileIsInTheForm() throws Exception {
    Path film = folder.resolve("small.txt");
    Files.writeString(film, "moving pictures");
    try (var served = new ServedExchange(folder, true);
        var chromium = Chromium.open();
        Page page = chromium.page(WIDE, new Browser.NewPageOptions().setJavaScriptEnabled(false))) {
      String agreement = agreement(served);
      signIn(page, served, agreement);
      page.setInputFiles("#files", film);
      page.click("form[data-upload] button");
      page.waitForURL("**/exchange/delivery/*");
      assertThat(page.content()).contains("small.txt");
    }
  }

  private Path film() throws Exception {
    Path film = folder.resolve("film.mxf");
    try (var file = new RandomAccessFile(film.toFile(), "rw")) {
      file.setLength(LARGE_BYTES);
      file.seek(LARGE_BYTES / 2);
      file.writeUTF("moving pictures");
    }
    return film;
  }

  private static String agreement(ServedExchange served) {
    var rooms = served.rooms;
    return "/ur/exchange/agreement/"
        + Deals.agreed(rooms.exchange, rooms.sahil, rooms.yundu, "48 hours").id();
  }

  private static void signIn(Page page, ServedExchange served, String then) {
    page.navigate(served.base + "/ur/exchange/desk");
    page.fill("#name", "sahil.desk");
    page.fill("#password", Newsrooms.PASSWORD);
    page.click(".sheet button");
    page.navigate(served.base + then);
  }
}
