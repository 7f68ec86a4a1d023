package org.tabadla.store;

import static org.tabadla.store.Columns.ms;
import static org.tabadla.store.Columns.msOrNull;
import static org.tabadla.store.Columns.text;
import static org.tabadla.store.Columns.textOrNull;
import static org.tabadla.store.Columns.time;
import static org.tabadla.store.Columns.timeOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Digest;
import org.tabadla.model.Feed;
import org.tabadla.model.FeedId;
import org.tabadla.model.Lang;
import org.tabadla.model.Source;
import org.tabadla.model.SourceId;
import org.tabadla.store.Store.Outcome;
import org.tabadla.store.Store.SourceRow;
import org.tabadla.store.Store.VisitRow;

/// Rows of sources, their feeds and the visits to their pages.
final class Outlets {
  private static final String SOURCE_ROWS =
      """
      select s.id, s.name, s.site, s.lang, s.articles,
        (select max(a.when_ms) from article a where a.source = s.id) as newest_ms,
        (select f.trouble from feed f where f.source = s.id and f.trouble is not null
          order by f.due_ms desc limit 1) as trouble
      from source s
      """;

  private Outlets() {}

  /// A name that is only the id (a host name until a page has told) does not displace a known one.
  static void save(Sql sql, Source source) throws SQLException {
    sql.update(
        """
        insert into source (id, name, site, lang, articles) values (?, ?, ?, ?, 0)
        on conflict (id) do update set
          name = case when trim(excluded.name) in ('', source.id) then source.name
            else excluded.name end,
          site = coalesce(excluded.site, source.site),
          lang = case when excluded.lang = 'und' then source.lang else excluded.lang end
        """,
        source.id().value(),
        source.name().isBlank() ? source.id().value() : source.name(),
        source.site(),
        source.lang().tag());
  }

  /// Adds a source of which only the id is known, when it is not there.
  static void ensure(Sql sql, SourceId id, @Nullable String name, Lang lang) throws SQLException {
    sql.update(
        "insert into source (id, name, site, lang, articles) values (?, ?, null, ?, 0) "
            + "on conflict (id) do nothing",
        id.value(),
        name == null || name.isBlank() ? id.value() : name,
        lang.tag());
  }

  static void countArticles(Sql sql, String source, int more) throws SQLException {
    sql.update("update source set articles = articles + ? where id = ?", more, source);
  }

  static Optional<SourceRow> source(Sql sql, SourceId id) throws SQLException {
    return sql.first(SOURCE_ROWS + " where s.id = ?", Outlets::toSourceRow, id.value());
  }

  static List<SourceRow> sources(Sql sql) throws SQLException {
    return sql.list(SOURCE_ROWS + " order by lower(s.name), s.id", Outlets::toSourceRow);
  }

  private static SourceRow toSourceRow(ResultSet row) throws SQLException {
    var source =
        new Source(
            new SourceId(text(row, "id")),
            text(row, "name"),
            textOrNull(row, "site"),
            new Lang(text(row, "lang")));
    return new SourceRow(
        source, row.getLong("articles"), timeOrNull(row, "newest_ms"), textOrNull(row, "trouble"));
  }

  static void save(Sql sql, Feed feed) throws SQLException {
    ensure(sql, feed.source(), null, Lang.UND);
    sql.update(
        """
        insert into feed (id, source, kind, address, title, etag, last_modified, due_ms, pace_s,
          failures, trouble)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set source = excluded.source, kind = excluded.kind,
          address = excluded.address, title = excluded.title, etag = excluded.etag,
          last_modified = excluded.last_modified, due_ms = excluded.due_ms,
          pace_s = excluded.pace_s, failures = excluded.failures, trouble = excluded.trouble
        """,
        feed.id().value(),
        feed.source().value(),
        feed.kind().name(),
        feed.address(),
        feed.title(),
        feed.etag(),
        feed.lastModified(),
        msOrNull(feed.due()),
        feed.pace(),
        feed.failures(),
        feed.trouble());
  }

  static Optional<Feed> feed(Sql sql, FeedId id) throws SQLException {
    return sql.first("select * from feed where id = ?", Outlets::toFeed, id.value());
  }

  static List<Feed> feeds(Sql sql) throws SQLException {
    return sql.list("select * from feed order by source, id", Outlets::toFeed);
  }

  static List<Feed> feedsOf(Sql sql, SourceId source) throws SQLException {
    return sql.list(
        "select * from feed where source = ? order by id", Outlets::toFeed, source.value());
  }

  static List<Feed> due(Sql sql, Instant now, int limit) throws SQLException {
    return sql.list(
        "select * from feed where due_ms is not null and due_ms <= ? order by due_ms, id limit ?",
        Outlets::toFeed,
        ms(now),
        limit);
  }

  private static Feed toFeed(ResultSet row) throws SQLException {
    return new Feed(
        new FeedId(text(row, "id")),
        new SourceId(text(row, "source")),
        Feed.Kind.valueOf(text(row, "kind")),
        text(row, "address"),
        textOrNull(row, "title"),
        textOrNull(row, "etag"),
        textOrNull(row, "last_modified"),
        timeOrNull(row, "due_ms"),
        row.getLong("pace_s"),
        row.getInt("failures"),
        textOrNull(row, "trouble"));
  }

  static void save(Sql sql, VisitRow visit) throws SQLException {
    ensure(sql, visit.source(), null, Lang.UND);
    FeedId feed = visit.feed();
    ArticleId article = visit.article();
    sql.update(
        """
        insert into visit (id, url, source, feed, at_ms, hash, record, outcome, detail, article,
          trouble, told)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set url = excluded.url, source = excluded.source,
          feed = excluded.feed, at_ms = excluded.at_ms, hash = excluded.hash,
          record = excluded.record, outcome = excluded.outcome, detail = excluded.detail,
          article = excluded.article, trouble = excluded.trouble,
          told = excluded.told
        """,
        Digest.brief(visit.url()),
        visit.url(),
        visit.source().value(),
        feed == null ? null : feed.value(),
        ms(visit.at()),
        visit.hash(),
        visit.record(),
        visit.outcome().name(),
        visit.detail(),
        article == null ? null : article.value(),
        isTrouble(visit.outcome()) ? 1 : 0,
        visit.told());
  }

  private static boolean isTrouble(Outcome outcome) {
    return switch (outcome) {
      case ARTICLE, LISTING -> false;
      case NOT_AN_ARTICLE, UNREADABLE, REFUSED, FAILED -> true;
    };
  }

  static Optional<VisitRow> visit(Sql sql, String url) throws SQLException {
    return sql.first(
        "select * from visit where id = ? and url = ?", Outlets::toVisit, Digest.brief(url), url);
  }

  static List<VisitRow> troubles(Sql sql, SourceId source, int limit) throws SQLException {
    return sql.list(
        "select * from visit where trouble = 1 and source = ? order by at_ms desc, id desc limit ?",
        Outlets::toVisit,
        source.value(),
        limit);
  }

  static List<VisitRow> troubles(Sql sql, int limit) throws SQLException {
    return sql.list(
        "select * from visit where trouble = 1 order by at_ms desc, id desc limit ?",
        Outlets::toVisit,
        limit);
  }

  private static VisitRow toVisit(ResultSet row) throws SQLException {
    String feed = textOrNull(row, "feed");
    String article = textOrNull(row, "article");
    return new VisitRow(
        text(row, "url"),
        new SourceId(text(row, "source")),
        feed == null ? null : new FeedId(feed),
        time(row, "at_ms"),
        textOrNull(row, "hash"),
        textOrNull(row, "record"),
        Outcome.valueOf(text(row, "outcome")),
        text(row, "detail"),
        article == null ? null : new ArticleId(article),
        textOrNull(row, "told"));
  }
}
