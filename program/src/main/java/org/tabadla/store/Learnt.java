package org.tabadla.store;

import static org.tabadla.store.Columns.ms;
import static org.tabadla.store.Columns.text;
import static org.tabadla.store.Columns.textOrNull;
import static org.tabadla.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Bytes;
import org.tabadla.model.SourceId;
import org.tabadla.store.Store.Cursor;
import org.tabadla.store.Store.Rereading;

/// Rows of what was learnt of sites, and of what is to be read again because of it.
final class Learnt {
  private Learnt() {}

  static Optional<Bytes> memory(Sql sql, SourceId site) throws SQLException {
    return sql.first(
        "select doc from site_memory where site = ?",
        row -> new Bytes(Base64.getDecoder().decode(text(row, "doc"))),
        site.value());
  }

  static void save(Sql sql, SourceId site, Bytes memory, int again) throws SQLException {
    String doc = Base64.getEncoder().encodeToString(memory.array());
    sql.update(
        """
        insert into site_memory (site, doc, due) values (?, ?, ?)
        on conflict (site) do update set doc = excluded.doc,
          after_ms = case when excluded.due > 0 then null else site_memory.after_ms end,
          after_id = case when excluded.due > 0 then null else site_memory.after_id end,
          due = case when excluded.due > 0 then excluded.due else site_memory.due end
        """,
        site.value(),
        doc,
        again);
  }

  static List<Rereading> due(Sql sql, int limit) throws SQLException {
    return sql.list(
        "select * from site_memory where due > 0 order by site limit ?",
        Learnt::toRereading,
        limit);
  }

  private static Rereading toRereading(ResultSet row) throws SQLException {
    String id = textOrNull(row, "after_id");
    return new Rereading(
        new SourceId(text(row, "site")),
        row.getInt("due"),
        id == null ? null : new Cursor(time(row, "after_ms"), id));
  }

  /// Does nothing where the row has moved on meanwhile, as when the re-reading began anew.
  static void advance(Sql sql, Rereading from, int left, @Nullable Cursor after)
      throws SQLException {
    Cursor before = from.after();
    sql.update(
        "update site_memory set due = ?, after_ms = ?, after_id = ?"
            + " where site = ? and due = ? and coalesce(after_id, '') = ?",
        left,
        after == null ? null : ms(after.when()),
        after == null ? null : after.id(),
        from.site().value(),
        from.left(),
        before == null ? "" : before.id());
  }
}
