package org.tabadla.store;

import static org.tabadla.store.Columns.ms;
import static org.tabadla.store.Columns.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tabadla.model.Lang;
import org.tabadla.model.Notes;
import org.tabadla.model.Quote;
import org.tabadla.model.Text;
import org.tabadla.store.Store.Count;

/// Rows of keywords, names, topics and speakers: which articles have them, and how often they came
/// up, by day.
final class Terms {
  static final int KEYWORD = 1;
  static final int NAME = 2;
  static final int TOPIC = 3;
  static final int SPEAKER = 4;

  private static final long DAY_MS = 86_400_000;

  /// A longer key is no keyword but a slip of whoever found it; PostgreSQL could not index it.
  private static final int LONGEST_KEY_CHARS = 300;

  /// How many rows (a key on a day) a list of the most frequent adds up at most, newest first.
  private static final int WINDOW_ROWS = 50_000;

  private Terms() {}

  static void add(Sql sql, Notes notes, long when, String article) throws SQLException {
    for (var kind : kinds(notes).entrySet()) {
      for (var entry : kind.getValue().entrySet()) {
        add(sql, kind.getKey(), entry.getKey(), entry.getValue(), when, article);
      }
    }
  }

  static void remove(Sql sql, Notes notes, long when, String article) throws SQLException {
    for (var kind : kinds(notes).entrySet()) {
      for (String key : kind.getValue().keySet()) {
        remove(sql, kind.getKey(), key, when, article);
      }
    }
  }

  private static Map<Integer, Map<String, Text>> kinds(Notes notes) {
    return Map.of(
        KEYWORD, keywords(notes),
        NAME, names(notes),
        TOPIC, topics(notes),
        SPEAKER, speakers(notes));
  }

  private static Map<String, Text> topics(Notes notes) {
    Map<String, Text> texts = new LinkedHashMap<>();
    notes.topics().stream()
        .flatMap(topic -> topic.codes().stream())
        .forEach(code -> put(texts, code, new Text(code, Lang.UND)));
    return texts;
  }

  private static Map<String, Text> speakers(Notes notes) {
    Map<String, Text> texts = new LinkedHashMap<>();
    for (Quote quote : notes.quotes()) {
      String name = quote.name();
      if (name != null) {
        put(texts, name, new Text(name, Lang.UND));
      }
    }
    return texts;
  }

  private static Map<String, Text> keywords(Notes notes) {
    Map<String, Text> texts = new LinkedHashMap<>();
    notes.keywords().forEach(keyword -> put(texts, keyword.key(), keyword.text()));
    return texts;
  }

  private static Map<String, Text> names(Notes notes) {
    Map<String, Text> texts = new LinkedHashMap<>();
    notes.names().forEach(name -> put(texts, name.key(), name.text()));
    return texts;
  }

  private static void put(Map<String, Text> texts, String key, Text text) {
    if (!key.isBlank() && key.length() <= LONGEST_KEY_CHARS) {
      texts.putIfAbsent(key, text);
    }
  }

  private static void add(Sql sql, int kind, String key, Text label, long when, String article)
      throws SQLException {
    sql.update(
        "insert into article_term (kind, key, when_ms, article) values (?, ?, ?, ?)",
        kind,
        key,
        when,
        article);
    // Boyer and Moore's majority vote (1981): right whenever one label has more than half.
    sql.update(
        """
        insert into term (kind, key, label, lang, margin, articles) values (?, ?, ?, ?, 1, 1)
        on conflict (kind, key) do update set
          articles = term.articles + 1,
          label = case when term.margin = 0 then excluded.label else term.label end,
          lang = case when term.margin = 0 then excluded.lang else term.lang end,
          margin = case when term.margin = 0 or term.label = excluded.label then term.margin + 1
            else term.margin - 1 end
        """,
        kind,
        key,
        label.value(),
        label.lang().tag());
    sql.update(
        """
        insert into term_day (kind, day, key, articles) values (?, ?, ?, 1)
        on conflict (kind, day, key) do update set articles = term_day.articles + 1
        """,
        kind,
        day(when),
        key);
  }

  private static void remove(Sql sql, int kind, String key, long when, String article)
      throws SQLException {
    int gone =
        sql.update(
            "delete from article_term where kind = ? and key = ? and when_ms = ? and article = ?",
            kind,
            key,
            when,
            article);
    if (gone == 0) {
      return; // Notes of an older program have topics that were never counted.
    }
    sql.update("update term set articles = articles - 1 where kind = ? and key = ?", kind, key);
    sql.update("delete from term where kind = ? and key = ? and articles <= 0", kind, key);
    sql.update(
        "update term_day set articles = articles - 1 where kind = ? and day = ? and key = ?",
        kind,
        day(when),
        key);
    sql.update(
        "delete from term_day where kind = ? and day = ? and key = ? and articles <= 0",
        kind,
        day(when),
        key);
  }

  private static long day(long ms) {
    return Math.floorDiv(ms, DAY_MS);
  }

  static List<Count> top(Sql sql, int kind, Instant since, int limit) throws SQLException {
    return sql.list(
        """
        select t.key, t.label, t.lang, w.articles from (
          select n.key as key, sum(n.articles) as articles from (
            select d.key as key, d.articles as articles from term_day d
            where d.kind = ? and d.day >= ? order by d.day desc limit ?) n
          group by n.key order by 2 desc, 1 limit ?) w
        join term t on t.kind = ? and t.key = w.key
        order by w.articles desc, t.key
        """,
        Terms::toCount,
        kind,
        day(ms(since)),
        WINDOW_ROWS,
        limit,
        kind);
  }

  static Optional<Count> term(Sql sql, int kind, String key) throws SQLException {
    return sql.first(
        "select key, label, lang, articles from term where kind = ? and key = ?",
        Terms::toCount,
        kind,
        key);
  }

  static long articles(Sql sql, int kind, String key) throws SQLException {
    return term(sql, kind, key).map(Count::articles).orElse(0L);
  }

  private static Count toCount(ResultSet row) throws SQLException {
    return new Count(
        text(row, "key"), text(row, "label"), new Lang(text(row, "lang")), row.getLong("articles"));
  }
}
