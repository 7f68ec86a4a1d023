package org.tabadla.store;

import static org.tabadla.store.Columns.ms;
import static org.tabadla.store.Columns.text;
import static org.tabadla.store.Columns.textOrNull;
import static org.tabadla.store.Columns.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Notes;
import org.tabadla.model.StoryId;
import org.tabadla.store.Store.Cursor;
import org.tabadla.store.Store.Row;
import org.tabadla.store.Store.StoryRow;

/// Rows of stories. Their counts run along with every article saved, so that the front page reads
/// one row a story.
///
/// The lead is the article whose headline speaks for the story: of those that are no copy, are of
/// an outlet with a name, are a full report (at least {@link #FULL_CHARS} characters and not behind
/// a paywall) and are in the language that most of the story's articles are in, the most central
/// one. Where none is all that, copies give way first, then outlets without a name, then short
/// ones, then other languages.
final class Stories {
  private static final int BY_SOURCE = 1;
  private static final int BY_LANG = 2;
  private static final int FULL_CHARS = 400;

  /// How many of the earliest articles are looked at for the lead.
  private static final int LEAD_CANDIDATES = 64;

  /// How many of those that are equally good are compared by what they tell.
  private static final int MOST_COMPARED = 24;

  private static final String STORY_ROWS =
      "select t.id as t_id, t.articles as t_articles, t.outlets as t_outlets, t.langs as t_langs,"
          + " t.first_ms as t_first, t.last_ms as t_last, "
          + Listings.COLUMNS
          + " from story t join article a on a.id = t.lead join source s on s.id = a.source ";

  private Stories() {}

  private record Candidate(
      String id, String lang, int sizeChars, @Nullable String copyOf, boolean named) {
    /// @return 0 for the best sort of candidate
    int faults(String mainLang) {
      return (lang.equals(mainLang) ? 0 : 8)
          + (sizeChars < FULL_CHARS ? 4 : 0)
          + (named ? 0 : 2)
          + (copyOf == null ? 0 : 1);
    }
  }

  private record Tally(int outlets, int articles) {}

  /// Makes an article (`more` = 1) part of a story's counts, or (-1) no longer.
  static void count(Sql sql, String story, String source, String lang, int more)
      throws SQLException {
    count(sql, story, BY_SOURCE, source, more);
    count(sql, story, BY_LANG, lang, more);
  }

  private static void count(Sql sql, String story, int kind, String value, int more)
      throws SQLException {
    sql.update(
        """
        insert into story_tally (story, kind, value, articles) values (?, ?, ?, ?)
        on conflict (story, kind, value) do update set
          articles = story_tally.articles + excluded.articles
        """,
        story,
        kind,
        value,
        more);
    if (more < 0) {
      sql.update(
          "delete from story_tally where story = ? and kind = ? and value = ? and articles <= 0",
          story,
          kind,
          value);
    }
  }

  /// Brings the story's row in line with its articles; a story without any goes.
  static void refresh(Sql sql, String story) throws SQLException {
    Tally tally =
        sql.first(
                "select count(*), sum(articles) from story_tally where story = ? and kind = ?",
                row -> new Tally(row.getInt(1), row.getInt(2)),
                story,
                BY_SOURCE)
            .orElse(new Tally(0, 0));
    if (tally.articles() == 0) {
      int gone = sql.update("delete from story where id = ?", story);
      Counters.add(sql, Counters.STORIES, -gone);
      return;
    }
    List<String> langs =
        sql.list(
            "select value from story_tally where story = ? and kind = ?"
                + " order by articles desc, value",
            row -> text(row, "value"),
            story,
            BY_LANG);
    String lead = lead(sql, story, langs.getFirst());
    int changed =
        sql.update(
            """
            update story set lead = ?, articles = ?, outlets = ?, langs = ?,
              first_ms = (select min(when_ms) from article where story = ?),
              last_ms = (select max(when_ms) from article where story = ?)
            where id = ?
            """,
            lead,
            tally.articles(),
            tally.outlets(),
            String.join(" ", langs),
            story,
            story,
            story);
    if (changed == 0) {
      insert(sql, story, lead, tally, langs);
    }
  }

  private static void insert(Sql sql, String story, String lead, Tally tally, List<String> langs)
      throws SQLException {
    sql.update(
        """
        insert into story (id, lead, articles, outlets, langs, first_ms, last_ms)
        select cast(? as text), ?, ?, ?, ?, min(when_ms), max(when_ms) from article where story = ?
        """,
        story,
        lead,
        tally.articles(),
        tally.outlets(),
        String.join(" ", langs),
        story);
    Counters.add(sql, Counters.STORIES, 1);
  }

  private static String lead(Sql sql, String story, String mainLang) throws SQLException {
    List<Candidate> earliest =
        sql.list(
            "select a.id as id, a.lang as lang, size_chars, copy_of, s.name <> s.id as named"
                + " from article a join source s on s.id = a.source where story = ?"
                + " order by when_ms, a.id limit ?",
            row ->
                new Candidate(
                    text(row, "id"),
                    text(row, "lang"),
                    row.getInt("size_chars"),
                    textOrNull(row, "copy_of"),
                    row.getBoolean("named")),
            story,
            LEAD_CANDIDATES);
    int fewest =
        earliest.stream()
            .mapToInt(c -> c.faults(mainLang))
            .min()
            .orElseThrow(
                () -> new IllegalStateException("[store] story without articles: " + story));
    List<String> best =
        earliest.stream()
            .filter(c -> c.faults(mainLang) == fewest)
            .map(Candidate::id)
            .limit(MOST_COMPARED)
            .toList();
    // Of two neither is nearer to the middle.
    return best.size() < 3 ? best.getFirst() : central(sql, best);
  }

  /// @return the one whose keywords and names most of the others share; of equal ones the first
  private static String central(Sql sql, List<String> ids) throws SQLException {
    Map<String, Set<String>> terms = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (String id : ids) {
      Notes notes =
          NotesJson.read(
              sql.first("select notes from article where id = ?", r -> text(r, "notes"), id)
                  .orElseThrow());
      Set<String> own = new HashSet<>();
      notes.keywords().forEach(keyword -> own.add(keyword.key()));
      notes.names().forEach(name -> own.add(name.key()));
      own.forEach(term -> counts.merge(term, 1, Integer::sum));
      terms.put(id, own);
    }
    String best = ids.getFirst();
    double most = 0;
    for (var of : terms.entrySet()) {
      int shared = of.getValue().stream().mapToInt(term -> counts.getOrDefault(term, 1) - 1).sum();
      double nearness = shared / Math.sqrt(Math.max(1, of.getValue().size()));
      if (nearness > most) {
        most = nearness;
        best = of.getKey();
      }
    }
    return best;
  }

  static List<StoryRow> stories(Sql sql, @Nullable Cursor after, int limit) throws SQLException {
    if (after == null) {
      return sql.list(
          STORY_ROWS + "order by t.last_ms desc, t.id desc limit ?", Stories::toStoryRow, limit);
    }
    return sql.list(
        STORY_ROWS + "where (t.last_ms, t.id) < (?, ?) order by t.last_ms desc, t.id desc limit ?",
        Stories::toStoryRow,
        ms(after.when()),
        after.id(),
        limit);
  }

  static Optional<StoryRow> story(Sql sql, StoryId id) throws SQLException {
    return sql.first(STORY_ROWS + "where t.id = ?", Stories::toStoryRow, id.value());
  }

  private static StoryRow toStoryRow(ResultSet row) throws SQLException {
    Row lead = Listings.toRow(row);
    return new StoryRow(
        new StoryId(text(row, "t_id")),
        lead,
        row.getInt("t_articles"),
        row.getInt("t_outlets"),
        Arrays.stream(text(row, "t_langs").split(" ", -1)).map(Lang::new).toList(),
        time(row, "t_first"),
        time(row, "t_last"));
  }
}
