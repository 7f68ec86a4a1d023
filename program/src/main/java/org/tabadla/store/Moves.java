package org.tabadla.store;

import static org.tabadla.store.Columns.ms;
import static org.tabadla.store.Columns.text;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Move;
import org.tabadla.model.StoryId;

/// Articles that went from one story to another, and the log of it.
final class Moves {
  private record Place(String source, String lang) {}

  private Moves() {}

  /// @return those that were truly moved: an article that is not in `from` any more stays
  static List<ArticleId> settle(Sql sql, List<Move> moves, Instant at) throws SQLException {
    List<ArticleId> moved = new ArrayList<>();
    Set<String> touched = new LinkedHashSet<>();
    for (Move move : moves) {
      if (!move.from().equals(move.to()) && settle(sql, move, at)) {
        moved.add(move.article());
        touched.add(move.from().value());
        touched.add(move.to().value());
      }
    }
    for (String story : touched) {
      Stories.refresh(sql, story);
    }
    return List.copyOf(moved);
  }

  private static boolean settle(Sql sql, Move move, Instant at) throws SQLException {
    String from = move.from().value();
    String to = move.to().value();
    Optional<Place> place =
        sql.first(
            "select source, lang from article where id = ? and story = ?",
            row -> new Place(text(row, "source"), text(row, "lang")),
            move.article().value(),
            from);
    if (place.isEmpty()) {
      return false;
    }
    // A new place in the log, since the index holds the story.
    sql.update(
        "update article set seq = ?, story = ?, why = ? where id = ?",
        Counters.next(sql, Counters.LOG),
        to,
        Json.write(Json.strings(move.why().isBlank() ? List.of() : List.of(move.why()))),
        move.article().value());
    Stories.count(sql, from, place.get().source(), place.get().lang(), -1);
    Stories.count(sql, to, place.get().source(), place.get().lang(), 1);
    sql.update(
        "insert into story_move (article, from_story, to_story, at_ms, why) values (?, ?, ?, ?, ?)"
            + " on conflict (article, from_story, to_story, at_ms) do nothing",
        move.article().value(),
        from,
        to,
        ms(at),
        move.why());
    return true;
  }

  /// @return the story that most of a story's former articles are in now; for one that was never
  ///   logged, the story of the article that it is named after
  static Optional<StoryId> movedTo(Sql sql, StoryId gone) throws SQLException {
    Optional<StoryId> most =
        sql.first(
            """
            select a.story as story, count(distinct a.id) as articles
            from story_move m join article a on a.id = m.article
            where m.from_story = ? group by a.story order by 2 desc, 1 limit 1
            """,
            row -> new StoryId(text(row, "story")),
            gone.value());
    return most.isPresent()
        ? most
        : sql.first(
            "select story from article where id = ?",
            row -> new StoryId(text(row, "story")),
            gone.first().value());
  }

  /// @return the log of what left a story, newest first
  static List<Move> log(Sql sql, StoryId from, int limit) throws SQLException {
    return sql.list(
        "select * from story_move where from_story = ? order by at_ms desc, article limit ?",
        row ->
            new Move(
                new ArticleId(text(row, "article")),
                new StoryId(text(row, "from_story")),
                new StoryId(text(row, "to_story")),
                text(row, "why")),
        from.value(),
        limit);
  }
}
