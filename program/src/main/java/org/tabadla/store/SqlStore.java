package org.tabadla.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Bytes;
import org.tabadla.model.Feed;
import org.tabadla.model.FeedId;
import org.tabadla.model.Journal;
import org.tabadla.model.Link;
import org.tabadla.model.Move;
import org.tabadla.model.Notes;
import org.tabadla.model.Placement;
import org.tabadla.model.Shelf;
import org.tabadla.model.Source;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.model.Version;

/// The store on SQLite or PostgreSQL, by the same statements. Safe for use by many threads.
final class SqlStore implements Store {
  /// No listing is longer, whatever is asked for.
  private static final int LONGEST_LISTING = 10_000;

  private final Database database;
  private final Excerpter excerpter;
  private final Watches watches;

  SqlStore(Database database, Excerpter excerpter) {
    this.database = database;
    this.watches = new Watches(database);
    this.excerpter = excerpter;
  }

  static int within(int limit) {
    return Math.clamp(limit, 0, LONGEST_LISTING);
  }

  @Override
  public void saveSource(Source source) {
    database.write(sql -> Outlets.save(sql, source));
  }

  @Override
  public Optional<SourceRow> source(SourceId id) {
    return database.read(sql -> Outlets.source(sql, id));
  }

  @Override
  public List<SourceRow> sources() {
    return database.read(Outlets::sources);
  }

  @Override
  public void saveFeed(Feed feed) {
    database.write(sql -> Outlets.save(sql, feed));
  }

  @Override
  public Optional<Feed> feed(FeedId id) {
    return database.read(sql -> Outlets.feed(sql, id));
  }

  @Override
  public List<Feed> feeds() {
    return database.read(Outlets::feeds);
  }

  @Override
  public List<Feed> feedsOf(SourceId source) {
    return database.read(sql -> Outlets.feedsOf(sql, source));
  }

  @Override
  public List<Feed> due(Instant now, int limit) {
    return database.read(sql -> Outlets.due(sql, now, within(limit)));
  }

  @Override
  public void saveVisit(VisitRow visit) {
    database.write(sql -> Outlets.save(sql, visit));
  }

  @Override
  public Optional<VisitRow> visit(String url) {
    return database.read(sql -> Outlets.visit(sql, url));
  }

  @Override
  public List<VisitRow> troubles(SourceId source, int limit) {
    return database.read(sql -> Outlets.troubles(sql, source, within(limit)));
  }

  @Override
  public List<VisitRow> troubles(int limit) {
    return database.read(sql -> Outlets.troubles(sql, within(limit)));
  }

  @Override
  public Saved save(Article article, Notes notes, Placement placement, @Nullable VisitRow visit) {
    return database.change(sql -> {
      String record = visit == null ? null : visit.record();
      Saved saved = Articles.save(sql, article, notes, placement, excerpter, record);
      if (visit != null) {
        Outlets.save(sql, visit);
      }
      return saved;
    });
  }

  @Override
  public Saved correct(
      Version reading, Notes notes, Placement placement, @Nullable VisitRow visit) {
    return database.change(sql -> {
      Saved saved = Articles.correct(sql, reading, notes, placement, excerpter);
      if (visit != null) {
        Outlets.save(sql, visit);
      }
      return saved;
    });
  }

  @Override
  public List<Kept> kept(ArticleId id) {
    return database.read(sql -> Articles.kept(sql, id));
  }

  @Override
  public Optional<Entry> entry(ArticleId id) {
    return database.read(sql -> Articles.entry(sql, id));
  }

  @Override
  public List<Version> versions(ArticleId id) {
    return database.read(sql -> Articles.versions(sql, id));
  }

  @Override
  public List<Link> links(ArticleId from) {
    return database.read(sql -> Articles.links(sql, from));
  }

  @Override
  public List<Link> linksTo(ArticleId to, int limit) {
    return database.read(sql -> Articles.linksTo(sql, to, within(limit)));
  }

  @Override
  public List<ArticleId> copiesOf(ArticleId original) {
    return database.read(sql -> Articles.copiesOf(sql, original));
  }

  @Override
  public List<Row> rows(List<ArticleId> ids) {
    return database.read(sql -> Listings.rows(sql, ids));
  }

  @Override
  public List<Row> newest(@Nullable Cursor after, int limit) {
    return database.read(sql -> Listings.newest(sql, after, within(limit)));
  }

  @Override
  public List<Row> newestOf(SourceId source, @Nullable Cursor after, int limit) {
    return database.read(sql -> Listings.newestOf(sql, source, after, within(limit)));
  }

  @Override
  public List<Row> withKeyword(String key, @Nullable Cursor after, int limit) {
    return database.read(sql -> Listings.withTerm(sql, Terms.KEYWORD, key, after, within(limit)));
  }

  @Override
  public List<Row> withName(String key, @Nullable Cursor after, int limit) {
    return database.read(sql -> Listings.withTerm(sql, Terms.NAME, key, after, within(limit)));
  }

  @Override
  public List<Entry> since(long seq, int limit) {
    return database.read(sql -> Articles.since(sql, seq, within(limit)));
  }

  @Override
  public long newestSeq() {
    return database.read(sql -> Counters.value(sql, Counters.LOG));
  }

  @Override
  public List<StoryRow> stories(@Nullable Cursor after, int limit) {
    return database.read(sql -> Stories.stories(sql, after, within(limit)));
  }

  @Override
  public Optional<StoryRow> story(StoryId id) {
    return database.read(sql -> Stories.story(sql, id));
  }

  @Override
  public List<Row> storyArticles(StoryId id) {
    return database.read(sql -> Listings.ofStory(sql, id));
  }

  @Override
  public List<Row> storyArticles(StoryId id, int limit) {
    return database.read(sql -> Listings.ofStory(sql, id, within(limit)));
  }

  @Override
  public List<Telling> tellings(StoryId id, int limit) {
    return database.read(sql -> Tellings.of(sql, id, within(limit)));
  }

  @Override
  public List<NearStory> nearStories(StoryId id, int limit) {
    return database.read(sql -> Tellings.near(sql, id, within(limit)));
  }

  @Override
  public List<ArticleId> settleMoves(List<Move> moves, Instant at) {
    return moves.isEmpty() ? List.of() : database.change(sql -> Moves.settle(sql, moves, at));
  }

  @Override
  public List<Move> movesFrom(StoryId id, int limit) {
    return database.read(sql -> Moves.log(sql, id, within(limit)));
  }

  @Override
  public Optional<StoryId> movedTo(StoryId gone) {
    return database.read(sql -> Moves.movedTo(sql, gone));
  }

  @Override
  public List<Count> keywordLabels(String key) {
    return database.read(sql -> Trends.labels(sql, Terms.KEYWORD, key));
  }

  @Override
  public List<Count> nameLabels(String key) {
    return database.read(sql -> Trends.labels(sql, Terms.NAME, key));
  }

  @Override
  public List<Rising> risingKeywords(long before, long recent, long until, long least) {
    return database.read(
        sql -> Trends.terms(sql, Terms.KEYWORD, new Trends.Days(before, recent, until), least));
  }

  @Override
  public List<Rising> risingNames(long before, long recent, long until, long least) {
    return database.read(
        sql -> Trends.terms(sql, Terms.NAME, new Trends.Days(before, recent, until), least));
  }

  @Override
  public List<Rising> risingStories(long before, long recent, long until, long least) {
    return database.read(sql -> Trends.stories(sql, new Trends.Days(before, recent, until), least));
  }

  @Override
  public List<DayCount> keywordDays(String key, long from) {
    return database.read(sql -> Trends.termDays(sql, Terms.KEYWORD, key, from));
  }

  @Override
  public List<DayCount> nameDays(String key, long from) {
    return database.read(sql -> Trends.termDays(sql, Terms.NAME, key, from));
  }

  @Override
  public List<DayCount> storyDays(StoryId id, long from) {
    return database.read(sql -> Trends.storyDays(sql, id, from));
  }

  @Override
  public List<DayCount> days(long from, long until) {
    return database.read(sql -> Trends.days(sql, from, until));
  }

  @Override
  public TopicRecords topics() {
    return new TopicTerms(database);
  }

  @Override
  public QuoteRecords quotes() {
    return new QuoteTerms(database);
  }

  @Override
  public WatchRecords watches() {
    return watches;
  }

  @Override
  public List<Count> keywords(Instant since, int limit) {
    return database.read(sql -> Terms.top(sql, Terms.KEYWORD, since, within(limit)));
  }

  @Override
  public List<Count> names(Instant since, int limit) {
    return database.read(sql -> Terms.top(sql, Terms.NAME, since, within(limit)));
  }

  @Override
  public Optional<Count> keyword(String key) {
    return database.read(sql -> Terms.term(sql, Terms.KEYWORD, key));
  }

  @Override
  public Optional<Count> name(String key) {
    return database.read(sql -> Terms.term(sql, Terms.NAME, key));
  }

  @Override
  public void countView(ArticleId id) {
    database.writeLightly(sql -> Keeping.countView(sql, id));
  }

  @Override
  public long views(ArticleId id) {
    return database.read(
        sql -> sql.number("select views from view_count where article = ?", id.value()));
  }

  @Override
  public long articleCount() {
    return database.read(sql -> Counters.value(sql, Counters.ARTICLES));
  }

  @Override
  public long storyCount() {
    return database.read(sql -> Counters.value(sql, Counters.STORIES));
  }

  @Override
  public Optional<Bytes> siteMemory(SourceId site) {
    return database.read(sql -> Learnt.memory(sql, site));
  }

  @Override
  public void saveSiteMemory(SourceId site, Bytes memory, int again) {
    database.writeLightly(sql -> Learnt.save(sql, site, memory, again));
  }

  @Override
  public List<Rereading> rereadings(int limit) {
    return database.read(sql -> Learnt.due(sql, within(limit)));
  }

  @Override
  public void advance(Rereading from, int left, @Nullable Cursor after) {
    database.writeLightly(sql -> Learnt.advance(sql, from, left, after));
  }

  @Override
  public Journal journal() {
    return new SqlJournal(database);
  }

  @Override
  public Shelf shelf() {
    return new SqlShelf(database);
  }

  @Override
  public void backup(Path to) {
    Keeping.backup(database, to);
  }

  @Override
  public void forgetDerived() {
    database.write(Keeping::forgetDerived);
  }

  @Override
  public List<String> check() {
    return Keeping.check(database);
  }

  /// @return what the writing connection is set to; for tests
  String pragma(String name) {
    return database.setting(name);
  }

  @Override
  public void close() {
    database.close();
  }
}
