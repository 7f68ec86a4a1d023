package org.tabadla.store;

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
import org.tabadla.model.Lang;
import org.tabadla.model.Link;
import org.tabadla.model.Move;
import org.tabadla.model.Notes;
import org.tabadla.model.Placement;
import org.tabadla.model.Shelf;
import org.tabadla.model.Source;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.model.Version;

/// The records. One writer, many readers; every method that writes returns after the write would
/// survive `kill -9`.
///
/// Listings are newest first, at most `limit` long, and continue after a {@link Cursor}; none
/// counts or sorts the whole archive.
public interface Store extends AutoCloseable {

  /// Where a listing continues: the last row seen.
  record Cursor(Instant when, String id) {}

  /// One row of a listing: enough to show a line without reading the body.
  ///
  /// @param excerpt the standfirst, or the first sentences of the body, ending at a sentence end
  /// @param version 1 for an article that never changed
  record Row(
      ArticleId id,
      SourceId source,
      String sourceName,
      StoryId story,
      String title,
      String excerpt,
      Lang lang,
      Instant when,
      @Nullable String imageUrl,
      @Nullable ArticleId copyOf,
      int version) {}

  /// One story as a line of the front page.
  ///
  /// @param lead the row whose headline speaks for the story
  /// @param articles how many articles tell it
  /// @param outlets how many outlets
  /// @param langs their languages
  /// @param first when the first article appeared
  /// @param last when the newest article appeared
  record StoryRow(
      StoryId id,
      Row lead,
      int articles,
      int outlets,
      List<Lang> langs,
      Instant first,
      Instant last) {}

  /// A keyword or name with how many articles have it.
  record Count(String key, String label, Lang lang, long articles) {}

  /// An outlet as its page shows it.
  ///
  /// @param trouble the newest trouble of one of its feeds in one line, or null
  record SourceRow(
      Source source, long articles, @Nullable Instant newest, @Nullable String trouble) {}

  /// What came of one address, for the source's page, `doctor` and resuming.
  ///
  /// @param url the address visited
  /// @param feed the feed through which it was found; null when there was none
  /// @param hash SHA-256 of the bytes; null when there were none
  /// @param record where the bytes lie in the archive (`file:offset`), null when there are none
  /// @param outcome ARTICLE, or why there is none
  /// @param detail one line: the reason with the value seen and the remedy; empty for an article
  /// @param article what it became, null when it became none
  /// @param told digest of what the feed told of the page, as of this visit; null when no feed did
  record VisitRow(
      String url,
      SourceId source,
      @Nullable FeedId feed,
      Instant at,
      @Nullable String hash,
      @Nullable String record,
      Outcome outcome,
      String detail,
      @Nullable ArticleId article,
      @Nullable String told) {}

  /// What came of a visit.
  enum Outcome {
    ARTICLE,
    LISTING,
    NOT_AN_ARTICLE,
    UNREADABLE,
    REFUSED,
    FAILED
  }

  /// What saving did.
  ///
  /// @param seq position in the log that the search index follows; grows by every NEW, CHANGED and
  ///   CORRECTED, and by a SAME whose story is another than before
  record Saved(Change change, int version, long seq) {}

  /// What saving did to the article.
  enum Change {
    NEW,
    CHANGED,
    SAME,
    /// Another reading of the same bytes stands in the place of the old one.
    CORRECTED
  }

  /// Where the bytes of a version lie.
  ///
  /// @param record in the archive (`file:offset`)
  record Kept(int version, String record) {}

  /// A site whose articles are to be read again, since more is known of its pages now.
  ///
  /// @param left how many articles more
  /// @param after the newest were done, down to this one; null when none was
  record Rereading(SourceId site, int left, @Nullable Cursor after) {}

  /// An article with all that the program knows of it.
  record Entry(
      Article article, Notes notes, StoryId story, List<String> why, int version, long seq) {}

  /// What one article tells of its story.
  ///
  /// @param why the reasons for its standing there
  record Telling(ArticleId id, List<String> why, Notes notes) {}

  /// Another story that is tied to one.
  ///
  /// @param reasons of the strongest tie
  record NearStory(StoryId id, double weight, List<String> reasons) {}

  /// How often a keyword or name came up lately, and before.
  ///
  /// @param recent articles within the recent days
  /// @param before articles within the days before those
  record Rising(String key, String label, Lang lang, long recent, long before) {}

  /// How many articles there were on a day.
  ///
  /// @param day days since 1970-01-01, UTC
  record DayCount(long day, long articles) {}

  // Sources and feeds.

  /// Adds the source, or takes over its name, site and language where it was there; never blanks a
  /// known value.
  void saveSource(Source source);

  Optional<SourceRow> source(SourceId id);

  /// All outlets by name, with their counts.
  List<SourceRow> sources();

  void saveFeed(Feed feed);

  Optional<Feed> feed(FeedId id);

  List<Feed> feeds();

  List<Feed> feedsOf(SourceId source);

  /// Feeds whose time has come, longest overdue first.
  List<Feed> due(Instant now, int limit);

  // Visits.

  void saveVisit(VisitRow visit);

  Optional<VisitRow> visit(String url);

  /// The newest visits of a source that ended in trouble.
  List<VisitRow> troubles(SourceId source, int limit);

  /// The newest visits of all sources that ended in trouble.
  List<VisitRow> troubles(int limit);

  // Articles.

  /// Saves an article with its notes, its place and the visit that brought it, all or nothing. The
  /// same words again change nothing (but the visit, and the story and links where they are
  /// others); other words under the same id become the next version.
  Saved save(Article article, Notes notes, Placement placement, @Nullable VisitRow visit);

  /// Puts another reading of the same bytes in the place of a version, which stays the same
  /// version. Of an older version than the newest only the words change.
  ///
  /// @return SAME when the words are the same after all, or the article or version is not there
  Saved correct(Version reading, Notes notes, Placement placement, @Nullable VisitRow visit);

  /// @return where the bytes of an article's versions lie, oldest first, those of which it is known
  List<Kept> kept(ArticleId id);

  Optional<Entry> entry(ArticleId id);

  List<Version> versions(ArticleId id);

  /// Links that start at the article, best first.
  List<Link> links(ArticleId from);

  /// Links that end at the article, best first: later articles that found themselves near this one.
  List<Link> linksTo(ArticleId to, int limit);

  /// Copies of the article, earliest first.
  List<ArticleId> copiesOf(ArticleId original);

  /// Rows for ids, in the order asked; unknown ids are left out.
  List<Row> rows(List<ArticleId> ids);

  List<Row> newest(@Nullable Cursor after, int limit);

  List<Row> newestOf(SourceId source, @Nullable Cursor after, int limit);

  List<Row> withKeyword(String key, @Nullable Cursor after, int limit);

  List<Row> withName(String key, @Nullable Cursor after, int limit);

  /// Entries after a position of the log, oldest first: what the index and the linker catch up
  /// from.
  List<Entry> since(long seq, int limit);

  /// The newest position of the log; 0 when it is empty.
  long newestSeq();

  // Stories.

  /// Stories, the most recently told first.
  List<StoryRow> stories(@Nullable Cursor after, int limit);

  Optional<StoryRow> story(StoryId id);

  /// A story's articles, oldest first.
  List<Row> storyArticles(StoryId id);

  /// A story's articles, oldest first, at most so many.
  List<Row> storyArticles(StoryId id, int limit);

  /// What a story's articles tell of it, oldest first.
  List<Telling> tellings(StoryId id, int limit);

  /// Other stories that the story's articles are tied to, the nearest first.
  List<NearStory> nearStories(StoryId id, int limit);

  /// Moves articles to other stories, all or nothing, and logs it. An article that is not in the
  /// story any more that it is to leave stays where it is.
  ///
  /// @return those that were moved
  List<ArticleId> settleMoves(List<Move> moves, Instant at);

  /// The log of what left a story, newest first.
  List<Move> movesFrom(StoryId id, int limit);

  /// @return the story that most of a story's former articles are in now
  Optional<StoryId> movedTo(StoryId gone);

  // Keywords and names.

  List<Count> keywords(Instant since, int limit);

  List<Count> names(Instant since, int limit);

  Optional<Count> keyword(String key);

  Optional<Count> name(String key);

  /// How a keyword is written in each language that has it, the most frequent first.
  List<Count> keywordLabels(String key);

  List<Count> nameLabels(String key);

  /// Keywords by how often they came up in two stretches of days; no order is promised.
  ///
  /// @param before the first day of the earlier stretch
  /// @param recent the first day of the later one
  /// @param until the last day
  /// @param least how often it must have come up in the later one
  List<Rising> risingKeywords(long before, long recent, long until, long least);

  List<Rising> risingNames(long before, long recent, long until, long least);

  /// The same for stories; the label is the lead's headline.
  List<Rising> risingStories(long before, long recent, long until, long least);

  /// How many articles had a keyword on each day that had one, oldest first.
  List<DayCount> keywordDays(String key, long from);

  List<DayCount> nameDays(String key, long from);

  List<DayCount> storyDays(StoryId id, long from);

  /// All articles by day, oldest first.
  List<DayCount> days(long from, long until);

  // Topics, quotes, standing queries.

  TopicRecords topics();

  QuoteRecords quotes();

  WatchRecords watches();

  // Counting.

  /// Counts one more reading of the article, and nothing about the reader.
  void countView(ArticleId id);

  long views(ArticleId id);

  long articleCount();

  long storyCount();

  // What was learnt of sites.

  /// @return what {@link #saveSiteMemory} kept last
  Optional<Bytes> siteMemory(SourceId site);

  /// Keeps what was learnt of a site; it can be learnt again, so it may be lost with the power.
  ///
  /// @param again how many of the site's articles, newest first, are to be read again because of
  ///   it; 0 leaves what is under way as it is
  void saveSiteMemory(SourceId site, Bytes memory, int again);

  List<Rereading> rereadings(int limit);

  /// Writes down how far re-reading has come; changes nothing when it began anew meanwhile.
  ///
  /// @param left how many articles are left; 0 when it is done
  void advance(Rereading from, int left, @Nullable Cursor after);

  // What people and partners did.

  /// The log of deeds. It lives as long as the database: `rebuild` leaves it alone.
  Journal journal();

  /// The rooms' papers. `rebuild` leaves them alone, too.
  Shelf shelf();

  // Keeping.

  /// Writes a consistent copy to a file while others go on reading and writing. SQLite only.
  ///
  /// @throws org.tabadla.model.Refusal on PostgreSQL, which has its own tools
  void backup(java.nio.file.Path to);

  /// Forgets all that is derived (articles, versions, links, stories), keeps sources, feeds and
  /// view counts; `rebuild` then runs the road from the archive.
  void forgetDerived();

  /// Says what is wrong with the database in lines for `doctor`; empty when all is well.
  List<String> check();

  @Override
  void close();
}
