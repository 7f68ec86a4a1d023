package org.tabadla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.Tabadla;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.model.Deed;
import org.tabadla.model.Shelf;
import org.tabadla.store.Stores;

/// A backup holds all that cannot be derived again: a house comes back with its partners, how far
/// it had read them, and the files that its deliveries name.
class BackupTest {
  @TempDir Path folder;

  @Test
  void aHouseComesBackWithItsPartnersItsCursorsAndItsFiles() throws Exception {
    Path data = folder.resolve("data");
    Path again = folder.resolve("again");
    Files.createDirectories(data);
    String sha256 = kept(data, "a film");
    Files.createDirectories(data.resolve("files/coming"));
    Files.writeString(data.resolve("files/coming/half.part"), "half");
    var cursor = new Shelf.Paper("federation/read", "sahil/yundu", "{\"seq\":7}");
    try (var store = Stores.open("jdbc:sqlite:" + data.resolve("tabadla.db"))) {
      store.shelf().put(cursor);
      store
          .journal()
          .add(
              new Deed(
                  "federation",
                  "sahil/yundu",
                  "partnered",
                  java.time.Instant.EPOCH,
                  "sahil.desk",
                  "{\"home\":\"https://yundu.example\"}"));
    }
    assertThat(run("backup", folder.resolve("all.zip").toString(), "--data", data.toString()))
        .isZero();
    assertThat(run("restore", folder.resolve("all.zip").toString(), "--data", again.toString()))
        .isZero();
    assertThat(new Vault(again.resolve("files")).isWhole(sha256)).isTrue();
    assertThat(again.resolve("files/coming")).doesNotExist();
    try (var store = Stores.open("jdbc:sqlite:" + again.resolve("tabadla.db"))) {
      assertThat(store.shelf().get("federation/read", "sahil/yundu")).contains(cursor);
      assertThat(store.journal().of("federation", "sahil/yundu")).hasSize(1);
    }
  }

  @Test
  void theFilesAreLeftOutWhereThatIsAskedFor() throws Exception {
    Path data = folder.resolve("data");
    Files.createDirectories(data);
    String sha256 = kept(data, "a film");
    Stores.open("jdbc:sqlite:" + data.resolve("tabadla.db")).close();
    String file = folder.resolve("small.zip").toString();
    Path again = folder.resolve("again");
    assertThat(run("backup", "--without-files", file, "--data", data.toString())).isZero();
    assertThat(run("restore", file, "--data", again.toString())).isZero();
    assertThat(new Vault(again.resolve("files")).file(sha256)).isEmpty();
  }

  @Test
  void aFileThatClimbsOutIsRefused() throws Exception {
    for (String name :
        new String[] {"files/../../x", "files/aa/x", "files/" + "a".repeat(64), "/etc/x"}) {
      Path file = folder.resolve("bad.zip");
      try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zip.putNextEntry(new ZipEntry(name));
        zip.closeEntry();
      }
      Path again = folder.resolve("again");
      assertThat(run("restore", file.toString(), "--data", again.toString())).as(name).isEqualTo(2);
    }
  }

  private static String kept(Path data, String content) throws Exception {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    var taken = new Vault(data.resolve("files")).take(new ByteArrayInputStream(bytes), 100);
    return ((Vault.Taken.Whole) taken).kept().sha256();
  }

  private static int run(String... args) {
    var said = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Commands.line(
            Tabadla.rooms(), new ByteArrayInputStream(new byte[0]), new Said(said, said))
        .execute(args);
  }
}
