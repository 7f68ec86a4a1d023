package org.tabadla.store;

import static org.tabadla.store.Columns.ms;
import static org.tabadla.store.Columns.text;
import static org.tabadla.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tabadla.model.Deed;
import org.tabadla.model.Journal;
import org.tabadla.model.Logged;

/// The log of deeds in rows. Writers wait for each other, so that each finds the hash it goes on
/// from.
final class SqlJournal implements Journal {
  private static final String COLUMNS =
      "select seq, room, subject, kind, at_ms, actor, body, hash from deed ";

  private final Database database;

  SqlJournal(Database database) {
    this.database = database;
  }

  @Override
  public List<Logged> add(List<Deed> deeds) {
    return database.change(sql -> {
      Logged last =
          sql.first(COLUMNS + "order by seq desc limit 1", SqlJournal::toLogged).orElse(null);
      String hash = last == null ? Logged.BEGINNING : last.hash();
      long seq = last == null ? 0 : last.seq();
      List<Logged> out = new ArrayList<>();
      for (Deed deed : deeds) {
        Logged logged = Logged.after(hash, ++seq, deed);
        insert(sql, logged);
        out.add(logged);
        hash = logged.hash();
      }
      return out;
    });
  }

  private static void insert(Sql sql, Logged logged) throws SQLException {
    Deed deed = logged.deed();
    sql.update(
        "insert into deed (seq, room, subject, kind, at_ms, actor, body, hash)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        logged.seq(),
        deed.room(),
        deed.subject(),
        deed.kind(),
        ms(deed.at()),
        deed.actor(),
        deed.body(),
        logged.hash());
  }

  @Override
  public long newestSeq() {
    return database.read(sql ->
        sql.first("select seq from deed order by seq desc limit 1", row -> row.getLong("seq"))
            .orElse(0L));
  }

  @Override
  public List<Logged> since(String room, long after) {
    return database.read(sql ->
        sql.list(
            COLUMNS + "where room = ? and seq > ? order by seq limit ?",
            SqlJournal::toLogged,
            room,
            after,
            MOST_ENTRIES));
  }

  @Override
  public List<Logged> all(long after) {
    return database.read(sql ->
        sql.list(
            COLUMNS + "where seq > ? order by seq limit ?",
            SqlJournal::toLogged,
            after,
            MOST_ENTRIES));
  }

  @Override
  public List<Logged> of(String room, String subject) {
    return database
        .read(sql ->
            sql.list(
                COLUMNS + "where room = ? and subject = ? order by seq desc limit ?",
                SqlJournal::toLogged,
                room,
                subject,
                MOST_ENTRIES))
        .reversed();
  }

  @Override
  public List<Logged> newest(String room, int limit) {
    return database.read(sql ->
        sql.list(
            COLUMNS + "where room = ? order by seq desc limit ?",
            SqlJournal::toLogged,
            room,
            limit));
  }

  @Override
  public List<Logged> newestOf(String room, String actor, int limit) {
    return database.read(sql ->
        sql.list(
            COLUMNS + "where room = ? and actor = ? order by seq desc limit ?",
            SqlJournal::toLogged,
            room,
            actor,
            limit));
  }

  private static Logged toLogged(ResultSet row) throws SQLException {
    var deed =
        new Deed(
            text(row, "room"),
            text(row, "subject"),
            text(row, "kind"),
            time(row, "at_ms"),
            text(row, "actor"),
            text(row, "body"));
    return new Logged(row.getLong("seq"), deed, text(row, "hash"));
  }
}
