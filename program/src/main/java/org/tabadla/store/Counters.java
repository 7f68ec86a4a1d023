package org.tabadla.store;

import java.sql.SQLException;

/// Numbers that stand in a row of their own, because counting them would read a whole table.
final class Counters {
  static final String LOG = "log";
  static final String ARTICLES = "articles";
  static final String STORIES = "stories";

  /// How far the log was matched with the standing queries.
  static final String WATCHED = "watched";

  /// How often the list of standing queries was changed.
  static final String WATCHES = "watches";

  private Counters() {}

  static void add(Sql sql, String name, int more) throws SQLException {
    if (more != 0) {
      sql.update("update counter set value = value + ? where name = ?", more, name);
    }
  }

  /// @return the counter's next value; nobody else gets the same, since writers wait for each other
  static long next(Sql sql, String name) throws SQLException {
    add(sql, name, 1);
    return value(sql, name);
  }

  static long value(Sql sql, String name) throws SQLException {
    return sql.number("select value from counter where name = ?", name);
  }
}
