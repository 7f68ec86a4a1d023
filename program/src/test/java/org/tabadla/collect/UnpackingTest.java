package org.tabadla.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnpackingTest {
  private static final int LIMIT_BYTES = 10_000;
  private static final String TEXT = "<p>packed</p>".repeat(50);

  /// TEXT, and fifty million zeros, as another brotli implementation packs them.
  private static final byte[] BROTLI =
      Base64.getDecoder().decode("G4kC+B0HbszFbpsb5zUcz1rZfBkjK5+wKDAa+EbYdwA=");

  private static final byte[] BROTLI_BOMB =
      Base64.getDecoder()
          .decode(
              "y///P/gnAOKxQCD3/o///3/wTwDEYRGA7v0f////4J8AiMMCAN37P/7//8E/ARCHBQC693/8//+DfwIg"
                  + "DgsAdO//8g9eD/8EQBwWAOig6wE=");

  private static String unpacked(byte[] body, @Nullable String coding) throws IOException {
    return new String(
        Unpacking.read(new ByteArrayInputStream(body), coding, LIMIT_BYTES),
        StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] body) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(out)) {
      packing.write(body);
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] body, boolean bare) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflater = new Deflater(9, bare);
        var packing = new DeflaterOutputStream(out, deflater)) {
      packing.write(body);
    }
    return out.toByteArray();
  }

  private static byte[] text() {
    return TEXT.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyCodingIsUndone() throws IOException {
    assertThat(unpacked(text(), null)).isEqualTo(TEXT);
    assertThat(unpacked(text(), "identity")).isEqualTo(TEXT);
    assertThat(unpacked(gzip(text()), "GZIP")).isEqualTo(TEXT);
    assertThat(unpacked(deflate(text(), false), "deflate")).isEqualTo(TEXT);
    assertThat(unpacked(deflate(text(), true), "deflate")).isEqualTo(TEXT);
    assertThat(unpacked(BROTLI, "br")).isEqualTo(TEXT);
    assertThat(unpacked(gzip(BROTLI), "br, gzip")).isEqualTo(TEXT);
  }

  @Test
  void aPackedFileIsUnpackedThoughNoHeaderSaysSo() throws IOException {
    assertThat(unpacked(gzip(text()), null)).isEqualTo(TEXT);
  }

  @Test
  void bombsOfEveryKindStopAtTheLimit() throws IOException {
    byte[] zeros = new byte[50_000_000];
    for (String coding : new String[] {"gzip", "deflate", "br", "br, br", "none"}) {
      byte[] bomb =
          switch (coding) {
            case "gzip" -> gzip(gzip(zeros));
            case "deflate" -> deflate(zeros, false);
            case "br" -> BROTLI_BOMB;
            default -> gzip(new byte[LIMIT_BYTES * 50]);
          };
      if (coding.equals("br, br")) {
        assertThatThrownBy(() -> unpacked(bomb, coding)).isInstanceOf(IOException.class);
      } else {
        assertThatThrownBy(() -> unpacked(bomb, coding)).isInstanceOf(Unpacking.TooLarge.class);
      }
    }
  }

  @Test
  void exactlyTheLimitIsFine() throws IOException {
    assertThat(unpacked(new byte[LIMIT_BYTES], null)).hasSize(LIMIT_BYTES);
    assertThatThrownBy(() -> unpacked(new byte[LIMIT_BYTES + 1], null))
        .isInstanceOf(Unpacking.TooLarge.class);
  }
}
