package org.tabadla.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Refusal;

/// The connections: one that writes and some that read. Work that writes is one transaction, begun
/// with the write lock in hand, so that what it reads cannot change under it.
final class Database implements AutoCloseable {
  /// A piece of work on one connection.
  @FunctionalInterface
  interface Work<T> {
    T on(Sql sql) throws SQLException;
  }

  /// A piece of work that gives nothing back.
  @FunctionalInterface
  interface Task {
    void on(Sql sql) throws SQLException;
  }

  /// Any number; one lock for all programs that write to one PostgreSQL database.
  private static final String POSTGRES_WRITE_LOCK = "select pg_advisory_xact_lock(8116697)";

  // SQLite's primary result codes, https://sqlite.org/rescode.html
  private static final int BUSY = 5;
  private static final int READ_ONLY = 8;
  private static final int IO_ERROR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;
  private static final int NOT_A_DATABASE = 26;
  private static final int PRIMARY_CODE_MASK = 0xFF;

  private final String name;
  private final @Nullable Path file;
  private final HikariDataSource writer;
  private final HikariDataSource readers;
  private final ReentrantLock writing = new ReentrantLock(true);

  /// @param file of SQLite; null on PostgreSQL
  Database(String name, @Nullable Path file, HikariDataSource writer, HikariDataSource readers) {
    this.name = name;
    this.file = file;
    this.writer = writer;
    this.readers = readers;
  }

  boolean isSqlite() {
    return file != null;
  }

  /// For Flyway, which on PostgreSQL wants several connections at once.
  HikariDataSource forMigration() {
    return isSqlite() ? writer : readers;
  }

  <T> T read(Work<T> work) {
    try (Connection connection = readers.getConnection();
        Sql sql = new Sql(connection)) {
      return work.on(sql);
    } catch (SQLException e) {
      throw trouble(e);
    }
  }

  void write(Task task) {
    change(sql -> {
      task.on(sql);
      return true;
    });
  }

  /// Like {@link #write}, with something to give back. Returns when the change would survive a loss
  /// of power.
  <T> T change(Work<T> work) {
    writing.lock();
    try (Connection connection = writer.getConnection()) {
      connection.setAutoCommit(false);
      return committed(connection, work);
    } catch (SQLException e) {
      throw trouble(e);
    } finally {
      writing.unlock();
    }
  }

  private <T> T committed(Connection connection, Work<T> work) throws SQLException {
    boolean done = false;
    try (Sql sql = new Sql(connection)) {
      if (!isSqlite()) {
        sql.first(POSTGRES_WRITE_LOCK, row -> true);
      }
      T result = work.on(sql);
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        connection.rollback();
      }
    }
  }

  /// A change that may be lost with the power, but not with the program: SQLite hands it to the
  /// operating system without waiting for the disk.
  void writeLightly(Task task) {
    if (!isSqlite()) {
      write(task);
      return;
    }
    writing.lock();
    try (Connection connection = writer.getConnection();
        Sql sql = new Sql(connection)) {
      sql.run("pragma synchronous = normal");
      try {
        task.on(sql);
      } finally {
        sql.run("pragma synchronous = full");
      }
    } catch (SQLException e) {
      throw trouble(e);
    } finally {
      writing.unlock();
    }
  }

  /// @return the value of a pragma of SQLite on the connection that writes
  String setting(String pragma) {
    writing.lock();
    try (Connection connection = writer.getConnection();
        Sql sql = new Sql(connection)) {
      return sql.first("pragma " + pragma, row -> row.getString(1)).orElse("");
    } catch (SQLException e) {
      throw trouble(e);
    } finally {
      writing.unlock();
    }
  }

  /// @return what to throw: a refusal where the operator can help, a bug otherwise
  RuntimeException trouble(SQLException e) {
    String said = "[store] " + name + ": " + firstLine(e);
    if (!isSqlite()) {
      String state = e.getSQLState();
      boolean reach = state != null && (state.startsWith("08") || state.startsWith("28"));
      return reach
          ? new Refusal(said, "See that PostgreSQL runs and that the URL, user and password fit.")
          : new IllegalStateException(said, e);
    }
    return switch (e.getErrorCode() & PRIMARY_CODE_MASK) {
      case BUSY -> new Refusal(said, "Another program writes to it: end that one, or wait.");
      case FULL -> new Refusal(said, "The disk is full: make room and start again.");
      case READ_ONLY, CANNOT_OPEN, IO_ERROR ->
          new Refusal(said, "See that the folder exists, is on a sound disk and may be written.");
      case CORRUPT, NOT_A_DATABASE ->
          new Refusal(said, "Restore a backup, or move the file away and run rebuild.");
      default -> new IllegalStateException(said, e);
    };
  }

  private static String firstLine(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
