package org.tabadla.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Refusal;

class SavedPagesTest {
  private static final int LIMIT_BYTES = 10_000;

  @TempDir Path folder;

  private List<Saved> read(Path start) {
    return StreamSupport.stream(new SavedPages(start, LIMIT_BYTES).spliterator(), false).toList();
  }

  private void save(String name, byte[] body) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, body);
  }

  private static byte[] gzip(byte[] body) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    }
    return out.toByteArray();
  }

  private static String text(Saved saved) {
    return new String(((Saved.PageFile) saved).page().body().array(), StandardCharsets.UTF_8);
  }

  @Test
  void pagesComeInTheOrderOfTheirNamesWhateverIsBetween() throws IOException {
    save("b.HTML", "b".getBytes(StandardCharsets.UTF_8));
    save("a/2.htm", "a2".getBytes(StandardCharsets.UTF_8));
    save("a/1.html.gz", gzip("a1".getBytes(StandardCharsets.UTF_8)));
    save("a/picture.jpg", new byte[] {1});
    save("c.xhtml", "c".getBytes(StandardCharsets.UTF_8));
    assertThat(read(folder)).extracting(SavedPagesTest::text).containsExactly("a1", "a2", "b", "c");
  }

  @Test
  void aPageIsAsOldAsItsFile() throws IOException {
    save("a.html", new byte[] {1});
    Instant then = Instant.parse("2025-07-11T12:00:00Z");
    Files.setLastModifiedTime(folder.resolve("a.html"), FileTime.from(then));
    var page = ((Saved.PageFile) read(folder.resolve("a.html")).getFirst()).page();
    assertThat(page.fetched()).isEqualTo(then);
    assertThat(page.url()).isNull();
  }

  @Test
  void pagesThatCannotBeReadAreNamedAndTheRestGoesOn() throws IOException {
    save("1.html", new byte[LIMIT_BYTES + 1]);
    save("2.html.gz", gzip(new byte[LIMIT_BYTES * 100]));
    byte[] packed = gzip("cut in the middle".getBytes(StandardCharsets.UTF_8));
    save("3.html.gz", java.util.Arrays.copyOf(packed, packed.length - 12));
    Files.createSymbolicLink(folder.resolve("4.html"), Path.of("/etc/passwd"));
    Files.createSymbolicLink(folder.resolve("5"), folder);
    save("6.html", "fine".getBytes(StandardCharsets.UTF_8));
    List<Saved> read = read(folder);
    assertThat(read).hasSize(6);
    assertThat(text(read.get(5))).isEqualTo("fine");
    assertThat(read.subList(0, 5))
        .extracting(s -> ((Saved.BadFile) s).why())
        .satisfiesExactly(
            why -> assertThat(why).contains("1.html] page of 10001 bytes passes the limit"),
            why -> assertThat(why).contains("2.html.gz] unpacked page passes the limit"),
            why -> assertThat(why).contains("3.html.gz] ends in the middle"),
            why -> assertThat(why).contains("4.html] symbolic link, not followed"),
            why -> assertThat(why).contains("5] symbolic link, not followed"));
  }

  @Test
  void noSuchFolderIsRefused() {
    assertThatThrownBy(() -> read(folder.resolve("none")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no such folder");
  }
}
