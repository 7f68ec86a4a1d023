package org.tabadla.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tabadla.store.Samples.alone;
import static org.tabadla.store.Samples.numbered;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabadla.model.Notes;
import org.tabadla.model.Refusal;

class SqliteStoreTest extends SaidContract {
  @TempDir Path folder;

  @Override
  Store empty() {
    return again();
  }

  @Override
  Store again() {
    return Stores.open("jdbc:sqlite:" + folder.resolve("data/tabadla.db"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update deed set body = '{\"a\":2}' where seq = 2",
        "update deed set actor = 'org:other' where seq = 2",
        "update deed set at_ms = at_ms + 1 where seq = 2",
        "delete from deed where seq = 2"
      })
  void aLogThatWasTamperedWithTells(String tampering) throws SQLException {
    for (int i = 0; i < 3; i++) {
      store.journal().add(deed("verify", "claim:" + i, "{\"a\":1}"));
    }
    store.close();
    String url = "jdbc:sqlite:" + folder.resolve("data/tabadla.db");
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(tampering)).isEqualTo(1);
    }
    store = again();
    assertThat(store.journal().firstFault()).isPresent();
    assertThat(store.check()).anyMatch(line -> line.contains("log of deeds"));
  }

  @Test
  void aBackupIsAWholeStore() {
    store.save(numbered(1), Notes.NONE, alone(numbered(1)), null);
    Path copy = folder.resolve("copy.db");
    store.backup(copy);
    try (Store opened = Stores.open("jdbc:sqlite:" + copy)) {
      assertThat(opened.entry(numbered(1).id())).isPresent();
      assertThat(opened.check()).isEmpty();
    }
    assertThatThrownBy(() -> store.backup(copy))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("copy.db");
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.db"), "Dear reader, ".repeat(1_000));
    assertThatThrownBy(() -> Stores.open("jdbc:sqlite:" + file))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("letter.db");
  }

  @Test
  void aUrlOfAnotherKindIsRefusedWithoutItsPassword() {
    assertThatThrownBy(() -> Stores.open("jdbc:mysql://me:secret@host/db?password=secret"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("jdbc:mysql:")
        .hasMessageNotContaining("secret");
  }

  @Test
  void theNewestMigrationIsTheOneThatStartUpLooksFor() {
    var flyway =
        org.flywaydb.core.Flyway.configure()
            .dataSource("jdbc:sqlite:" + folder.resolve("data/tabadla.db"), null, null)
            .load();
    assertThat(flyway.info().current().getVersion().getVersion())
        .isEqualTo(String.valueOf(Migrations.NEWEST));
    assertThat(flyway.info().pending()).isEmpty();
  }

  @Test
  void theWriterWaitsForTheDisk() {
    assertThat(((SqlStore) store).pragma("synchronous")).isEqualTo("2");
    store.countView(numbered(1).id());
    assertThat(((SqlStore) store).pragma("synchronous")).isEqualTo("2");
    assertThat(((SqlStore) store).pragma("journal_mode")).isEqualTo("wal");
    assertThat(((SqlStore) store).pragma("foreign_keys")).isEqualTo("1");
  }
}
