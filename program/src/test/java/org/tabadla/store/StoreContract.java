package org.tabadla.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tabadla.store.Samples.DAWN;
import static org.tabadla.store.Samples.MUMTAZ;
import static org.tabadla.store.Samples.NOON;
import static org.tabadla.store.Samples.alone;
import static org.tabadla.store.Samples.article;
import static org.tabadla.store.Samples.copy;
import static org.tabadla.store.Samples.failed;
import static org.tabadla.store.Samples.notes;
import static org.tabadla.store.Samples.numbered;
import static org.tabadla.store.Samples.visit;
import static org.tabadla.store.Samples.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Feed;
import org.tabadla.model.FeedId;
import org.tabadla.model.Lang;
import org.tabadla.model.Link;
import org.tabadla.model.Notes;
import org.tabadla.model.Source;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.store.Store.Change;
import org.tabadla.store.Store.Cursor;
import org.tabadla.store.Store.Entry;
import org.tabadla.store.Store.Row;
import org.tabadla.store.Store.Saved;
import org.tabadla.store.Store.StoryRow;

/// What every store must do. A new kind of store is done when a class that extends this one passes.
abstract class StoreContract {
  private static final Lang ZH = new Lang("zh");

  @SuppressWarnings("NullAway.Init") // set before each test
  Store store;

  /// @return a store without rows
  abstract Store empty();

  /// @return the same store, opened once more
  abstract Store again();

  @BeforeEach
  void open() {
    store = empty();
  }

  @AfterEach
  void shut() {
    store.close();
  }

  private Saved save(Article article) {
    return store.save(article, Notes.NONE, alone(article), visit(article));
  }

  private static List<String> titles(List<Row> rows) {
    return rows.stream().map(Row::title).toList();
  }

  private static Cursor after(Row row) {
    return new Cursor(row.when(), row.id().value());
  }

  @Test
  void everyPartOfAnArticleComesBack() {
    Article full = Samples.full();
    store.save(full, notes("economy"), with(full, full), visit(full));
    Entry entry = store.entry(full.id()).orElseThrow();
    // A lone surrogate is no letter and becomes a question mark on its way to UTF-8.
    assertThat(entry.article().text()).isEqualTo(full.text().replace('\uD800', '?'));
    assertThat(entry.article()).usingRecursiveComparison().ignoringFields("body").isEqualTo(full);
    assertThat(entry.article().body()).hasSameSizeAs(full.body());
    assertThat(entry.notes()).isEqualTo(notes("economy"));
    assertThat(entry.story()).isEqualTo(StoryId.of(full.id()));
    assertThat(entry.why()).containsExactly("same words");
  }

  @Test
  void whatIsSavedIsThereAfterOpeningAgain() {
    save(numbered(1));
    store.close();
    store = again();
    assertThat(titles(store.newest(null, 10))).containsExactly("Headline 1");
    assertThat(store.articleCount()).isEqualTo(1);
  }

  @Test
  void theSameWordsAgainChangeNothingButTheVisit() {
    Saved first = save(numbered(1));
    Store.VisitRow later =
        new Store.VisitRow(
            numbered(1).url(),
            MUMTAZ,
            null,
            NOON.plusSeconds(9),
            "11",
            "f:2",
            Store.Outcome.ARTICLE,
            "",
            numbered(1).id(),
            "told");
    Saved second = store.save(numbered(1), Notes.NONE, alone(numbered(1)), later);
    assertThat(first.change()).isEqualTo(Change.NEW);
    assertThat(second).isEqualTo(new Saved(Change.SAME, 1, first.seq()));
    assertThat(store.visit(numbered(1).url())).contains(later);
    assertThat(store.newestSeq()).isEqualTo(first.seq());
    assertThat(store.check()).isEmpty();
  }

  @Test
  void otherWordsBecomeTheNextVersion() {
    Article before = article(MUMTAZ, "x", "Nine projects", Lang.EN, NOON);
    Article after = article(MUMTAZ, "x", "Twelve projects", Lang.EN, NOON.plusSeconds(60));
    store.save(before, notes("nine"), alone(before), null);
    Saved saved = store.save(after, notes("twelve"), alone(after), null);
    assertThat(saved.change()).isEqualTo(Change.CHANGED);
    assertThat(saved.version()).isEqualTo(2);
    assertThat(store.versions(before.id()))
        .extracting(v -> v.article().title().value())
        .containsExactly("Nine projects", "Twelve projects");
    assertThat(titles(store.newest(null, 10))).containsExactly("Twelve projects");
    assertThat(store.withKeyword("nine", null, 10)).isEmpty();
    assertThat(store.keyword("nine")).isEmpty();
    assertThat(titles(store.withKeyword("twelve", null, 10))).containsExactly("Twelve projects");
    assertThat(store.articleCount()).isEqualTo(1);
    assertThat(store.check()).isEmpty();
  }

  @Test
  void theLogShowsEachArticleOnceAtItsNewestPlace() {
    save(numbered(1));
    save(numbered(2));
    Article changed = article(MUMTAZ, "a1", "Changed", Lang.EN, NOON);
    Saved last = save(changed);
    List<String> seen = new ArrayList<>();
    long seq = 0;
    for (List<Entry> page = store.since(seq, 1); !page.isEmpty(); page = store.since(seq, 1)) {
      seen.add(page.getFirst().article().title().value());
      seq = page.getLast().seq();
    }
    assertThat(seen).containsExactly("Headline 2", "Changed");
    assertThat(seq).isEqualTo(last.seq()).isEqualTo(store.newestSeq());
  }

  @Test
  void listingsGoOnAfterTheLastRowSeenAlsoWithinOneMoment() {
    for (int n = 0; n < 7; n++) {
      save(article(n % 2 == 0 ? MUMTAZ : DAWN, "s" + n, "Same moment " + n, Lang.EN, NOON));
    }
    List<Row> all = store.newest(null, 100);
    List<Row> paged = new ArrayList<>();
    for (List<Row> page = store.newest(null, 2);
        !page.isEmpty();
        page = store.newest(after(page.getLast()), 2)) {
      paged.addAll(page);
    }
    assertThat(paged).hasSize(7).isEqualTo(all);
    List<Row> dawn = store.newestOf(DAWN, null, 2);
    assertThat(dawn).hasSize(2);
    assertThat(store.newestOf(DAWN, after(dawn.getLast()), 2)).hasSize(1);
  }

  @Test
  void theNewestComeFirst() {
    save(numbered(2));
    save(numbered(3));
    save(numbered(1));
    assertThat(titles(store.newest(null, 2))).containsExactly("Headline 3", "Headline 2");
  }

  @Test
  void rowsComeInTheOrderAskedWithoutTheUnknown() {
    save(numbered(1));
    save(numbered(2));
    List<ArticleId> ids = new ArrayList<>(List.of(numbered(2).id()));
    for (int i = 0; i < 450; i++) {
      ids.add(new ArticleId("unknown" + i));
    }
    ids.add(numbered(1).id());
    assertThat(titles(store.rows(ids))).containsExactly("Headline 2", "Headline 1");
    assertThat(store.rows(List.of())).isEmpty();
  }

  @Test
  void keywordsAndNamesCountTheirArticles() {
    store.save(numbered(1), notes("sco", "trade"), alone(numbered(1)), null);
    store.save(numbered(2), notes("sco"), alone(numbered(2)), null);
    assertThat(store.keywords(NOON.minusSeconds(86_400), 10))
        .extracting(Store.Count::key, Store.Count::articles)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("sco", 2L),
            org.assertj.core.groups.Tuple.tuple("trade", 1L));
    assertThat(store.keywords(NOON.plusSeconds(5 * 86_400), 10)).isEmpty();
    assertThat(store.names(Instant.EPOCH, 10))
        .extracting(Store.Count::label)
        .containsExactly("Beijing");
    assertThat(store.name("beijing").orElseThrow().articles()).isEqualTo(2);
    assertThat(titles(store.withName("beijing", null, 1))).containsExactly("Headline 2");
  }

  @Test
  void aKeywordIsLabelledAsMostArticlesWriteIt() {
    String[] labels = {"S.C.O.", "SCO", "SCO", "S.C.O.", "SCO"};
    for (int n = 0; n < labels.length; n++) {
      var text = new org.tabadla.model.Text(labels[n], Lang.EN);
      var keyword = new org.tabadla.model.Keyword(text, "sco", 1);
      store.save(
          numbered(n),
          new Notes(List.of(keyword, keyword), List.of(), List.of()),
          alone(numbered(n)),
          null);
    }
    assertThat(store.keyword("sco")).contains(new Store.Count("sco", "SCO", Lang.EN, 5));
  }

  @Test
  void aStoryCountsItsArticlesOutletsAndLanguages() {
    Article first = article(MUMTAZ, "1", "First", Lang.UR, NOON);
    Article second = article(DAWN, "2", "Second", Lang.EN, NOON.plusSeconds(60));
    Article third = article(MUMTAZ, "3", "Third", Lang.UR, NOON.plusSeconds(120));
    save(first);
    store.save(second, Notes.NONE, with(second, first), null);
    store.save(third, Notes.NONE, with(third, first), null);
    StoryRow story = store.story(StoryId.of(first.id())).orElseThrow();
    assertThat(story.articles()).isEqualTo(3);
    assertThat(story.outlets()).isEqualTo(2);
    assertThat(story.langs()).containsExactly(Lang.UR, Lang.EN);
    assertThat(story.first()).isEqualTo(NOON);
    assertThat(story.last()).isEqualTo(NOON.plusSeconds(120));
    assertThat(titles(store.storyArticles(story.id()))).containsExactly("First", "Second", "Third");
    assertThat(store.storyCount()).isEqualTo(1);
  }

  @Test
  void theLeadIsTheEarliestFullReportOfTheMainLanguage() {
    String words = "A full report has some length. ".repeat(20);
    Article brief = article(MUMTAZ, "b", "Brief", "Short.", ZH, NOON);
    Article foreign = article(DAWN, "f", "Foreign", words, Lang.EN, NOON.plusSeconds(1));
    Article copied = article(DAWN, "c", "Copied", words, ZH, NOON.plusSeconds(2));
    Article report = article(MUMTAZ, "r", "Report", words + "!", ZH, NOON.plusSeconds(3));
    save(brief);
    store.save(foreign, Notes.NONE, with(foreign, brief), null);
    store.save(copied, Notes.NONE, with(copied, brief, copy(copied, report)), null);
    store.save(report, Notes.NONE, with(report, brief), null);
    assertThat(store.stories(null, 1).getFirst().lead().title()).isEqualTo("Report");
  }

  @Test
  void ofFullReportsTheMostCentralLeadsAndOneOfAnOutletWithANameBeforeIt() {
    String words = "A full report has some length. ".repeat(20);
    store.saveSource(new Source(MUMTAZ, "Daily Mumtaz", null, Lang.UR));
    Article early = article(MUMTAZ, "e", "Early", words, Lang.EN, NOON);
    Article middle = article(MUMTAZ, "m", "Middle", words, Lang.EN, NOON.plusSeconds(1));
    Article aside = article(MUMTAZ, "a", "Aside", words, Lang.EN, NOON.plusSeconds(2));
    Article nameless = article(DAWN, "n", "Nameless", words, Lang.EN, NOON.minusSeconds(3));
    store.save(early, notes("flood"), alone(early), null);
    store.save(middle, notes("flood", "bridge"), with(middle, early), null);
    store.save(aside, notes("bridge", "army", "mayor"), with(aside, early), null);
    store.save(nameless, notes("flood", "bridge"), with(nameless, early), null);
    assertThat(store.stories(null, 1).getFirst().lead().title()).isEqualTo("Middle");
    store.saveSource(new Source(DAWN, "Dawn", null, Lang.EN));
    Article last = article(DAWN, "l", "Last", words, Lang.EN, NOON.plusSeconds(4));
    store.save(last, notes("harvest"), with(last, early), null);
    assertThat(store.stories(null, 1).getFirst().lead().title()).isEqualTo("Nameless");
  }

  @Test
  void storiesComeByTheirNewestArticle() {
    for (int n = 1; n <= 3; n++) {
      save(numbered(n));
    }
    Article late = article(DAWN, "late", "Late", Lang.EN, NOON.plusSeconds(9_000));
    store.save(late, Notes.NONE, with(late, numbered(1)), null);
    List<StoryRow> page = store.stories(null, 2);
    assertThat(page)
        .extracting(StoryRow::id)
        .containsExactly(StoryId.of(numbered(1).id()), StoryId.of(numbered(3).id()));
    Cursor cursor = new Cursor(page.getLast().last(), page.getLast().id().value());
    assertThat(store.stories(cursor, 2))
        .extracting(StoryRow::id)
        .containsExactly(StoryId.of(numbered(2).id()));
  }

  @Test
  void anArticleThatMovesToAnotherStoryIsCountedThere() {
    save(numbered(1));
    Saved before = save(numbered(2));
    Saved moved = store.save(numbered(2), Notes.NONE, with(numbered(2), numbered(1)), null);
    assertThat(moved.change()).isEqualTo(Change.SAME);
    assertThat(moved.seq()).isGreaterThan(before.seq());
    assertThat(store.story(StoryId.of(numbered(2).id()))).isEmpty();
    assertThat(store.story(StoryId.of(numbered(1).id())).orElseThrow().articles()).isEqualTo(2);
    assertThat(store.storyCount()).isEqualTo(1);
    assertThat(store.check()).isEmpty();
  }

  @Test
  void linksKeepTheirOrderAndReasonsAndTellOfCopies() {
    save(numbered(1));
    save(numbered(2));
    Article copied = numbered(3);
    Link first = copy(copied, numbered(1));
    Link second =
        new Link(copied.id(), numbered(2).id(), Link.Kind.RELATED, 0.4, List.of("12", "SCO"));
    store.save(copied, Notes.NONE, with(copied, numbered(1), first, second), null);
    assertThat(store.links(copied.id())).containsExactly(first, second);
    assertThat(store.linksTo(numbered(2).id(), 5)).containsExactly(second);
    assertThat(store.copiesOf(numbered(1).id())).containsExactly(copied.id());
    assertThat(store.newest(null, 1).getFirst().copyOf()).isEqualTo(numbered(1).id());
  }

  @Test
  void aSourceKeepsWhatIsKnownOfIt() {
    store.saveSource(new Source(MUMTAZ, "Daily Mumtaz", "https://mumtaz.example/", Lang.UR));
    store.saveSource(new Source(MUMTAZ, MUMTAZ.value(), null, Lang.UND));
    save(numbered(1));
    Store.SourceRow row = store.source(MUMTAZ).orElseThrow();
    assertThat(row.source())
        .isEqualTo(new Source(MUMTAZ, "Daily Mumtaz", "https://mumtaz.example/", Lang.UR));
    assertThat(row.articles()).isEqualTo(1);
    assertThat(row.newest()).isEqualTo(numbered(1).when());
    assertThat(store.sources()).containsExactly(row);
    assertThat(store.source(new SourceId("nobody.example"))).isEmpty();
  }

  @Test
  void feedsThatAreDueComeLongestOverdueFirst() {
    Feed late = feed("late", NOON.minusSeconds(60), null);
    Feed later = feed("later", NOON, "[mumtaz.example] HTTP 404: gone?");
    store.saveFeed(later);
    store.saveFeed(late);
    store.saveFeed(feed("future", NOON.plusSeconds(1), null));
    store.saveFeed(feed("done", null, null));
    assertThat(store.due(NOON, 10)).containsExactly(late, later);
    assertThat(store.feed(later.id())).contains(later);
    assertThat(store.feedsOf(MUMTAZ)).hasSize(4);
    assertThat(store.feeds()).hasSize(4);
    assertThat(store.source(MUMTAZ).orElseThrow().trouble()).isEqualTo(later.trouble());
  }

  private static Feed feed(String path, @Nullable Instant due, @Nullable String trouble) {
    String url = "https://mumtaz.example/" + path;
    return new Feed(
        FeedId.of(url), MUMTAZ, Feed.Kind.FEED, url, null, "e", null, due, 900, 0, trouble);
  }

  @Test
  void troublesAreTheNewestVisitsThatBroughtNothing() {
    store.saveVisit(failed(MUMTAZ, "1", NOON));
    store.saveVisit(failed(DAWN, "2", NOON.plusSeconds(1)));
    store.saveVisit(failed(MUMTAZ, "a3", NOON));
    save(numbered(3));
    assertThat(store.troubles(5))
        .containsExactly(failed(DAWN, "2", NOON.plusSeconds(1)), failed(MUMTAZ, "1", NOON));
    assertThat(store.troubles(MUMTAZ, 5)).containsExactly(failed(MUMTAZ, "1", NOON));
  }

  @Test
  void anAddressMayBeVeryLong() {
    String path = "p".repeat(100_000);
    store.saveVisit(failed(MUMTAZ, path, NOON));
    assertThat(store.visit("https://" + MUMTAZ + "/" + path)).isPresent();
  }

  @Test
  void viewsAreCountedAndOutliveTheArticle() {
    save(numbered(1));
    store.countView(numbered(1).id());
    store.countView(numbered(1).id());
    store.forgetDerived();
    assertThat(store.views(numbered(1).id())).isEqualTo(2);
    assertThat(store.views(numbered(2).id())).isZero();
  }

  @Test
  void forgettingTheDerivedKeepsWhatCannotBeDerived() {
    store.saveFeed(feed("f", NOON, null));
    Saved before = store.save(numbered(1), notes("sco"), alone(numbered(1)), visit(numbered(1)));
    store.forgetDerived();
    assertThat(store.articleCount()).isZero();
    assertThat(store.storyCount()).isZero();
    assertThat(store.newest(null, 9)).isEmpty();
    assertThat(store.keyword("sco")).isEmpty();
    assertThat(store.feeds()).hasSize(1);
    assertThat(store.visit(numbered(1).url())).isPresent();
    assertThat(store.check()).isEmpty();
    assertThat(save(numbered(1)).seq()).isGreaterThan(before.seq());
  }

  @Test
  void manyThreadsLoseNothing() throws Exception {
    try (var threads = java.util.concurrent.Executors.newFixedThreadPool(6)) {
      var jobs = new ArrayList<java.util.concurrent.Future<Saved>>();
      for (int n = 0; n < 60; n++) {
        int number = n % 30;
        jobs.add(threads.submit(() -> save(numbered(number))));
      }
      for (var job : jobs) {
        job.get();
      }
    }
    assertThat(store.articleCount()).isEqualTo(30);
    assertThat(store.since(0, 100)).hasSize(30);
    assertThat(store.check()).isEmpty();
  }

  @Test
  void excerptsAreTheStandfirstOrTheFirstParagraph() {
    save(numbered(1));
    assertThat(store.newest(null, 1).getFirst().excerpt())
        .isEqualTo("A body of its own: Headline 1");
  }
}
