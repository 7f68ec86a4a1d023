package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.store.WatchRecords.Watch;

/// Standing queries over real HTTP.
class WatchesTest {
  @TempDir Path folder;

  private Served served;
  private Visitor visitor;

  @BeforeEach
  void open() {
    served = Served.in(folder, options(true));
    visitor = new Visitor(served.base());
  }

  @AfterEach
  void close() {
    served.close();
  }

  private static WebOptions options(boolean open) {
    return WebOptions.standard()
        .with(
            new WebOptions.Watches(
                open,
                url ->
                    url.contains("10.0.0.1")
                        ? Optional.of("[10.0.0.1] not public")
                        : Optional.empty()));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// One request with headers that the JDK's client does not let anybody set.
  private String post(String path, String form, String host, String origin) {
    URI at = URI.create(served.base());
    String request =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\n"
            + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
            + "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n"
            + "Content-Length: "
            + form.length()
            + "\r\n\r\n"
            + form;
    try (var socket = new Socket(at.getHost(), at.getPort());
        InputStream in = socket.getInputStream()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String ownPost(String path, String form) {
    return post(path, form, URI.create(served.base()).getAuthority(), served.base());
  }

  private Watch only() {
    assertThat(served.store().watches().all()).hasSize(1);
    return served.store().watches().all().getFirst();
  }

  @Test
  void aQueryIsAddedShownAndRemoved() {
    String form = "q=" + encoded("digital lang:en") + "&title=Digital&webhook=&email=";
    assertThat(ownPost("/en/watches", form)).startsWith("HTTP/1.1 303").contains("/en/watches");
    Watch watch = only();
    assertThat(watch.title()).isEqualTo("Digital");
    assertThat(watch.secret()).isNull();
    for (Ui ui : Ui.ALL) {
      assertThat(visitor.get(ui.link("/watches")).body())
          .contains("Digital", "digital lang:en", ui.say("watches.intro"));
    }
    String page = visitor.get("/en/watch/" + watch.id()).body();
    assertThat(page).contains("Twelve digital projects signed at regional forum", "feed.atom");
    assertThat(visitor.get("/en/watch/" + watch.id() + "/feed.atom").body())
        .contains("<feed", "Twelve digital projects");
    assertThat(visitor.get("/en/watch/" + watch.id() + "/feed.json").body())
        .contains("jsonfeed.org", "Twelve digital projects");
    assertThat(ownPost("/en/watches/" + watch.id() + "/remove", "")).startsWith("HTTP/1.1 303");
    assertThat(served.store().watches().all()).isEmpty();
    assertThat(visitor.get("/en/watch/" + watch.id()).statusCode()).isEqualTo(404);
  }

  @Test
  void anotherSiteCannotMakeABrowserAddOne() {
    String host = URI.create(served.base()).getAuthority();
    assertThat(post("/en/watches", "q=digital", host, "https://evil.example"))
        .startsWith("HTTP/1.1 403");
    assertThat(post("/en/watches", "q=digital", host, "")).startsWith("HTTP/1.1 403");
    assertThat(post("/en/watches", "q=digital", host, "null")).startsWith("HTTP/1.1 403");
    // A name that was made to point at this machine is none of ours.
    assertThat(post("/en/watches", "q=digital", "evil.example", "http://evil.example"))
        .startsWith("HTTP/1.1 403");
    assertThat(served.store().watches().all()).isEmpty();
  }

  @Test
  void whatCannotStandIsToldWithTheReason() {
    assertThat(ownPost("/en/watches", "q=" + encoded("\"open")))
        .startsWith("HTTP/1.1 400")
        .contains("A quotation mark is never closed");
    assertThat(ownPost("/en/watches", "q=sco&webhook=" + encoded("http://10.0.0.1/x")))
        .startsWith("HTTP/1.1 400")
        .contains("not public");
    assertThat(ownPost("/en/watches", "q=sco&email=" + encoded("a@b.example\r\nBcc: c@d.example")))
        .startsWith("HTTP/1.1 400");
    assertThat(served.store().watches().all()).isEmpty();
  }

  @Test
  void whereItIsNotOpenNothingIsShown() {
    served.close();
    served =
        Served.in(folder.resolve("closed").toFile().mkdir() ? folder.resolve("closed") : folder);
    var answer = new Visitor(served.base()).get("/en/watches");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains(Ui.EN.say("trouble.403"));
  }

  @Test
  void aSearchCanBeMadeToStand() {
    assertThat(visitor.get("/en/search?q=digital&lang=en").body())
        .contains("/en/watches?q=%28digital%29+lang%3Aen");
    assertThat(visitor.get("/en/watches?q=digital").body()).contains("value=\"digital\"");
  }
}
