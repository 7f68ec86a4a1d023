package org.tabadla.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection for the length of one piece of work. A statement that comes again (in a loop over
/// keywords, say) is prepared once.
///
/// Plain JDBC on purpose: the store's statements are few, and a mapping library cost half a second
/// of every start.
final class Sql implements AutoCloseable {
  /// Makes a value of the current row.
  @FunctionalInterface
  interface Shape<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static final char NUL = '\0';
  private static final char REPLACEMENT = '\uFFFD';

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /// @return how many rows were written
  int update(String sql, @Nullable Object... values) throws SQLException {
    return bound(sql, values).executeUpdate();
  }

  <T> List<T> list(String sql, Shape<T> shape, @Nullable Object... values) throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      List<T> list = new ArrayList<>();
      while (rows.next()) {
        list.add(shape.of(rows));
      }
      return list;
    }
  }

  <T> Optional<T> first(String sql, Shape<T> shape, @Nullable Object... values)
      throws SQLException {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      return rows.next() ? Optional.of(shape.of(rows)) : Optional.empty();
    }
  }

  /// @return the first column of the first row; 0 when there is none
  long number(String sql, @Nullable Object... values) throws SQLException {
    return first(sql, row -> row.getLong(1), values).orElse(0L);
  }

  /// Runs a statement that is no query and takes no values, such as a pragma.
  void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null) {
        statement.setNull(i + 1, Types.NULL);
      } else if (value instanceof String text) {
        // PostgreSQL has no place for U+0000 in a text.
        statement.setString(i + 1, text.indexOf(NUL) < 0 ? text : text.replace(NUL, REPLACEMENT));
      } else {
        statement.setObject(i + 1, value);
      }
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
  }
}
