package org.tabadla.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Refusal;

class PostgresStoreTest extends SaidContract {
  private static @Nullable PostgresCluster cluster;

  @BeforeAll
  static void startServer() {
    cluster = PostgresCluster.start().orElse(null);
    assumeTrue(
        cluster != null,
        "No PostgreSQL (initdb, postgres, pg_ctl) in PATH or /usr/lib/postgresql: not tried on it.");
  }

  @AfterAll
  static void stopServer() {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static String url() {
    if (cluster == null) {
      throw new IllegalStateException("no server");
    }
    return cluster.url();
  }

  @Override
  Store empty() {
    try (var connection = DriverManager.getConnection(url());
        var statement = connection.createStatement()) {
      statement.execute("drop schema public cascade");
      statement.execute("create schema public");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return again();
  }

  @Override
  Store again() {
    return Stores.open(url());
  }

  @Test
  void aBackupIsLeftToPostgresOwnTools() {
    assertThatThrownBy(() -> store.backup(Path.of("x.db")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("PostgreSQL");
  }
}
