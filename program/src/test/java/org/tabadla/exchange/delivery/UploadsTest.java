package org.tabadla.exchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.exchange.Newsrooms.Ticking;
import org.tabadla.model.Digest;
import org.tabadla.people.OrganisationId;

class UploadsTest {
  private static final OrganisationId SAHIL = new OrganisationId("sahil");
  private static final OrganisationId YUNDU = new OrganisationId("yundu");
  private static final Duration KEPT = Duration.ofDays(2);

  @TempDir Path folder;
  private final Ticking clock = new Ticking();
  private Vault vault;
  private Uploads uploads;

  @BeforeEach
  void open() {
    vault = new Vault(folder.resolve("files"));
    uploads = anew();
  }

  /// As after a restart.
  private Uploads anew() {
    return new Uploads(vault, new Uploads.Limits(1_000_000, 3, KEPT), clock);
  }

  @Test
  void aFileComesInPiecesAndIsKeptUnderItsHash() throws IOException {
    Upload upload = begin(11);
    assertThat(write(upload, "hello", 0)).isEqualTo(new Written.Reached(upload, 5));
    assertThat(uploads.whole(upload)).isEmpty();
    Written last = write(upload, " world", 5);
    assertThat(last).isInstanceOf(Written.Reached.class);
    Vault.Kept kept = uploads.whole(upload).orElseThrow();
    assertThat(kept).isEqualTo(new Vault.Kept(hash("hello world"), 11));
    assertThat(vault.isWhole(kept.sha256())).isTrue();
    assertThat(uploads.offset(upload)).isEqualTo(11);
  }

  @Test
  void anEmptyFileIsWholeAtOnce() throws IOException {
    assertThat(uploads.whole(begin(0))).contains(new Vault.Kept(hash(""), 0));
  }

  @Test
  void aRestartFindsEveryByteAndTheRightHash() throws IOException {
    byte[] film = new byte[700_001];
    new Random(3).nextBytes(film);
    Upload upload = begin(film.length);
    uploads.write(upload, new ByteArrayInputStream(film, 0, 300_000), 0, null);
    uploads = anew();
    Upload again = uploads.find(upload.id(), SAHIL).orElseThrow();
    assertThat(uploads.offset(again)).isEqualTo(300_000);
    uploads.write(again, new ByteArrayInputStream(film, 300_000, 100_000), 300_000, null);
    uploads = anew();
    uploads.write(again, new ByteArrayInputStream(film, 400_000, 300_001), 400_000, null);
    assertThat(uploads.whole(again)).contains(new Vault.Kept(Digest.sha256(film), film.length));
    uploads = anew();
    assertThat(uploads.whole(uploads.find(upload.id(), SAHIL).orElseThrow())).isPresent();
  }

  /// A process that dies after the paper named the digest and before the file moved.
  @Test
  void aFileThatWasNotMovedYetIsMovedLater() throws IOException {
    Upload upload = begin(5);
    write(upload, "hello", 0);
    Path kept = vault.file(hash("hello")).orElseThrow();
    Files.move(kept, folder.resolve("files/coming").resolve(upload.id() + ".part"));
    uploads = anew();
    assertThat(uploads.whole(uploads.find(upload.id(), SAHIL).orElseThrow())).isPresent();
    assertThat(kept).exists();
  }

  @Test
  void whatASenderSentBeforeItWentAwayIsKept() throws IOException {
    Upload upload = begin(11);
    assertThat(uploads.write(upload, breaking("hello w"), 0, null))
        .isEqualTo(new Written.BrokenOff(7));
    assertThat(write(upload, "orld", 7)).isInstanceOf(Written.Reached.class);
    assertThat(uploads.whole(upload)).contains(new Vault.Kept(hash("hello world"), 11));
  }

  @Test
  void aPieceMustBeginWhereTheFileEnds() throws IOException {
    Upload upload = begin(11);
    write(upload, "hello", 0);
    assertThat(write(upload, "hello", 0)).isEqualTo(new Written.OtherOffset(5));
    assertThat(write(upload, "orld", 7)).isEqualTo(new Written.OtherOffset(5));
  }

  @Test
  void nothingGoesBeyondTheEnd() throws IOException {
    Upload upload = begin(4);
    assertThat(write(upload, "hello", 0)).isInstanceOf(Written.TooMuch.class);
    assertThat(uploads.offset(upload)).isLessThanOrEqualTo(4);
  }

  @Test
  void aPieceThatIsNotItsChecksumLeavesNothing() throws Exception {
    Upload upload = begin(11);
    write(upload, "hello", 0);
    Piece sum = sha1(" world");
    assertThat(uploads.write(upload, bytes(" wurld"), 5, sum))
        .isInstanceOf(Written.WrongChecksum.class);
    assertThat(uploads.offset(upload)).isEqualTo(5);
    assertThat(uploads.write(upload, breaking(" wor"), 5, sum)).isEqualTo(new Written.BrokenOff(5));
    assertThat(uploads.write(upload, bytes(" world"), 5, sum)).isInstanceOf(Written.Reached.class);
    assertThat(uploads.whole(upload)).contains(new Vault.Kept(hash("hello world"), 11));
  }

  /// A process that dies within a piece that has a checksum: the mark says where it began.
  @Test
  void anUncheckedPieceIsCutOffAfterARestart() throws IOException {
    Upload upload = begin(11);
    write(upload, "hello", 0);
    Path part = folder.resolve("files/coming").resolve(upload.id() + ".part");
    Files.writeString(part, "hello wur");
    Files.writeString(part.resolveSibling(upload.id() + ".part.mark"), "5");
    uploads = anew();
    assertThat(uploads.offset(upload)).isEqualTo(5);
    assertThat(write(upload, " world", 5)).isInstanceOf(Written.Reached.class);
    assertThat(uploads.whole(upload)).contains(new Vault.Kept(hash("hello world"), 11));
  }

  @Test
  void anIdOpensNothingToAnotherOrganisation() throws IOException {
    Upload upload = begin(5);
    assertThat(uploads.find(upload.id(), YUNDU)).isEmpty();
    assertThat(uploads.find(upload.id(), SAHIL)).isPresent();
    assertThat(uploads.find("../" + upload.id(), SAHIL)).isEmpty();
  }

  @Test
  void sizesAndCountsHaveLimits() throws IOException {
    assertThat(uploads.begin(SAHIL, "f", "video/mp4", 1_000_001, ""))
        .isEqualTo(new Uploads.Begun.TooLarge(1_000_000));
    begin(1);
    begin(1);
    Upload third = begin(1);
    assertThat(uploads.begin(SAHIL, "f", "video/mp4", 1, ""))
        .isEqualTo(new Uploads.Begun.TooMany(3));
    assertThat(uploads.begin(YUNDU, "f", "video/mp4", 1, ""))
        .isInstanceOf(Uploads.Begun.Open.class);
    uploads.end(third);
    assertThat(begin(1)).isNotNull();
  }

  @Test
  void whatExpiredIsSweptAndWhatWasDeliveredStays() throws IOException {
    Upload half = begin(11);
    write(half, "hello", 0);
    Upload whole = begin(2);
    write(whole, "hi", 0);
    clock.pass(KEPT);
    assertThat(uploads.find(half.id(), SAHIL)).isEmpty();
    assertThat(uploads.sweep()).isEqualTo(2);
    try (var left = Files.list(folder.resolve("files/coming"))) {
      assertThat(left).isEmpty();
    }
    assertThat(vault.file(hash("hi"))).isPresent();
  }

  @Test
  void whatNobodyKnowsIsThrownAwayAtTheStart() throws IOException {
    Upload upload = begin(5);
    Path coming = folder.resolve("files/coming");
    Files.writeString(coming.resolve("form-123.part"), "left by a process that died");
    uploads = anew();
    assertThat(coming.resolve("form-123.part")).doesNotExist();
    assertThat(uploads.offset(upload)).isZero();
  }

  private Upload begin(long length) throws IOException {
    var begun = uploads.begin(SAHIL, "film.mp4", "video/mp4", length, "");
    return ((Uploads.Begun.Open) begun).upload();
  }

  private Written write(Upload upload, String text, long at) throws IOException {
    return uploads.write(upload, bytes(text), at, null);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream breaking(String text) {
    InputStream in = bytes(text);
    return new InputStream() {
      @Override
      public int read() throws IOException {
        int b = in.read();
        if (b < 0) {
          throw new IOException("connection reset");
        }
        return b;
      }

      @Override
      public int read(byte[] to, int from, int most) throws IOException {
        int n = in.read(to, from, most);
        if (n < 0) {
          throw new IOException("connection reset");
        }
        return n;
      }
    };
  }

  private static @Nullable Piece sha1(String text) throws Exception {
    byte[] sum = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    return Piece.read("sha1 " + Base64.getEncoder().encodeToString(sum)).orElseThrow();
  }

  private static String hash(String text) {
    return Digest.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
