package org.tabadla.store;

import static org.tabadla.store.Columns.ms;
import static org.tabadla.store.Columns.text;
import static org.tabadla.store.Columns.textOrNull;
import static org.tabadla.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Refusal;

/// Rows of standing queries.
final class Watches implements WatchRecords {
  private static final int LONGEST_LISTING = 10_000;

  private final Database database;

  Watches(Database database) {
    this.database = database;
  }

  private static int way(Way way) {
    return switch (way) {
      case WEBHOOK -> 1;
      case DIGEST -> 2;
    };
  }

  @Override
  public long changes() {
    return database.read(sql -> Counters.value(sql, Counters.WATCHES));
  }

  @Override
  public List<Watch> all() {
    return database.read(sql ->
        sql.list("select * from watch order by added_ms, id limit ?", Watches::toWatch, MOST));
  }

  @Override
  public List<Watch> of(String owner) {
    return database.read(sql ->
        sql.list(
            "select * from watch where owner = ? order by added_ms, id limit ?",
            Watches::toWatch,
            owner,
            MOST_OF_AN_OWNER));
  }

  @Override
  public Optional<Watch> watch(String id) {
    return database.read(sql -> watch(sql, id));
  }

  private static Optional<Watch> watch(Sql sql, String id) throws SQLException {
    return sql.first("select * from watch where id = ?", Watches::toWatch, id);
  }

  private static Watch toWatch(ResultSet row) throws SQLException {
    return new Watch(
        text(row, "id"),
        textOrNull(row, "owner"),
        text(row, "query"),
        text(row, "title"),
        time(row, "added_ms"),
        textOrNull(row, "webhook"),
        textOrNull(row, "secret"),
        textOrNull(row, "email"),
        row.getLong("hits"),
        textOrNull(row, "trouble"));
  }

  @Override
  public void add(Watch watch, List<ArticleId> already) {
    database.write(sql -> {
      checkRoom(sql, watch.owner());
      sql.update(
          "insert into watch (id, owner, query, title, added_ms, webhook, secret, email, hits, trouble)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?, 0, null)",
          watch.id(),
          watch.owner(),
          watch.query(),
          watch.title(),
          ms(watch.added()),
          watch.webhook(),
          watch.secret(),
          watch.email());
      for (ArticleId article : already) {
        hit(sql, watch.id(), article);
      }
      Counters.add(sql, Counters.WATCHES, 1);
    });
  }

  private static void checkRoom(Sql sql, @Nullable String owner) throws SQLException {
    if (sql.number("select count(*) from watch") >= MOST) {
      throw new Refusal(
          "[watch] there are " + MOST + " standing queries", "Remove one that nobody reads.");
    }
    if (owner != null
        && sql.number("select count(*) from watch where owner = ?", owner) >= MOST_OF_AN_OWNER) {
      throw new Refusal(
          "[watch] " + owner + " has " + MOST_OF_AN_OWNER + " standing queries",
          "Remove one that nobody reads.");
    }
  }

  @Override
  public boolean change(Watch watch, List<ArticleId> already) {
    return database.change(sql -> {
      Watch before = watch(sql, watch.id()).orElse(null);
      if (before == null) {
        return false;
      }
      if (!before.query().equals(watch.query())) {
        forget(sql, watch.id());
        sql.update("update watch set hits = 0 where id = ?", watch.id());
        for (ArticleId article : already) {
          hit(sql, watch.id(), article);
        }
      }
      sql.update(
          "update watch set query = ?, title = ?, added_ms = ?, webhook = ?, secret = ?, email = ?,"
              + " trouble = null where id = ?",
          watch.query(),
          watch.title(),
          ms(watch.added()),
          watch.webhook(),
          watch.secret(),
          watch.email(),
          watch.id());
      redirect(sql, before, watch);
      Counters.add(sql, Counters.WATCHES, 1);
      return true;
    });
  }

  /// What still waits to be told follows its addresses.
  private static void redirect(Sql sql, Watch before, Watch now) throws SQLException {
    String gone = "delete from watch_due where way = ? and watch = ?";
    if (now.email() == null) {
      sql.update(gone, way(Way.DIGEST), now.id());
    }
    if (now.webhook() == null) {
      sql.update(gone, way(Way.WEBHOOK), now.id());
    } else if (!now.webhook().equals(before.webhook())) {
      sql.update(
          "update watch_due set attempts = 0, due_ms = 0 where way = ? and watch = ?",
          way(Way.WEBHOOK),
          now.id());
    }
  }

  private static void forget(Sql sql, String id) throws SQLException {
    sql.update("delete from watch_due where watch = ? and way in (1, 2)", id);
    sql.update("delete from watch_hit where watch = ?", id);
  }

  @Override
  public boolean remove(String id) {
    return database.change(sql -> {
      forget(sql, id);
      Counters.add(sql, Counters.WATCHES, 1);
      return sql.update("delete from watch where id = ?", id) > 0;
    });
  }

  @Override
  public long matchedSeq() {
    return database.read(sql -> Counters.value(sql, Counters.WATCHED));
  }

  @Override
  public void matched(long seq, List<Hit> hits, Times times) {
    database.write(sql -> {
      for (Hit hit : hits) {
        if (hit(sql, hit.watch(), hit.article())) {
          due(sql, hit, Way.WEBHOOK, "webhook", times.now());
          due(sql, hit, Way.DIGEST, "email", times.digest());
        }
      }
      sql.update(
          "update counter set value = ? where name = ? and value < ?", seq, Counters.WATCHED, seq);
    });
  }

  /// @return whether it is new
  private static boolean hit(Sql sql, String watch, ArticleId article) throws SQLException {
    int added =
        sql.update(
            """
            insert into watch_hit (watch, article, when_ms)
            select w.id, a.id, a.when_ms from watch w, article a where w.id = ? and a.id = ?
            on conflict (watch, article) do nothing
            """,
            watch,
            article.value());
    if (added > 0) {
      sql.update("update watch set hits = hits + 1 where id = ?", watch);
    }
    return added > 0;
  }

  private static void due(Sql sql, Hit hit, Way way, String column, Instant when)
      throws SQLException {
    // Behind what was put off: a failing address is not asked anew by each hit.
    long putOff =
        sql.number(
            "select max(due_ms) from watch_due where way = ? and watch = ? and attempts > 0",
            way(way),
            hit.watch());
    sql.update(
        "insert into watch_due (way, watch, article, due_ms, attempts)"
            + (" select ?, id, ?, ?, 0 from watch where id = ? and " + column + " is not null")
            + " on conflict (way, watch, article) do nothing",
        way(way),
        hit.article().value(),
        Math.max(ms(when), putOff),
        hit.watch());
  }

  @Override
  public List<Store.Row> hits(String watch, Store.@Nullable Cursor after, int limit) {
    int most = Math.clamp(limit, 0, LONGEST_LISTING);
    return database.read(sql -> Listings.ofWatch(sql, watch, after, most));
  }

  @Override
  public List<Due> due(Way way, Instant now, int limit) {
    return database.read(sql ->
        sql.list(
            "select watch, article, attempts from watch_due where way = ? and due_ms <= ?"
                + " order by due_ms, watch, article limit ?",
            row ->
                new Due(
                    text(row, "watch"),
                    new ArticleId(text(row, "article")),
                    row.getInt("attempts")),
            way(way),
            ms(now),
            Math.clamp(limit, 0, LONGEST_LISTING)));
  }

  @Override
  public void told(Way way, String watch, List<ArticleId> articles) {
    database.write(sql -> {
      for (ArticleId article : articles) {
        sql.update(
            "delete from watch_due where way = ? and watch = ? and article = ?",
            way(way),
            watch,
            article.value());
      }
      sql.update("update watch set trouble = null where id = ? and trouble is not null", watch);
    });
  }

  @Override
  public void postpone(Way way, String watch, Instant until, String trouble) {
    database.write(sql -> {
      sql.update(
          "update watch_due set due_ms = ?, attempts = attempts + 1 where way = ? and watch = ?",
          ms(until),
          way(way),
          watch);
      sql.update("update watch set trouble = ? where id = ?", trouble, watch);
    });
  }

  @Override
  public int giveUp(Way way, String watch, int attempts) {
    return database.change(sql ->
        sql.update(
            "delete from watch_due where way = ? and watch = ? and attempts >= ?",
            way(way),
            watch,
            attempts));
  }
}
