package org.tabadla.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabadla.model.ArticleId;

class ContinuationTest {
  @TempDir Path folder;

  @Test
  void followingTheLinksGivesEveryArticleOnce() {
    try (var store = Fixture.store(folder);
        var search = Fixture.search(folder, store)) {
      var listings = new Listings(store, search);
      var seen = new ArrayList<ArticleId>();
      Listing page = listings.newest(null, 5);
      seen.addAll(page.rows().stream().map(row -> row.id()).toList());
      String next = page.next();
      while (next != null) {
        page = listings.newest(Cursors.read(next.substring("after=".length())), 5);
        seen.addAll(page.rows().stream().map(row -> row.id()).toList());
        next = page.next();
      }
      assertThat(seen).hasSize(12);
      assertThat(new HashSet<>(seen)).hasSize(12);
    }
  }

  @Test
  void theFrontPageContinuesByStory() {
    try (var store = Fixture.store(folder);
        var search = Fixture.search(folder, store)) {
      var listings = new Listings(store, search);
      Listing first = listings.front(null, 3);
      String next = Objects.requireNonNull(first.next());
      Listing second = listings.front(Cursors.read(next.substring("after=".length())), 3);
      assertThat(second.stories()).hasSize(2).doesNotContainAnyElementsOf(first.stories());
      assertThat(second.next()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1", "1.", "1.a b", "99999999999999999.a", "1.<"})
  void aForeignCursorIsRefused(String after) {
    assertThatThrownBy(() -> Cursors.read(after)).isInstanceOf(BadRequest.class);
  }
}
