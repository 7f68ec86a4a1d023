package org.tabadla.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.store.Store;
import org.tabadla.web.Fixture;

class StandingQueriesTest {
  @TempDir Path folder;

  private static final List<String> QUERIES =
      List.of(
          "digital",
          "\"digital economy\"",
          "digital -lang:en",
          "flood OR digital",
          "(flood OR rain) AND lang:en",
          "lang:ur",
          "source:sahil.example",
          "name:org:sco",
          "after:2025-07-11",
          "before:2025-07-11 digital",
          "the digital",
          "-digital",
          "keyword:\"digital economy\"",
          "sco",
          "nothingofthekind");

  /// A query must meet as it stands what it finds when it is asked.
  @Test
  void whatStandsMeetsWhatTheSearchFinds() {
    try (Store store = Fixture.store(folder);
        Search search = Fixture.search(folder, store)) {
      for (StandingQueries standing : List.of(StandingQueries.alone(), search.standing())) {
        QUERIES.forEach(query -> assertThat(standing.add(query, query)).as(query).isEmpty());
        int met = 0;
        for (Store.Entry entry : store.since(0, 1_000)) {
          var wanted = new TreeSet<String>();
          for (String query : QUERIES) {
            var found = (Search.Answer.Found) search.search(query, Search.Order.NEWEST, 0, 200);
            if (found.hits().stream().anyMatch(hit -> hit.id().equals(entry.article().id()))) {
              wanted.add(query);
            }
          }
          var got = new TreeSet<>(standing.matches(entry.article(), entry.notes()));
          assertThat(got).as(entry.article().title().value()).isEqualTo(wanted);
          met += got.size();
        }
        assertThat(met).isGreaterThan(20);
      }
    }
  }

  /// What stands is decided without Lucene; whatever is asked, it must decide as Lucene does.
  @Test
  void anyQueryMeetsWhatLuceneFindsInTheSameArticle() {
    try (Store store = Fixture.store(folder)) {
      List<Store.Entry> entries = store.since(0, 1_000);
      var queries = List.copyOf(new RandomQueries(entries, 11).many(1_000));
      StandingQueries standing = StandingQueries.alone();
      queries.forEach(query -> assertThat(standing.add(query, query)).as(query).isEmpty());
      int met = 0;
      for (Store.Entry entry : entries) {
        List<String> wanted = StandingBench.oneByOne(queries, entry.article(), entry.notes());
        assertThat(standing.matches(entry.article(), entry.notes()))
            .as(entry.article().title().value())
            .containsExactlyElementsOf(wanted);
        met += wanted.size();
      }
      assertThat(met / entries.size()).isBetween(queries.size() / 20, queries.size() / 2);
    }
  }

  @Test
  void whatIsRemovedOrReplacedMeetsNothingMore() {
    try (Store store = Fixture.store(folder)) {
      Store.Entry entry = store.entry(Fixture.id("fajr-forum")).orElseThrow();
      StandingQueries standing = StandingQueries.alone();
      standing.add("a", "lang:ur");
      standing.add("b", "lang:ur");
      assertThat(standing.matches(entry.article(), entry.notes())).containsExactly("a", "b");
      standing.remove("a");
      standing.add("b", "lang:en");
      assertThat(standing.matches(entry.article(), entry.notes())).isEmpty();
      for (int i = 0; i < 50; i++) {
        standing.add("b", i % 2 == 0 ? "lang:ur" : "lang:en");
      }
      standing.add("b", "lang:ur");
      assertThat(standing.matches(entry.article(), entry.notes())).containsExactly("b");
      assertThat(standing.size()).isEqualTo(1);
    }
  }

  @Test
  void aQueryThatCannotBeReadDoesNotStand() {
    StandingQueries standing = StandingQueries.alone();
    assertThat(standing.add("x", "\"open")).get().asString().contains("never closed");
    assertThat(standing.size()).isZero();
    assertThat(StandingQueries.trouble("the")).isEmpty();
    assertThat(StandingQueries.trouble("colour:red")).isPresent();
  }
}
