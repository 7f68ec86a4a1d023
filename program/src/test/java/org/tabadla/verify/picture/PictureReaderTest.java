package org.tabadla.verify.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.tabadla.verify.picture.PictureReader.Look;

/// How pictures look, and what happens to bytes that want to do harm.
class PictureReaderTest {
  private static long hash(byte[] picture) {
    Look look = PictureReader.look(picture);
    assertThat(look).isInstanceOf(Look.Seen.class);
    return ((Look.Seen) look).hash().orElseThrow();
  }

  private static int farthest(long seed) {
    BufferedImage scene = Drawn.scene(seed, 800, 450);
    long own = hash(Drawn.png(scene));
    List<byte[]> others =
        List.of(
            Drawn.jpeg(scene, 0.9f),
            Drawn.jpeg(scene, 0.25f),
            Drawn.jpeg(Drawn.scaled(scene, 400, 225), 0.5f),
            Drawn.png(Drawn.scaled(scene, 1_600, 900)),
            Drawn.jpeg(Drawn.signed(scene), 0.6f));
    return others.stream().mapToInt(o -> NearHashes.distance(own, hash(o))).max().orElseThrow();
  }

  @Test
  void aPictureThatWasScaledCompressedOrSignedIsKnownAgain() {
    int known = 0;
    for (long seed = 0; seed < 20; seed++) {
      known += farthest(seed) <= NearHashes.RADIUS ? 1 : 0;
    }
    assertThat(known).isGreaterThanOrEqualTo(17);
  }

  @Test
  void picturesThatHaveNothingToDoWithEachOtherAreKeptApart() {
    long[] hashes = new long[120];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = hash(Drawn.png(Drawn.scene(1_000 + i, 320, 180)));
    }
    int alike = 0;
    for (int i = 0; i < hashes.length; i++) {
      for (int j = 0; j < i; j++) {
        alike += NearHashes.distance(hashes[i], hashes[j]) <= NearHashes.RADIUS ? 1 : 0;
      }
    }
    assertThat(alike).isZero();
  }

  @Test
  void aPlainPictureHasNoHashAndIsNotTakenForEveryOtherPlainOne() {
    var plain = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
    assertThat(PictureReader.look(Drawn.png(plain)))
        .isInstanceOfSatisfying(Look.Seen.class, seen -> assertThat(seen.hash()).isEmpty());
    var dot = Drawn.scene(1, 16, 16);
    assertThat(PictureReader.look(Drawn.png(dot)))
        .isInstanceOfSatisfying(Look.Seen.class, seen -> assertThat(seen.hash()).isEmpty());
  }

  @Test
  void aLongPictureIsKnownAgainBySomeOfItsPoints() {
    BufferedImage scene = Drawn.scene(4, 9_000, 1_200);
    long whole = hash(Drawn.png(scene));
    long small = hash(Drawn.png(Drawn.scaled(scene, 900, 120)));
    assertThat(NearHashes.distance(whole, small)).isLessThanOrEqualTo(NearHashes.RADIUS);
  }

  /// Some kilobytes that say they are a picture of 50,000 × 50,000 points.
  @Test
  void aDecompressionBombIsNotDecoded() throws Exception {
    byte[] bomb = png(50_000, 50_000, new byte[1_000_000]);
    assertThat(bomb.length).isLessThan(10_000);
    assertThat(PictureReader.look(bomb))
        .isInstanceOfSatisfying(
            Look.Blind.class, blind -> assertThat(blind.why()).contains("50000"));
    assertThat(PictureReader.look(png(6_000, 6_000, new byte[1_000])))
        .isInstanceOf(Look.Blind.class);
  }

  private static byte[] png(int width, int height, byte[] rows) throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      deflater.write(rows);
    }
    var out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    byte[] head =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    out.write(chunk("IHDR", head));
    out.write(chunk("IDAT", packed.toByteArray()));
    out.write(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  private static byte[] chunk(String name, byte[] body) {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(type);
    crc.update(body);
    return ByteBuffer.allocate(12 + body.length)
        .putInt(body.length)
        .put(type)
        .put(body)
        .putInt((int) crc.getValue())
        .array();
  }

  @Test
  void aJpegOfThousandsOfScansIsNotDecoded() {
    byte[] picture = Drawn.jpeg(Drawn.scene(3, 200, 100), 0.5f);
    var out = new ByteArrayOutputStream();
    out.writeBytes(picture);
    for (int i = 0; i < 5_000; i++) {
      out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0});
    }
    assertThat(PictureReader.look(out.toByteArray())).isInstanceOf(Look.Blind.class);
  }

  @Test
  void whatIsNoPictureIsNotDecodedWhateverItIsCalled() {
    for (String text : List.of("", "<svg onload=alert(1)>", "GIF8", "BM1234", "%PDF-1.7", "RIFF")) {
      assertThat(PictureReader.look(text.getBytes(StandardCharsets.UTF_8)))
          .as(text)
          .isInstanceOf(Look.Blind.class);
    }
    assertThat(PictureReader.look(new byte[PictureReader.MOST_BYTES + 1]))
        .isInstanceOf(Look.Blind.class);
  }

  @Test
  void brokenBytesAreToldNotThrown() {
    var random = new Random(5);
    for (byte[] whole :
        List.of(Drawn.png(Drawn.scene(7, 120, 90)), Drawn.jpeg(Drawn.scene(8, 120, 90), 0.7f))) {
      for (int i = 0; i < 300; i++) {
        byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
        for (int j = 0; j < 5; j++) {
          broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        }
        assertThat(PictureReader.look(broken)).isNotNull();
      }
    }
  }
}
