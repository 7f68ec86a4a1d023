package org.tabadla.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.tabadla.model.Refusal;

/// Opens the store that a URL names and brings its schema up to date.
public final class Stores {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRES = "jdbc:postgresql:";

  private static final int READERS = 4;
  private static final int BUSY_TIMEOUT_MS = 15_000;
  private static final int CONNECT_TIMEOUT_MS = 10_000;
  private static final int CACHE_KIB = 8 * 1024;

  private Stores() {}

  /// @param jdbcUrl `jdbc:sqlite:/path/tabadla.db` (made when it is not there) or
  ///   `jdbc:postgresql://host/database?user=…&password=…`
  /// @throws Refusal when the URL is of neither kind, the database cannot be reached, or it was
  ///   written by a newer program
  public static Store open(String jdbcUrl) {
    return open(jdbcUrl, Excerpter.PLAIN);
  }

  /// @param excerpter makes the excerpts that listings show; called once for each saved version
  public static Store open(String jdbcUrl, Excerpter excerpter) {
    Database database = connect(jdbcUrl);
    try {
      Migrations.bringUpToDate(database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return new SqlStore(database, excerpter);
  }

  private static Database connect(String url) {
    if (url.startsWith(SQLITE)) {
      return sqlite(url);
    }
    if (url.startsWith(POSTGRES)) {
      String name = withoutSecrets(url);
      return new Database(
          name,
          null,
          pool("tabadla-writer", 1, url, null),
          pool("tabadla-reader", READERS, url, null));
    }
    throw new Refusal(
        "[store] no database of this kind: " + withoutSecrets(url),
        "Give jdbc:sqlite:/path/tabadla.db or jdbc:postgresql://host/database.");
  }

  private static Database sqlite(String url) {
    String path = url.substring(SQLITE.length());
    if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
      throw new Refusal(
          "[store] SQLite wants a plain path: " + url, "Give jdbc:sqlite:/path/tabadla.db.");
    }
    Path file = Path.of(path).toAbsolutePath();
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new Refusal(
          "[store] cannot make the folder of " + file + ": " + e.getMessage(),
          "Choose a folder that may be written.");
    }
    HikariDataSource writer = pool("tabadla-writer", 1, url, sqliteSource(url, true));
    return new Database(
        file.toString(),
        file,
        writer,
        pool("tabadla-reader", READERS, url, sqliteSource(url, false)));
  }

  private static DataSource sqliteSource(String url, boolean writes) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_TIMEOUT_MS);
    config.enforceForeignKeys(true);
    // Negative: KiB rather than pages.
    config.setCacheSize(-CACHE_KIB);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    if (writes) {
      // Takes the write lock at the start: a transaction that reads first can then not fail at its
      // first write.
      config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    }
    var source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }

  private static HikariDataSource pool(
      String name, int size, String url, @Nullable DataSource source) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(source == null ? 0 : 1);
    config.setConnectionTimeout(BUSY_TIMEOUT_MS + (long) CONNECT_TIMEOUT_MS);
    // SQLite opens or does not; a server may still be starting.
    config.setInitializationFailTimeout(source == null ? CONNECT_TIMEOUT_MS : 1);
    if (source != null) {
      config.setDataSource(source);
      // A file does not go away; connections need no renewal.
      config.setMaxLifetime(0);
      config.setIdleTimeout(0);
    } else {
      config.setJdbcUrl(url);
      var properties = new Properties();
      properties.setProperty("ApplicationName", "tabadla");
      properties.setProperty("reWriteBatchedInserts", "true");
      config.setDataSourceProperties(properties);
    }
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new Refusal(
          "[store] cannot open " + withoutSecrets(url) + ": " + rootMessage(e),
          source == null
              ? "See that PostgreSQL runs and that the URL, user and password fit."
              : "See that the path is a Tabadla database that may be written, or give another.");
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }

  /// @return the URL without its query, which may hold a password
  private static String withoutSecrets(String url) {
    int query = url.indexOf('?');
    String plain = query < 0 ? url : url.substring(0, query) + "?…";
    return plain.replaceAll("//[^/@]*@", "//…@");
  }
}
