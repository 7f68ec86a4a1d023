package org.tabadla.web.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms;

/// What comes over the wire from nobody we know: refused by its head, whatever it looks like.
class FederationDoorTest {
  private static final int WAIT_MILLIS = 20_000;

  @TempDir Path folder;
  private House sahil;

  @BeforeEach
  void build() {
    sahil = new House(folder, new Newsrooms.Ticking(), "sahil", "ساحل نیوز", "ur", "PK");
  }

  @AfterEach
  void shut() {
    sahil.close();
  }

  /// Sends a head and nothing more, and reads the status.
  private int status(String start, String... fields) throws Exception {
    URI base = URI.create(sahil.base());
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(WAIT_MILLIS);
      String head =
          start
              + " HTTP/1.1\r\nHost: "
              + base.getAuthority()
              + "\r\n"
              + String.join("", List.of(fields).stream().map(each -> each + "\r\n").toList())
              + "\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readNBytes(12);
      return Integer.parseInt(new String(answer, StandardCharsets.US_ASCII).substring(9));
    }
  }

  @Test
  void nobodysMegabytesAreNotWaitedFor() throws Exception {
    for (String signed :
        List.of(
            "X: y",
            "Signature-Input: tabadla=(\"@method\");keyid=\"yundu/0123456789abcdef\"",
            "Signature-Input: tabadla=(\"@method\");keyid=\"YUNDU/0123456789ABCDEF\"",
            "Signature-Input: ,,,;;;((")) {
      assertThat(status("POST /federation/sahil/deeds", "Content-Length: 4000000", signed))
          .as(signed)
          .isEqualTo(401);
    }
  }

  @Test
  void pathsThatAreBentLeadNowhere() throws Exception {
    for (String path :
        List.of(
            "/federation/SAHIL/deeds",
            "/federation/sahil/Deeds",
            "/federation/sahil/../sahil/deeds",
            "/federation/sahil/%2e%2e/deeds",
            "/federation//sahil/deeds",
            "/federation/sahil/%64eeds",
            "/federation/sahil/deeds;x=y",
            "/federation/sahil/deeds/",
            "/federation/sahil/delivery/d0000000000000000/..%2f..%2fhouse.db",
            "/federation/sahil/delivery/d0000000000000000/" + "A".repeat(64),
            "/federation/sahil/delivery/d0000000000000000/" + "a".repeat(63),
            "/federation/" + "s".repeat(4_000) + "/deeds",
            "/federation/sahil/\u00ff")) {
      for (String method : List.of("GET ", "POST ")) {
        assertThat(status(method + path, "Content-Length: 0", "Range: bytes=-1,0-,5-2"))
            .as("%s%s", method, path)
            .isBetween(400, 499);
      }
    }
  }

  @Test
  void otherMethodsAndHostsOpenNothing() throws Exception {
    for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
      assertThat(status(method + " /federation/sahil/deeds", "Content-Length: 0"))
          .as(method)
          .isBetween(400, 499);
    }
    assertThat(status("GET /federation/sahil/deeds", "Host: evil.example")).isBetween(400, 499);
    assertThat(status("GET http://evil.example/federation/sahil/deeds")).isBetween(400, 499);
    assertThat(status("GET /federation/card")).isEqualTo(200);
  }
}
