package org.tabadla.store;

import static org.tabadla.store.Columns.ms;
import static org.tabadla.store.Columns.text;
import static org.tabadla.store.Columns.textOrNull;
import static org.tabadla.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Lang;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.store.Store.Cursor;
import org.tabadla.store.Store.Row;

/// Lists of articles, each a range of one index, newest first.
final class Listings {
  /// What {@link #toRow} reads, of `article a join source s`.
  static final String COLUMNS =
      "a.id as a_id, a.source as a_source, s.name as s_name, a.story as a_story,"
          + " a.title as a_title, a.excerpt as a_excerpt, a.lang as a_lang, a.when_ms as a_when,"
          + " a.image as a_image, a.copy_of as a_copy_of, a.version as a_version";

  private static final String ROWS =
      "select " + COLUMNS + " from article a join source s on s.id = a.source ";

  private static final String ROWS_OF_TERM =
      "select "
          + COLUMNS
          + " from article_term k join article a on a.id = k.article"
          + " join source s on s.id = a.source where k.kind = ? and k.key = ? ";

  private static final String QUOTING =
      "select a.notes as a_notes, "
          + COLUMNS
          + " from article_term k join article a on a.id = k.article"
          + " join source s on s.id = a.source where k.kind = ? and k.key = ? ";

  private static final String ROWS_OF_WATCH =
      "select "
          + COLUMNS
          + " from watch_hit h join article a on a.id = h.article"
          + " join source s on s.id = a.source where h.watch = ? ";

  /// How many ids one statement asks for.
  private static final int IDS_AT_ONCE = 200;

  private Listings() {}

  static Row toRow(ResultSet row) throws SQLException {
    String copyOf = textOrNull(row, "a_copy_of");
    return new Row(
        new ArticleId(text(row, "a_id")),
        new SourceId(text(row, "a_source")),
        text(row, "s_name"),
        new StoryId(text(row, "a_story")),
        text(row, "a_title"),
        text(row, "a_excerpt"),
        new Lang(text(row, "a_lang")),
        time(row, "a_when"),
        textOrNull(row, "a_image"),
        copyOf == null ? null : new ArticleId(copyOf),
        row.getInt("a_version"));
  }

  static List<Row> newest(Sql sql, @Nullable Cursor after, int limit) throws SQLException {
    String order = "order by a.when_ms desc, a.id desc limit ?";
    return after == null
        ? sql.list(ROWS + order, Listings::toRow, limit)
        : sql.list(
            ROWS + "where (a.when_ms, a.id) < (?, ?) " + order,
            Listings::toRow,
            ms(after.when()),
            after.id(),
            limit);
  }

  static List<Row> newestOf(Sql sql, SourceId source, @Nullable Cursor after, int limit)
      throws SQLException {
    String order = "order by a.when_ms desc, a.id desc limit ?";
    return after == null
        ? sql.list(ROWS + "where a.source = ? " + order, Listings::toRow, source.value(), limit)
        : sql.list(
            ROWS + "where a.source = ? and (a.when_ms, a.id) < (?, ?) " + order,
            Listings::toRow,
            source.value(),
            ms(after.when()),
            after.id(),
            limit);
  }

  static List<Row> withTerm(Sql sql, int kind, String key, @Nullable Cursor after, int limit)
      throws SQLException {
    String order = "order by k.when_ms desc, k.article desc limit ?";
    return after == null
        ? sql.list(ROWS_OF_TERM + order, Listings::toRow, kind, key, limit)
        : sql.list(
            ROWS_OF_TERM + "and (k.when_ms, k.article) < (?, ?) " + order,
            Listings::toRow,
            kind,
            key,
            ms(after.when()),
            after.id(),
            limit);
  }

  /// What articles have somebody say, newest first.
  static List<QuoteRecords.Spoken> quoting(Sql sql, String name, @Nullable Cursor after, int limit)
      throws SQLException {
    String order = "order by k.when_ms desc, k.article desc limit ?";
    Sql.Shape<QuoteRecords.Spoken> spoken =
        row ->
            new QuoteRecords.Spoken(
                toRow(row),
                NotesJson.read(text(row, "a_notes")).quotes().stream()
                    .filter(quote -> name.equals(quote.name()))
                    .toList());
    return after == null
        ? sql.list(QUOTING + order, spoken, Terms.SPEAKER, name, limit)
        : sql.list(
            QUOTING + "and (k.when_ms, k.article) < (?, ?) " + order,
            spoken,
            Terms.SPEAKER,
            name,
            ms(after.when()),
            after.id(),
            limit);
  }

  /// Oldest first.
  static List<Row> ofStory(Sql sql, StoryId story) throws SQLException {
    return sql.list(
        ROWS + "where a.story = ? order by a.when_ms, a.id", Listings::toRow, story.value());
  }

  /// Oldest first, at most so many.
  static List<Row> ofStory(Sql sql, StoryId story, int limit) throws SQLException {
    return sql.list(
        ROWS + "where a.story = ? order by a.when_ms, a.id limit ?",
        Listings::toRow,
        story.value(),
        limit);
  }

  static List<Row> ofWatch(Sql sql, String watch, @Nullable Cursor after, int limit)
      throws SQLException {
    String order = "order by h.when_ms desc, h.article desc limit ?";
    return after == null
        ? sql.list(ROWS_OF_WATCH + order, Listings::toRow, watch, limit)
        : sql.list(
            ROWS_OF_WATCH + "and (h.when_ms, h.article) < (?, ?) " + order,
            Listings::toRow,
            watch,
            ms(after.when()),
            after.id(),
            limit);
  }

  /// In the order asked.
  static List<Row> rows(Sql sql, List<ArticleId> ids) throws SQLException {
    Map<ArticleId, Row> found = new HashMap<>();
    for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
      // Always the same number of places, so that it is always the same statement.
      @Nullable Object[] values = new @Nullable Object[IDS_AT_ONCE];
      Arrays.fill(values, "");
      List<ArticleId> some = ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE));
      for (int i = 0; i < some.size(); i++) {
        values[i] = some.get(i).value();
      }
      String places = String.join(", ", Collections.nCopies(IDS_AT_ONCE, "?"));
      sql.list(ROWS + "where a.id in (" + places + ")", Listings::toRow, values)
          .forEach(row -> found.put(row.id(), row));
    }
    List<Row> rows = new ArrayList<>();
    ids.stream().map(found::get).filter(Objects::nonNull).forEach(rows::add);
    return rows;
  }
}
