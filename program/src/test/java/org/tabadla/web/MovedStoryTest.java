package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Move;
import org.tabadla.model.StoryId;
import org.tabadla.store.Store.Row;

class MovedStoryTest {
  @TempDir Path folder;

  @Test
  void anOldAddressLeadsToWhereItsArticlesWent() {
    try (Served served = Served.in(folder)) {
      var visitor = new Visitor(served.base());
      StoryId from = served.store().entry(Fixture.id("sahil-flood")).orElseThrow().story();
      StoryId to = Fixture.story("fajr-forum");
      List<Move> moves =
          served.store().storyArticles(from).stream()
              .map(Row::id)
              .map(id -> new Move(id, from, to, "joined"))
              .toList();
      assertThat(served.store().settleMoves(moves, Fixture.NOW)).hasSize(moves.size());
      for (String path : List.of("/story/", "/en/story/", "/api/stories/")) {
        var answer = visitor.get(path + from);
        assertThat(answer.statusCode()).as(path).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(path + to);
      }
      var feed = visitor.get("/en/story/" + from + "/feed.atom?x=1");
      assertThat(feed.statusCode()).isEqualTo(301);
      assertThat(feed.headers().firstValue("Location").orElse(""))
          .endsWith("/en/story/" + to + "/feed.atom?x=1");
      assertThat(visitor.get("/en/story/" + to).statusCode()).isEqualTo(200);
      assertThat(visitor.get("/en/story/snowhere").statusCode()).isEqualTo(404);
      assertThat(visitor.get("/en/story/x").statusCode()).isEqualTo(404);
    }
  }
}
