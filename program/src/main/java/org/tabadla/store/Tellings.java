package org.tabadla.store;

import static org.tabadla.store.Columns.text;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Link;
import org.tabadla.model.StoryId;
import org.tabadla.store.Store.NearStory;
import org.tabadla.store.Store.Telling;

/// What a story's page asks of its articles beside their rows.
final class Tellings {
  /// How many links of a story are looked at; the best come first.
  private static final int LINKS_SEEN = 400;

  private record Tie(StoryId story, double weight, List<String> reasons) {}

  private Tellings() {}

  /// Earliest first.
  static List<Telling> of(Sql sql, StoryId story, int limit) throws SQLException {
    return sql.list(
        "select id, why, notes from article where story = ? order by when_ms, id limit ?",
        row ->
            new Telling(
                new ArticleId(text(row, "id")),
                Json.strings(Json.read(text(row, "why"))),
                NotesJson.read(text(row, "notes"))),
        story.value(),
        limit);
  }

  /// Other stories to which articles of this one are tied, the nearest first.
  static List<NearStory> near(Sql sql, StoryId story, int limit) throws SQLException {
    List<Tie> ties = new ArrayList<>(ties(sql, story, "l.article", "l.target"));
    ties.addAll(ties(sql, story, "l.target", "l.article"));
    ties.sort((a, b) -> Double.compare(b.weight(), a.weight()));
    Map<StoryId, NearStory> near = new LinkedHashMap<>();
    for (Tie tie : ties) {
      near.putIfAbsent(tie.story(), new NearStory(tie.story(), tie.weight(), tie.reasons()));
    }
    return near.values().stream().limit(limit).toList();
  }

  private static List<Tie> ties(Sql sql, StoryId story, String here, String there)
      throws SQLException {
    return sql.list(
        "select o.story as story, l.weight as weight, l.reasons as reasons from article a"
            + (" join link l on " + here + " = a.id join article o on o.id = " + there)
            + " where a.story = ? and l.kind = ? and o.story <> a.story"
            + " order by l.weight desc, o.story limit ?",
        row ->
            new Tie(
                new StoryId(text(row, "story")),
                row.getDouble("weight"),
                Json.strings(Json.read(text(row, "reasons")))),
        story.value(),
        Link.Kind.RELATED.name(),
        LINKS_SEEN);
  }
}
