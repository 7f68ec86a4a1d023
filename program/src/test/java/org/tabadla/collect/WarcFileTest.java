package org.tabadla.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Refusal;

class WarcFileTest {
  private static final int LIMIT_BYTES = 100_000;

  @TempDir Path folder;

  /// A record as bytes, by the letter of the standard.
  private static byte[] record(String type, String target, byte[] block, String contentType) {
    String head =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:3d6e6c2e-1c1a-4e7e-9a3e-000000000001>"
            + "\r\nWARC-Date: 2025-07-11T12:00:00Z\r\nWARC-Target-URI: "
            + target
            + "\r\nContent-Type: "
            + contentType
            + "\r\nContent-Length: "
            + block.length
            + "\r\n\r\n";
    return join(ascii(head), block, ascii("\r\n\r\n"));
  }

  private static byte[] response(String target, String httpHead, byte[] body) {
    byte[] block = join(ascii("HTTP/1.1 " + httpHead + "\r\n\r\n"), body);
    return record("response", target, block, "application/http; msgtype=response");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] body) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    }
    return out.toByteArray();
  }

  private List<Saved> read(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    var saved = new ArrayList<Saved>();
    try (var warc = new WarcFile(file, LIMIT_BYTES)) {
      warc.forEachRemaining(saved::add);
    }
    return saved;
  }

  private static String text(Saved saved) {
    return new String(((Saved.PageFile) saved).page().body().array(), StandardCharsets.UTF_8);
  }

  private static byte[] page(int i) {
    String head = "200 OK\r\nContent-Type: text/html\r\nContent-Length: 2";
    return response("http://a.example/" + i, head, ascii("p" + i));
  }

  @Test
  void onlyHtmlPagesThatWereFoundAreTaken() throws IOException {
    var saved =
        read(
            "a.warc",
            join(
                record("warcinfo", "x:", ascii("software: x\r\n"), "application/warc-fields"),
                record(
                    "request",
                    "http://a.example/1",
                    ascii("GET / HTTP/1.1\r\n\r\n"),
                    "application/http; msgtype=request"),
                page(1),
                response(
                    "http://a.example/2", "404 Not Found\r\nContent-Type: text/html", ascii("no")),
                response("http://a.example/3", "200 OK\r\nContent-Type: image/png", ascii("png")),
                record("resource", "http://a.example/4", ascii("p4"), "text/html")));
    assertThat(saved).extracting(WarcFileTest::text).containsExactly("p1", "p4");
    var page = ((Saved.PageFile) saved.getFirst()).page();
    assertThat(page.url()).isEqualTo("http://a.example/1");
    assertThat(page.contentType()).isEqualTo("text/html");
    assertThat(page.fetched()).isEqualTo(Instant.parse("2025-07-11T12:00:00Z"));
  }

  @Test
  void codingsAreUndone() throws IOException {
    byte[] packed = gzip(ascii("unpacked"));
    byte[] chunked =
        join(ascii(Integer.toHexString(packed.length) + "\r\n"), packed, ascii("\r\n0\r\n\r\n"));
    String head =
        "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked";
    assertThat(read("a.warc.gz", gzip(response("http://a.example/", head, chunked))))
        .extracting(WarcFileTest::text)
        .containsExactly("unpacked");
  }

  @Test
  void aFileCutInTheMiddleGivesWhatIsWholeAndThenThePlace() throws IOException {
    byte[] whole = join(gzip(page(1)), gzip(page(2)));
    byte[] third = gzip(page(3));
    for (int cut = 1; cut < third.length - 8; cut += 10) {
      var saved = read("a.warc.gz", join(whole, Arrays.copyOf(third, cut)));
      assertThat(saved).as("cut at %s", cut).hasSize(3);
      assertThat(saved.subList(0, 2)).extracting(WarcFileTest::text).containsExactly("p1", "p2");
      assertThat(((Saved.BadFile) saved.get(2)).why())
          .contains("a.warc.gz] at byte " + whole.length + ": ends in the middle");
    }
  }

  @Test
  void anUnpackedFileMayBeCutToo() throws IOException {
    byte[] two = join(page(1), page(2));
    var saved = read("a.warc", Arrays.copyOf(two, two.length - 5));
    assertThat(text(saved.getFirst())).isEqualTo("p1");
    assertThat(saved).hasSize(2);
    assertThat(saved.get(1)).isInstanceOf(Saved.BadFile.class);
  }

  @Test
  void aBombIsRefusedAndTheRestGoesOn() throws IOException {
    String head = "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip";
    byte[] bomb = response("http://a.example/", head, gzip(new byte[50_000_000]));
    var saved = read("a.warc.gz", join(gzip(bomb), gzip(page(1))));
    assertThat(((Saved.BadFile) saved.getFirst()).why()).contains("page passes the limit");
    assertThat(text(saved.get(1))).isEqualTo("p1");
  }

  @Test
  void aFileThatIsNoWarcIsRefused() {
    assertThatThrownBy(() -> read("a.warc", ascii("<html>")).getFirst())
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new WarcFile(folder.resolve("none.warc"), LIMIT_BYTES))
        .isInstanceOf(Refusal.class);
  }
}
