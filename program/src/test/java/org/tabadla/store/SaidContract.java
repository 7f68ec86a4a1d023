package org.tabadla.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabadla.store.Samples.NOON;
import static org.tabadla.store.Samples.alone;
import static org.tabadla.store.Samples.numbered;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tabadla.model.About;
import org.tabadla.model.Notes;
import org.tabadla.model.Quote;
import org.tabadla.model.Span;
import org.tabadla.store.Store.Cursor;

/// What every store must do with topics and with what people said.
abstract class SaidContract extends WatchContract {
  private static final String MARKETS = "medtop:20000385";
  private static final String ECONOMY = "medtop:04000000";

  private static Notes notes(List<About> topics, Quote... quotes) {
    return new Notes(List.of(), List.of(), List.of(), topics, List.of(quotes));
  }

  private static About about(String code, @Nullable String above) {
    return new About(code, above, 0.5, List.of("rupee"));
  }

  private static Quote quote(@Nullable String name, String words) {
    return new Quote(
        "The minister", new Span(0, 12), name, words, new Span(20, 30), new Span(13, 17), true);
  }

  @Test
  void topicsAndQuotesComeBackAsTheyWereSaved() {
    Notes notes =
        notes(
            List.of(about(MARKETS, ECONOMY), about("medtop:13000000", null)),
            quote("person:~khan", "We will pay"),
            quote(null, "Nobody knows"));
    store.save(numbered(1), notes, alone(numbered(1)), null);
    assertThat(store.entry(numbered(1).id()).orElseThrow().notes()).isEqualTo(notes);
  }

  @Test
  void aTopicHasTheArticlesOfThoseBelowIt() {
    store.save(numbered(1), notes(List.of(about(MARKETS, ECONOMY))), alone(numbered(1)), null);
    store.save(numbered(2), notes(List.of(about(ECONOMY, null))), alone(numbered(2)), null);
    var topics = store.topics();
    assertThat(topics.articles(ECONOMY)).isEqualTo(2);
    assertThat(topics.articles(MARKETS)).isEqualTo(1);
    assertThat(topics.articles("medtop:13000000")).isZero();
    assertThat(topics.with(ECONOMY, null, 1))
        .extracting(Store.Row::title)
        .containsExactly("Headline 2");
    var after = new Cursor(numbered(2).when(), numbered(2).id().value());
    assertThat(topics.with(ECONOMY, after, 9))
        .extracting(Store.Row::title)
        .containsExactly("Headline 1");
    assertThat(topics.top(Instant.EPOCH, 1)).extracting(Store.Count::key).containsExactly(ECONOMY);
    assertThat(topics.days(ECONOMY, 0)).extracting(Store.DayCount::articles).containsExactly(2L);
  }

  @Test
  void whatSomebodySaidComesNewestFirstAndTheirsAlone() {
    for (int n = 1; n <= 3; n++) {
      Notes notes = notes(List.of(), quote("person:a", "A " + n), quote("person:b", "B " + n));
      store.save(numbered(n), notes, alone(numbered(n)), null);
    }
    var quotes = store.quotes();
    assertThat(quotes.articles("person:a")).isEqualTo(3);
    var first = quotes.by("person:a", null, 2);
    assertThat(first).extracting(s -> s.quotes().getFirst().words()).containsExactly("A 3", "A 2");
    assertThat(first).allSatisfy(spoken -> assertThat(spoken.quotes()).hasSize(1));
    var last = first.getLast().row();
    assertThat(quotes.by("person:a", new Cursor(last.when(), last.id().value()), 9))
        .extracting(s -> s.quotes().getFirst().words())
        .containsExactly("A 1");
    assertThat(quotes.by("person:c", null, 9)).isEmpty();
  }

  @Test
  void anotherVersionTakesItsTopicsAndSpeakersAway() {
    Notes before = notes(List.of(about(MARKETS, ECONOMY)), quote("person:a", "Yes"));
    store.save(numbered(1), before, alone(numbered(1)), null);
    var changed =
        Samples.article(
            Samples.MUMTAZ, "a1", "Other words", org.tabadla.model.Lang.EN, NOON.plusSeconds(60));
    store.save(changed, Notes.NONE, alone(changed), null);
    assertThat(store.topics().articles(ECONOMY)).isZero();
    assertThat(store.quotes().by("person:a", null, 9)).isEmpty();
  }
}
