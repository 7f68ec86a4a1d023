package org.tabadla.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Moment;
import org.tabadla.model.Notes;
import org.tabadla.model.StoryId;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Row;
import org.tabadla.store.Store.Telling;

/// Fills the page of a story.
final class Stories {
  private static final int ROWS = 300;
  private static final int CHIPS = 12;
  private static final int NEAR = 8;
  private static final int ENTRIES_FOR_KEYWORDS = 5;

  private final Store store;
  private final Listings listings;
  private final Shells shells;
  private final Additions additions;

  Stories(Store store, Listings listings, Shells shells) {
    this.store = store;
    this.listings = listings;
    this.shells = shells;
    this.additions = new Additions(store);
  }

  StoryPage page(Reader reader, StoryId id) {
    Listing listing = listings.story(id, ROWS);
    List<Row> rows = listing.rows().reversed();
    Ui ui = reader.ui();
    Row lead = lead(ui, rows, listing);
    var outlets = chips(rows, row -> row.source().value());
    Map<ArticleId, Telling> tellings = new HashMap<>();
    store.tellings(id, ROWS).forEach(telling -> tellings.put(telling.id(), telling));
    Map<ArticleId, Notes> notes = new HashMap<>();
    tellings.forEach((article, telling) -> notes.put(article, telling.notes()));
    Instant woke = Waking.last(rows);
    return new StoryPage(
        shells.of(ui, lead.title(), listing),
        Said.of(lead.title(), lead.lang()),
        ui.count("count.articles", listing.total()),
        ui.count("outlets", outlets.size()),
        days(reader, rows, tellings),
        outlets.values().stream()
            .map(of -> reader.source(of.getFirst().source(), of.getFirst().sourceName()))
            .limit(CHIPS)
            .toList(),
        languages(ui, rows),
        TopicPages.chips(ui, notes.values()),
        Quotes.of(reader, rows, notes),
        keywords(reader, rows, notes),
        woke == null ? null : reader.dated().ofRow(woke),
        additions.of(reader, rows, notes),
        near(reader, id),
        Chart.ofStory(reader, store, id, listing.rows()));
  }

  private List<Line> near(Reader reader, StoryId id) {
    List<Line> lines = new ArrayList<>();
    for (Store.NearStory near : store.nearStories(id, NEAR)) {
      store
          .story(near.id())
          .ifPresent(story ->
              lines.add(
                  reader
                      .line(story.lead())
                      .leading(reader.ui().link(Reader.storyPath(story)))
                      .because(near.reasons().stream().map(Said::unknown).toList())));
    }
    return lines;
  }

  private static Row lead(Ui ui, List<Row> rows, Listing listing) {
    return rows.stream()
        .filter(row -> row.lang().primary().equals(ui.lang().primary()))
        .findFirst()
        .or(() -> rows.stream().findFirst())
        .orElseThrow(() -> new Missing(listing.path()));
  }

  private static Map<String, List<Row>> chips(List<Row> rows, Function<Row, String> by) {
    return rows.stream()
        .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
  }

  private static List<String> languages(Ui ui, List<Row> rows) {
    return chips(rows, row -> row.lang().primary()).values().stream()
        .sorted(Comparator.comparingInt(of -> -of.size()))
        .map(of -> ui.languageName(of.getFirst().lang()) + " " + ui.number(of.size()))
        .toList();
  }

  /// Copies are folded first, so that one stays under its original though it came a day later.
  private static List<StoryPage.Day> days(
      Reader reader, List<Row> rows, Map<ArticleId, Telling> tellings) {
    Map<String, List<Line>> byDay = new LinkedHashMap<>();
    Map<String, Instant> instants = new LinkedHashMap<>();
    Map<String, Row> byHref = new LinkedHashMap<>();
    rows.forEach(row -> byHref.put(reader.ui().link(Reader.articlePath(row.id())), row));
    for (Line line : reader.folded(rows)) {
      Row row = byHref.get(line.href());
      if (row != null) {
        Instant day = row.when().truncatedTo(ChronoUnit.DAYS);
        instants.putIfAbsent(day.toString(), day);
        byDay
            .computeIfAbsent(day.toString(), k -> new ArrayList<>())
            .add(line.because(why(tellings.get(row.id()))));
      }
    }
    return instants.values().stream()
        .sorted()
        .map(day ->
            new StoryPage.Day(
                reader.dated().of(Moment.day(day.atOffset(java.time.ZoneOffset.UTC).toLocalDate())),
                byDay.getOrDefault(day.toString(), List.of())))
        .toList();
  }

  private static List<Said> why(@Nullable Telling telling) {
    return telling == null ? List.of() : telling.why().stream().map(Said::unknown).toList();
  }

  private static List<Chip> keywords(Reader reader, List<Row> rows, Map<ArticleId, Notes> notes) {
    Map<String, Chip> chips = new LinkedHashMap<>();
    rows.stream()
        .limit(ENTRIES_FOR_KEYWORDS)
        .flatMap(row -> Stream.ofNullable(notes.get(row.id())))
        .flatMap(of -> of.keywords().stream().limit(CHIPS / 2))
        .forEach(k -> chips.putIfAbsent(k.key(), reader.keyword(k.key(), Said.of(k.text()), null)));
    return chips.values().stream().limit(CHIPS).toList();
  }
}
