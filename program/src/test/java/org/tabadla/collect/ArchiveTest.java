package org.tabadla.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import org.tabadla.model.Refusal;

class ArchiveTest {
  private static final Instant NOW = Instant.parse("2025-07-11T12:00:00.123456789Z");

  private static final int CUT_STEP_BYTES = 9;

  @TempDir Path folder;

  private Archive open() {
    return new Archive(folder, () -> NOW);
  }

  private static Page page(@Nullable String url, String body) {
    return new Page(url, url == null ? null : "text/html; charset=utf-8", bytes(body), NOW);
  }

  private static Bytes bytes(String body) {
    return new Bytes(body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Archived> all(Archive archive) {
    var all = new ArrayList<Archived>();
    try (var reading = archive.readAll()) {
      reading.forEachRemaining(all::add);
    }
    return all;
  }

  private Path lastFile() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".warc.gz")).sorted().toList().getLast();
    }
  }

  @Test
  void whatIsKeptComesBackAsItWas() {
    var fetched = page("https://a.example/1?x=|y", "خبر");
    var saved = page(null, "<p>saved</p>");
    var untyped = new Page("https://a.example/2", null, Bytes.EMPTY, NOW);
    try (var archive = open()) {
      String one = archive.write(fetched, 203, Map.of("source", "ڈیلی"));
      String two = archive.write(saved, 200, Map.of());
      String three = archive.append(untyped, 200, Map.of());
      assertThat(archive.read(one))
          .isEqualTo(new Archived.Kept(one, fetched, 203, Map.of("source", "ڈیلی")));
      assertThat(archive.read(two).page()).isEqualTo(saved);
      assertThat(archive.read(three).page()).isEqualTo(untyped);
      assertThat(all(archive)).extracting(Archived::record).containsExactly(one, two, three);
    }
  }

  @Test
  void aReopenedArchiveGoesOnWhereItEnded() {
    try (var archive = open()) {
      archive.write(page("https://a.example/1", "1"), 200, Map.of());
    }
    try (var archive = open()) {
      archive.write(page("https://a.example/2", "2"), 200, Map.of());
      assertThat(all(archive)).hasSize(2).allMatch(a -> a instanceof Archived.Kept);
    }
  }

  @Test
  void aHalfWrittenRecordIsCutOffWhereverItBreaks() throws IOException {
    String kept;
    try (var archive = open()) {
      kept = archive.write(page("https://a.example/1", "one"), 200, Map.of());
    }
    byte[] mark = Files.readAllBytes(folder.resolve("synced"));
    Path file = lastFile();
    byte[] whole = Files.readAllBytes(file);
    try (var archive = open()) {
      archive.append(page("https://a.example/2", "two"), 200, Map.of());
    }
    byte[] longer = Files.readAllBytes(file);
    for (int cut = whole.length + 1; cut < longer.length; cut += CUT_STEP_BYTES) {
      Files.write(file, java.util.Arrays.copyOf(longer, cut));
      Files.write(folder.resolve("synced"), mark);
      try (var archive = open()) {
        assertThat(Files.size(file)).as("cut at %s", cut).isEqualTo(whole.length);
        String next = archive.write(page("https://a.example/3", "three"), 200, Map.of());
        assertThat(all(archive)).extracting(Archived::record).containsExactly(kept, next);
      }
    }
  }

  @Test
  void damageToWhatWasMadeSureOfIsNotCutOff() throws IOException {
    String first;
    String last;
    try (var archive = open()) {
      first = archive.write(page("https://a.example/1", "one"), 200, Map.of());
      archive.write(page("https://a.example/2", "two ".repeat(500)), 200, Map.of());
      last = archive.write(page("https://a.example/3", "three"), 200, Map.of());
    }
    Path file = lastFile();
    long size = Files.size(file);
    try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
      raw.setLength(size - 1);
    }
    try (var archive = open()) {
      assertThat(Files.size(file)).isEqualTo(size - 1);
      String next = archive.write(page("https://a.example/4", "four"), 200, Map.of());
      assertThat(next).startsWith("tabadla-000002-");
      assertThat(archive.read(first).page().body()).isEqualTo(bytes("one"));
      assertThat(all(archive)).hasSize(4);
      assertThat(all(archive).get(2)).isInstanceOf(Archived.Damaged.class);
      assertThat(all(archive).getLast().record()).isEqualTo(next);
    }
    assertThat(last).startsWith("tabadla-000001-");
  }

  @Test
  void fullFilesAreRolledAndReadInOrder() throws IOException {
    try (var archive = new Archive(folder, () -> NOW, 2_000)) {
      var records = new ArrayList<String>();
      for (int i = 0; i < 20; i++) {
        records.add(archive.append(page("https://a.example/" + i, "page " + i), 200, Map.of()));
      }
      archive.sync();
      assertThat(all(archive)).extracting(Archived::record).containsExactlyElementsOf(records);
      assertThat(records.getLast()).doesNotStartWith("tabadla-000001-");
    }
  }

  @Test
  void manyThreadsWriteAtOnce() throws Exception {
    try (var archive = new Archive(folder, () -> NOW, 20_000);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var written = new ArrayList<Future<String>>();
      for (int i = 0; i < 200; i++) {
        Page page = page("https://a.example/" + i, "page " + i);
        written.add(threads.submit(() -> archive.write(page, 200, Map.of())));
      }
      for (int i = 0; i < written.size(); i++) {
        assertThat(archive.read(written.get(i).get()).page().url())
            .isEqualTo("https://a.example/" + i);
      }
      assertThat(all(archive)).hasSize(200);
    }
  }

  @Test
  void aSecondWriterIsRefused() {
    try (var archive = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("another process");
      assertThat(all(archive)).isEmpty();
    }
  }

  @Test
  void namesFromOutsideReadNothingOutside() {
    try (var archive = open()) {
      assertThatThrownBy(() -> archive.read("../../etc/passwd:0")).isInstanceOf(Refusal.class);
      assertThatThrownBy(() -> archive.read("tabadla-000009-20250711.warc.gz:0"))
          .isInstanceOf(Refusal.class);
    }
  }

  @Test
  void aLineBreakInAValueBeginsNoHeader() {
    var page = new Page("https://a.example/1", "text/html\r\nX: y", bytes("x"), NOW);
    try (var archive = open()) {
      String record = archive.write(page, 200, Map.of("note", "a\r\nWARC-Type: metadata"));
      assertThat(archive.read(record).notes()).containsEntry("note", "a WARC-Type: metadata");
    }
  }
}
