package org.tabadla.store;

import static org.tabadla.store.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabadla.model.Lang;
import org.tabadla.model.Notes;
import org.tabadla.model.StoryId;
import org.tabadla.model.Text;
import org.tabadla.store.Store.Count;
import org.tabadla.store.Store.DayCount;
import org.tabadla.store.Store.Rising;

/// How often keywords, names and stories come up, day by day.
final class Trends {
  private static final long DAY_MS = 86_400_000;

  /// How many rows (a key on a day) are added up at most, newest first.
  private static final int WINDOW_ROWS = 200_000;

  /// How many days a chart shows at most.
  private static final int MOST_DAYS = 400;

  /// How many rising keys are handed out.
  private static final int MOST_RISING = 2_000;

  /// How many of the newest articles with a key are asked how they write it.
  private static final int LABEL_ARTICLES = 60;

  private Trends() {}

  /// Two stretches of days: from `before` up to `recent`, and from there through `until`.
  record Days(long before, long recent, long until) {}

  static List<Rising> terms(Sql sql, int kind, Days days, long least) throws SQLException {
    return sql.list(
        """
        select t.key, t.label, t.lang, w.recent, w.earlier from (
          select n.key as key,
            sum(case when n.day >= ? then n.articles else 0 end) as recent,
            sum(case when n.day < ? then n.articles else 0 end) as earlier
          from (select d.key as key, d.day as day, d.articles as articles from term_day d
            where d.kind = ? and d.day >= ? and d.day <= ? order by d.day desc limit ?) n
          group by n.key having sum(case when n.day >= ? then n.articles else 0 end) >= ?
          order by 2 desc, 1 limit ?) w
        join term t on t.kind = ? and t.key = w.key
        """,
        row ->
            new Rising(
                text(row, "key"),
                text(row, "label"),
                new Lang(text(row, "lang")),
                row.getLong("recent"),
                row.getLong("earlier")),
        days.recent(),
        days.recent(),
        kind,
        days.before(),
        days.until(),
        WINDOW_ROWS,
        days.recent(),
        least,
        MOST_RISING,
        kind);
  }

  static List<Rising> stories(Sql sql, Days days, long least) throws SQLException {
    return sql.list(
        """
        select w.story as id, a.title as title, a.lang as lang, w.recent, w.earlier from (
          select n.story as story,
            sum(case when n.when_ms >= ? then 1 else 0 end) as recent,
            sum(case when n.when_ms < ? then 1 else 0 end) as earlier
          from (select story, when_ms from article where when_ms >= ? and when_ms < ?
            order by when_ms desc limit ?) n
          group by n.story having sum(case when n.when_ms >= ? then 1 else 0 end) >= ?
          order by 2 desc, 1 limit ?) w
        join story t on t.id = w.story join article a on a.id = t.lead
        """,
        row ->
            new Rising(
                text(row, "id"),
                text(row, "title"),
                new Lang(text(row, "lang")),
                row.getLong("recent"),
                row.getLong("earlier")),
        days.recent() * DAY_MS,
        days.recent() * DAY_MS,
        days.before() * DAY_MS,
        (days.until() + 1) * DAY_MS,
        WINDOW_ROWS,
        days.recent() * DAY_MS,
        least,
        MOST_RISING);
  }

  static List<DayCount> termDays(Sql sql, int kind, String key, long from) throws SQLException {
    return sql.list(
        "select day, articles from term_day where kind = ? and day >= ? and key = ?"
            + " order by day limit ?",
        Trends::toDay,
        kind,
        from,
        key,
        MOST_DAYS);
  }

  static List<DayCount> storyDays(Sql sql, StoryId story, long from) throws SQLException {
    return sql.list(
        "select when_ms / 86400000 as day, count(*) as articles from article"
            + " where story = ? and when_ms >= ? group by when_ms / 86400000 order by 1 limit ?",
        Trends::toDay,
        story.value(),
        from * DAY_MS,
        MOST_DAYS);
  }

  static List<DayCount> days(Sql sql, long from, long until) throws SQLException {
    return sql.list(
        "select when_ms / 86400000 as day, count(*) as articles from article"
            + " where when_ms >= ? and when_ms < ? group by when_ms / 86400000"
            + " order by 1 limit ?",
        Trends::toDay,
        from * DAY_MS,
        (until + 1) * DAY_MS,
        MOST_DAYS);
  }

  private static DayCount toDay(ResultSet row) throws SQLException {
    return new DayCount(row.getLong("day"), row.getLong("articles"));
  }

  /// How a key is written, by language, as the newest articles that have it write it.
  static List<Count> labels(Sql sql, int kind, String key) throws SQLException {
    List<Notes> notes =
        sql.list(
            "select a.notes as notes from article_term k join article a on a.id = k.article"
                + " where k.kind = ? and k.key = ? order by k.when_ms desc, k.article desc limit ?",
            row -> NotesJson.read(text(row, "notes")),
            kind,
            key,
            LABEL_ARTICLES);
    Map<Text, Long> counts = new LinkedHashMap<>();
    for (Notes of : notes) {
      texts(of, kind, key).forEach(text -> counts.merge(text, 1L, Long::sum));
    }
    List<Count> labels = new ArrayList<>();
    counts.forEach((text, n) -> labels.add(new Count(key, text.value(), text.lang(), n)));
    labels.sort((a, b) -> Long.compare(b.articles(), a.articles()));
    return List.copyOf(labels);
  }

  private static List<Text> texts(Notes notes, int kind, String key) {
    return kind == Terms.KEYWORD
        ? notes.keywords().stream()
            .filter(k -> k.key().equals(key))
            .map(k -> k.text())
            .distinct()
            .toList()
        : notes.names().stream()
            .filter(n -> n.key().equals(key))
            .map(n -> n.text())
            .distinct()
            .toList();
  }
}
