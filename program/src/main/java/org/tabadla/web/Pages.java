package org.tabadla.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.SourceId;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Count;
import org.tabadla.store.Store.Row;
import org.tabadla.store.Store.SourceRow;

/// Fills the pages that list: front, sources, one source, keyword, name, search.
final class Pages {
  private static final Duration KEYWORD_WINDOW = Duration.ofDays(7);
  private static final int SIDE_CHIPS = 24;
  private static final int LABELS = 16;
  private static final int CHART_DAYS = 31;
  private static final int TROUBLE_ROWS = 20;

  private final Store store;
  private final Listings listings;
  private final Shells shells;
  private final InstantSource clock;
  private final Quotes quotes;

  Pages(Store store, Listings listings, Shells shells, InstantSource clock) {
    this.store = store;
    this.listings = listings;
    this.shells = shells;
    this.clock = clock;
    this.quotes = new Quotes(store, shells);
  }

  FrontPage front(Reader reader, Store.@Nullable Cursor after) {
    Listing listing = listings.front(after, Listing.PAGE_ROWS);
    Instant since = weekBeforeTheNewest();
    Ui ui = reader.ui();
    return new FrontPage(
        shells.of(ui, ui.say("front"), listing),
        reader.stories(listing.stories(), store),
        store.keywords(since, SIDE_CHIPS).stream()
            .map(c -> reader.keyword(c.key(), Said.of(c.label(), c.lang()), number(ui, c)))
            .toList(),
        store.names(since, SIDE_CHIPS).stream().map(c -> name(reader, c)).toList(),
        next(ui, listing));
  }

  /// Under the name that the reader's language has for it, where some article writes it.
  private Chip name(Reader reader, Count counted) {
    Count mine = Reader.label(store.nameLabels(counted.key()), reader.ui().lang());
    Count shown = mine == null ? counted : mine;
    return reader.name(
        counted.key(), Said.of(shown.label(), shown.lang()), number(reader.ui(), counted));
  }

  /// An archive of old pages has keywords too: the week ends with its newest article.
  private Instant weekBeforeTheNewest() {
    return newest().minus(KEYWORD_WINDOW);
  }

  private Instant newest() {
    Instant now = clock.instant();
    List<Row> newest = store.newest(null, 1);
    return newest.isEmpty() || newest.getFirst().when().isAfter(now)
        ? now
        : newest.getFirst().when();
  }

  private static String number(Ui ui, Count count) {
    return ui.number(count.articles());
  }

  ListingPage keyword(Reader reader, String key, Store.@Nullable Cursor after) {
    Listing listing = listings.keyword(key, after, Listing.PAGE_ROWS);
    return page(
        reader,
        "keyword",
        listing,
        labels(reader, listing, store.keywordLabels(key)),
        chart(reader, from -> store.keywordDays(key, from)));
  }

  ListingPage name(Reader reader, String key, Store.@Nullable Cursor after) {
    List<Count> labels = store.nameLabels(key);
    Listing listing = named(reader, listings.name(key, after, Listing.PAGE_ROWS), labels);
    ListingPage page =
        page(
            reader,
            "name.page",
            listing,
            labels(reader, listing, labels),
            chart(reader, from -> store.nameDays(key, from)));
    boolean isQuoted = after == null && store.quotes().articles(key) > 0;
    return isQuoted
        ? page.saying(quotes.of(reader, key), reader.ui().link(Quotes.path(key)))
        : page;
  }

  ListingPage watch(Reader reader, String id, Store.@Nullable Cursor after) {
    Listing listing = listings.watch(id, after, Listing.PAGE_ROWS);
    return page(reader, "watch", listing, List.of(), null);
  }

  /// The same under the name that the reader's language has for it, where some article writes it.
  private static Listing named(Reader reader, Listing listing, List<Count> labels) {
    Count mine = Reader.label(labels, reader.ui().lang());
    return mine == null ? listing : listing.called(mine.label(), mine.lang());
  }

  /// The other ways in which it is written, each with its language.
  private static List<Chip> labels(Reader reader, Listing listing, List<Count> labels) {
    return labels.stream()
        .filter(
            label -> !label.label().equals(listing.title()) || !label.lang().equals(listing.lang()))
        .limit(LABELS)
        .map(label ->
            new Chip(
                "",
                Said.of(label.label(), label.lang()),
                label.lang().isKnown() ? reader.ui().languageName(label.lang()) : null))
        .toList();
  }

  private Chart chart(Reader reader, LongFunction<List<Store.DayCount>> days) {
    long until = Chart.day(newest());
    long from = until - CHART_DAYS + 1;
    return Chart.of(reader, days.apply(from), from, until);
  }

  private ListingPage page(
      Reader reader, String kind, Listing listing, List<Chip> labels, @Nullable Chart chart) {
    Ui ui = reader.ui();
    String title = listing.title() == null ? "" : listing.title();
    return new ListingPage(
        shells.of(ui, title, listing),
        ui.say(kind),
        Said.of(title, listing.lang()),
        ui.count("count.articles", listing.total()),
        labels,
        List.of(),
        List.of(),
        null,
        chart,
        reader.lines(listing.rows()),
        next(ui, listing));
  }

  SourcesPage sources(Reader reader) {
    Ui ui = reader.ui();
    var entries = store.sources().stream().map(row -> entry(reader, row)).toList();
    return new SourcesPage(shells.of(ui, ui.say("sources"), "/sources"), entries);
  }

  private static SourcesPage.Entry entry(Reader reader, SourceRow row) {
    Instant newest = row.newest();
    String trouble = row.trouble();
    return new SourcesPage.Entry(
        reader.source(row.source().id(), row.source().name()),
        reader.ui().count("count.articles", row.articles()),
        language(reader.ui(), row.source().lang()),
        newest == null ? null : reader.dated().ofRow(newest),
        trouble == null ? null : Said.unknown(trouble));
  }

  private static @Nullable String language(Ui ui, Lang lang) {
    return lang.isKnown() ? ui.languageName(lang) : null;
  }

  SourcePage source(Reader reader, SourceId id, Store.@Nullable Cursor after) {
    var row = store.source(id).orElseThrow(() -> new Missing("source " + id));
    Listing listing = listings.source(id, after, Listing.PAGE_ROWS);
    Ui ui = reader.ui();
    return new SourcePage(
        shells.of(ui, row.source().name(), listing),
        Said.unknown(row.source().name()),
        Safe.href(row.source().site()),
        language(ui, row.source().lang()),
        ui.count("count.articles", row.articles()),
        store.feedsOf(id).stream()
            .map(feed -> address(feed.address(), feed.trouble(), null))
            .toList(),
        store.troubles(id, TROUBLE_ROWS).stream()
            .map(v -> address(v.url(), v.detail(), reader.dated().ofRow(v.at())))
            .toList(),
        reader.lines(listing.rows()),
        next(ui, listing));
  }

  private static SourcePage.Address address(
      String address, @Nullable String trouble, @Nullable When when) {
    return new SourcePage.Address(
        Said.unknown(address),
        Safe.href(address),
        trouble == null ? null : Said.unknown(trouble),
        when);
  }

  SearchPage search(Reader reader, SearchPage.Asked asked, @Nullable String from) {
    return switch (listings.search(asked, from, Listing.PAGE_ROWS)) {
      case Listings.Searched.Nothing nothing -> searched(reader, asked, null, null, null);
      case Listings.Searched.Bad bad ->
          searched(reader, asked, null, null, Said.unknown(bad.why()));
      case Listings.Searched.Found found ->
          searched(reader, asked, found.listing(), found(reader.ui(), found.listing()), null);
    };
  }

  private static final int EXACT_TOTAL = 1_000;

  private static String found(Ui ui, Listing listing) {
    if (listing.total() == 0) {
      return ui.say("search.none");
    }
    return listing.total() > EXACT_TOTAL
        ? ui.say("search.many", ui.number(EXACT_TOTAL))
        : ui.count("search.results", listing.total());
  }

  private SearchPage searched(
      Reader reader,
      SearchPage.Asked asked,
      @Nullable Listing listing,
      @Nullable String count,
      @Nullable Said trouble) {
    Ui ui = reader.ui();
    String title = asked.q().isEmpty() ? ui.say("search") : asked.q();
    Shell shell = listing == null ? shells.of(ui, title, "/search") : shells.of(ui, title, listing);
    return new SearchPage(
        shell.asking(asked.q()),
        asked,
        count,
        ui.link("/watches?q=" + Listings.encoded(Listings.query(asked))),
        trouble,
        listing == null
            ? List.of()
            : listing.rows().stream().map(row -> hit(reader, listing, row)).toList(),
        choices(ui),
        listing == null ? null : next(ui, listing));
  }

  private static Line hit(Reader reader, Listing listing, Row row) {
    String words = listing.excerpts().getOrDefault(row.id(), "");
    return reader.line(row, words.isBlank() ? row.excerpt() : words);
  }

  private static List<SearchPage.Choice> choices(Ui ui) {
    return ui.languages().stream()
        .map(lang -> new SearchPage.Choice(lang.tag(), ui.languageName(lang)))
        .toList();
  }

  private static @Nullable String next(Ui ui, Listing listing) {
    String path = listing.nextPath();
    return path == null ? null : ui.link(path);
  }
}
