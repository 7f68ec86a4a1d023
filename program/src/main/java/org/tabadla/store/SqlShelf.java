package org.tabadla.store;

import static org.tabadla.store.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Shelf;

/// The rooms' papers in rows.
final class SqlShelf implements Shelf {
  private static final int MOST_PAPERS = 10_000;

  private final Database database;

  SqlShelf(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Paper> get(String kind, String key) {
    return database.read(sql ->
        sql.first(
            "select kind, key, body from paper where kind = ? and key = ?",
            SqlShelf::toPaper,
            kind,
            key));
  }

  @Override
  public List<Paper> list(String kind, @Nullable String after, int limit) {
    return database.read(sql ->
        sql.list(
            "select kind, key, body from paper where kind = ? and key > ? order by key limit ?",
            SqlShelf::toPaper,
            kind,
            Objects.requireNonNullElse(after, ""),
            Math.clamp(limit, 0, MOST_PAPERS)));
  }

  @Override
  public void put(Paper paper) {
    database.write(sql ->
        sql.update(
            "insert into paper (kind, key, body) values (?, ?, ?)"
                + " on conflict (kind, key) do update set body = excluded.body",
            paper.kind(),
            paper.key(),
            paper.body()));
  }

  @Override
  public boolean remove(String kind, String key) {
    return database.change(
        sql -> sql.update("delete from paper where kind = ? and key = ?", kind, key) > 0);
  }

  private static Paper toPaper(ResultSet row) throws SQLException {
    return new Paper(text(row, "kind"), text(row, "key"), text(row, "body"));
  }
}
