package org.tabadla.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tabadla.store.Samples.DAWN;
import static org.tabadla.store.Samples.MUMTAZ;
import static org.tabadla.store.Samples.NOON;
import static org.tabadla.store.Samples.alone;
import static org.tabadla.store.Samples.article;
import static org.tabadla.store.Samples.notes;
import static org.tabadla.store.Samples.numbered;
import static org.tabadla.store.Samples.with;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Lang;
import org.tabadla.model.Link;
import org.tabadla.model.Move;
import org.tabadla.model.Notes;
import org.tabadla.model.Refusal;
import org.tabadla.model.StoryId;
import org.tabadla.store.WatchRecords.Due;
import org.tabadla.store.WatchRecords.Hit;
import org.tabadla.store.WatchRecords.Times;
import org.tabadla.store.WatchRecords.Watch;
import org.tabadla.store.WatchRecords.Way;

/// What every store must do with standing queries, moved stories and counts by day.
abstract class WatchContract extends JournalContract {
  private static final Instant LATER = NOON.plusSeconds(3_600);

  private static Watch watch(String id, @Nullable String webhook, @Nullable String email) {
    return new Watch(id, null, "sco", "SCO " + id, NOON, webhook, "a2V5", email, 0, null);
  }

  private void put(Article article) {
    store.save(article, notes("sco"), alone(article), null);
  }

  private List<ArticleId> due(Way way, Instant now) {
    return store.watches().due(way, now, 10).stream().map(Due::article).toList();
  }

  @Test
  void aStandingQueryKeepsWhatItMetAfterOpeningAgain() {
    put(numbered(1));
    put(numbered(2));
    long before = store.watches().changes();
    store.watches().add(watch("w1", "https://hook.example/", null), List.of(numbered(1).id()));
    assertThat(store.watches().changes()).isGreaterThan(before);
    Hit hit = new Hit("w1", numbered(2).id());
    store.watches().matched(2, List.of(hit, hit), new Times(NOON, LATER));
    store.close();
    store = again();
    assertThat(store.watches().matchedSeq()).isEqualTo(2);
    assertThat(store.watches().watch("w1").orElseThrow().hits()).isEqualTo(2);
    assertThat(store.watches().hits("w1", null, 10))
        .extracting(Store.Row::title)
        .containsExactly("Headline 2", "Headline 1");
    // What it is shown to have met already is not told.
    assertThat(due(Way.WEBHOOK, NOON)).containsExactly(numbered(2).id());
    assertThat(due(Way.DIGEST, LATER)).isEmpty();
  }

  @Test
  void theSameHitIsToldOnce() {
    put(numbered(1));
    store.watches().add(watch("w1", "https://hook.example/", "a@b.example"), List.of());
    Hit hit = new Hit("w1", numbered(1).id());
    store.watches().matched(1, List.of(hit), new Times(NOON, LATER));
    assertThat(due(Way.DIGEST, NOON)).isEmpty();
    assertThat(due(Way.DIGEST, LATER)).containsExactly(numbered(1).id());
    store.watches().told(Way.WEBHOOK, "w1", List.of(numbered(1).id()));
    store.watches().matched(1, List.of(hit), new Times(NOON, LATER));
    assertThat(due(Way.WEBHOOK, LATER)).isEmpty();
    assertThat(store.watches().matchedSeq()).isEqualTo(1);
    store.watches().matched(0, List.of(), new Times(NOON, LATER));
    assertThat(store.watches().matchedSeq()).as("never goes back").isEqualTo(1);
  }

  @Test
  void whatIsPutOffWaitsAndNewHitsWaitBehindIt() {
    put(numbered(1));
    put(numbered(2));
    store.watches().add(watch("w1", "https://hook.example/", null), List.of());
    store.watches().matched(1, List.of(new Hit("w1", numbered(1).id())), new Times(NOON, LATER));
    store.watches().postpone(Way.WEBHOOK, "w1", LATER, "[hook.example] answered 503");
    store.watches().matched(2, List.of(new Hit("w1", numbered(2).id())), new Times(NOON, LATER));
    assertThat(due(Way.WEBHOOK, LATER.minusMillis(1))).isEmpty();
    assertThat(due(Way.WEBHOOK, LATER)).hasSize(2);
    assertThat(store.watches().watch("w1").orElseThrow().trouble()).contains("503");
    assertThat(store.watches().giveUp(Way.WEBHOOK, "w1", 1)).isEqualTo(1);
    store.watches().told(Way.WEBHOOK, "w1", List.of(numbered(2).id()));
    assertThat(store.watches().watch("w1").orElseThrow().trouble()).isNull();
  }

  @Test
  void aRemovedQueryLeavesNothing() {
    put(numbered(1));
    store.watches().add(watch("w1", "https://hook.example/", null), List.of());
    store.watches().matched(1, List.of(new Hit("w1", numbered(1).id())), new Times(NOON, LATER));
    assertThat(store.watches().remove("w1")).isTrue();
    assertThat(store.watches().remove("w1")).isFalse();
    assertThat(store.watches().all()).isEmpty();
    assertThat(due(Way.WEBHOOK, LATER)).isEmpty();
    // It may be removed while an article is held against it.
    store.watches().matched(2, List.of(new Hit("w1", numbered(1).id())), new Times(NOON, LATER));
    assertThat(due(Way.WEBHOOK, LATER)).isEmpty();
  }

  private static Watch of(@Nullable String owner, String id) {
    return new Watch(id, owner, "sco", "SCO " + id, NOON, null, null, null, 0, null);
  }

  @Test
  void anOwnerHasHisOwnAndNoMoreThanHisFill() {
    store.watches().add(of("amna", "a1"), List.of());
    store.watches().add(of(null, "n1"), List.of());
    for (int n = 0; n < WatchRecords.MOST_OF_AN_OWNER; n++) {
      store.watches().add(of("li", "l" + n), List.of());
    }
    assertThatThrownBy(() -> store.watches().add(of("li", "more"), List.of()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("li has 200");
    store.watches().add(of("amna", "a2"), List.of());
    store.close();
    store = again();
    assertThat(store.watches().of("amna")).extracting(Watch::id).containsExactly("a1", "a2");
    assertThat(store.watches().of("li")).hasSize(WatchRecords.MOST_OF_AN_OWNER);
    assertThat(store.watches().of("nobody")).isEmpty();
    assertThat(store.watches().watch("n1").orElseThrow().owner()).isNull();
    assertThat(store.watches().all()).hasSize(WatchRecords.MOST_OF_AN_OWNER + 3);
  }

  @Test
  void anotherQueryBeginsAnewAndAnotherAddressDoesNot() {
    put(numbered(1));
    put(numbered(2));
    store.watches().add(watch("w1", "https://hook.example/", "a@b.example"), List.of());
    store.watches().matched(1, List.of(new Hit("w1", numbered(1).id())), new Times(NOON, LATER));
    store.watches().postpone(Way.WEBHOOK, "w1", LATER, "[hook.example] answered 503");
    long before = store.watches().changes();
    assertThat(store.watches().change(watch("w1", "https://other.example/", null), List.of()))
        .isTrue();
    assertThat(store.watches().changes()).isGreaterThan(before);
    Watch moved = store.watches().watch("w1").orElseThrow();
    assertThat(moved.hits()).isEqualTo(1);
    assertThat(moved.trouble()).isNull();
    assertThat(due(Way.WEBHOOK, NOON)).as("at once").containsExactly(numbered(1).id());
    assertThat(due(Way.DIGEST, LATER)).as("nobody to mail to").isEmpty();
    Watch other = new Watch("w1", "li", "flood", "Flood", LATER, null, null, null, 0, null);
    assertThat(store.watches().change(other, List.of(numbered(2).id()))).isTrue();
    Watch anew = store.watches().watch("w1").orElseThrow();
    assertThat(anew.owner()).as("it stays whose it is").isNull();
    assertThat(anew.hits()).isEqualTo(1);
    assertThat(anew.query()).isEqualTo("flood");
    assertThat(store.watches().hits("w1", null, 9))
        .extracting(Store.Row::id)
        .containsExactly(numbered(2).id());
    assertThat(due(Way.WEBHOOK, LATER)).isEmpty();
    assertThat(store.watches().change(of(null, "none"), List.of())).isFalse();
  }

  @Test
  void standingQueriesOutliveARebuild() {
    put(numbered(1));
    store.watches().add(watch("w1", null, null), List.of(numbered(1).id()));
    store.watches().matched(1, List.of(), new Times(NOON, LATER));
    store.forgetDerived();
    assertThat(store.watches().hits("w1", null, 9)).isEmpty();
    put(numbered(1));
    assertThat(store.watches().hits("w1", null, 9)).hasSize(1);
    assertThat(store.watches().matchedSeq()).isEqualTo(1);
  }

  @Test
  void movedArticlesAreCountedWhereTheyAreAndTheOldStoryLeadsThere() {
    put(numbered(1));
    put(numbered(2));
    store.save(numbered(3), Notes.NONE, with(numbered(3), numbered(2)), null);
    long seq = store.newestSeq();
    StoryId from = StoryId.of(numbered(2).id());
    StoryId to = StoryId.of(numbered(1).id());
    List<Move> moves =
        List.of(
            new Move(numbered(2).id(), from, to, "same event"),
            new Move(numbered(3).id(), from, to, "same event"));
    assertThat(store.settleMoves(moves, NOON)).containsExactly(numbered(2).id(), numbered(3).id());
    assertThat(store.story(from)).isEmpty();
    assertThat(store.story(to).orElseThrow().articles()).isEqualTo(3);
    assertThat(store.movedTo(from)).contains(to);
    assertThat(store.newestSeq()).isEqualTo(seq + 2);
    assertThat(store.movesFrom(from, 9)).containsExactlyInAnyOrderElementsOf(moves);
    assertThat(store.storyCount()).isEqualTo(1);
    assertThat(store.check()).isEmpty();
    assertThat(store.settleMoves(moves, LATER)).as("again changes nothing").isEmpty();
    // On from there: the old address follows.
    StoryId third = new StoryId("sthird");
    store.settleMoves(List.of(new Move(numbered(3).id(), to, third, "")), LATER);
    store.settleMoves(List.of(new Move(numbered(2).id(), to, third, "")), LATER);
    assertThat(store.movedTo(from)).contains(third);
    assertThat(store.movedTo(new StoryId("sunknown"))).isEmpty();
  }

  @Test
  void aStoryKnowsItsReasonsAndItsNeighbours() {
    put(numbered(1));
    Link tie =
        new Link(numbered(2).id(), numbered(1).id(), Link.Kind.RELATED, 0.4, List.of("12", "SCO"));
    store.save(
        numbered(2),
        notes("sco"),
        new org.tabadla.model.Placement(
            numbered(2).id(), StoryId.of(numbered(2).id()), List.of("Tianjin"), List.of(tie)),
        null);
    StoryId one = StoryId.of(numbered(1).id());
    StoryId two = StoryId.of(numbered(2).id());
    assertThat(store.tellings(two, 9))
        .containsExactly(new Store.Telling(numbered(2).id(), List.of("Tianjin"), notes("sco")));
    assertThat(store.nearStories(two, 9))
        .containsExactly(new Store.NearStory(one, 0.4, List.of("12", "SCO")));
    assertThat(store.nearStories(one, 9)).extracting(Store.NearStory::id).containsExactly(two);
  }

  @Test
  void risingIsCountedInTwoStretchesOfDays() {
    long today = NOON.getEpochSecond() / 86_400;
    for (int n = 0; n < 5; n++) {
      Instant when = NOON.minusSeconds(n < 3 ? n : 10 * 86_400L);
      Article a = article(n % 2 == 0 ? MUMTAZ : DAWN, "r" + n, "Rising " + n, Lang.EN, when);
      store.save(a, notes("sco"), n == 0 ? alone(a) : with(a, first()), null);
    }
    assertThat(store.risingKeywords(today - 30, today - 2, today, 3))
        .containsExactly(new Store.Rising("sco", "SCO", Lang.EN, 3, 2));
    assertThat(store.risingNames(today - 30, today - 2, today, 4)).isEmpty();
    assertThat(store.risingStories(today - 30, today - 2, today, 3))
        .extracting(Store.Rising::recent, Store.Rising::before)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(3L, 2L));
    assertThat(store.keywordDays("sco", today - 30))
        .containsExactly(new Store.DayCount(today - 10, 2), new Store.DayCount(today, 3));
    assertThat(store.days(today - 30, today)).hasSize(2);
    assertThat(store.storyDays(StoryId.of(first().id()), today - 30)).hasSize(2);
    assertThat(store.keywordLabels("sco"))
        .extracting(Store.Count::label, Store.Count::articles)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("SCO", 5L));
  }

  private static Article first() {
    return article(MUMTAZ, "r0", "Rising 0", Lang.EN, NOON);
  }
}
