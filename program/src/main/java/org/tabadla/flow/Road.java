package org.tabadla.flow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tabadla.collect.Archive;
import org.tabadla.collect.Archived;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Digest;
import org.tabadla.model.FeedId;
import org.tabadla.model.Lang;
import org.tabadla.model.Move;
import org.tabadla.model.Notes;
import org.tabadla.model.Page;
import org.tabadla.model.Placement;
import org.tabadla.model.Reading;
import org.tabadla.model.Refusal;
import org.tabadla.model.Source;
import org.tabadla.model.SourceId;
import org.tabadla.model.Version;
import org.tabadla.read.PageReader;
import org.tabadla.read.PageReport;
import org.tabadla.read.PageTrace;
import org.tabadla.read.SeveralPages;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Change;
import org.tabadla.store.Store.Entry;
import org.tabadla.store.Store.Kept;
import org.tabadla.store.Store.Outcome;
import org.tabadla.store.Store.Saved;
import org.tabadla.store.Store.VisitRow;
import org.tabadla.understand.Understanding;

/// The one main road: a page goes in, an article or a named reason comes out, and everything
/// between is here in order.
///
/// {@link #prepare} is pure and may run on any number of threads; {@link #settle} runs one at a
/// time. A page's bytes are safe in the archive before anything is written about it, so `kill -9`
/// between the two costs a reading and never a page.
public final class Road {
  private static final int STATUS_OK = 200;

  /// What is kept beside a page in the archive.
  static final String NOTE_ADDRESS = "address";

  static final String NOTE_SOURCE = "source";
  static final String NOTE_FEED = "feed";
  static final String NOTE_PUBLISHED = "published";

  /// Of a further page of an article: the address under which the first page is kept.
  static final String NOTE_PART = "part-of";

  private final Store store;
  private final Search search;
  private final Remembering memory;
  private final Archive archive;
  private final Learning learning;
  private final ReentrantLock turn = new ReentrantLock();
  private final Set<SourceId> introduced = ConcurrentHashMap.newKeySet();

  /// When the article was fetched that was saved last: what moves because of it moves then.

  private Instant newest = Instant.EPOCH;

  public Road(Store store, Search search, Recollection recollection, Archive archive) {
    this.store = store;
    this.search = search;
    this.memory = new Remembering(store, recollection);
    this.archive = archive;
    this.learning = new Learning(store);
  }

  /// What was learnt of sites on the way.
  Learning learning() {
    return learning;
  }

  /// A page that was read and understood, and not yet written down.
  ///
  /// @param trace what it teaches about its site; null when nothing is to be learnt from it
  public record Prepared(
      Arrival arrival, String hash, Reading reading, Notes notes, @Nullable PageTrace trace) {
    Prepared untaught() {
      return new Prepared(arrival, hash, reading, notes, null);
    }
  }

  /// What became of a page.
  ///
  /// @param detail the reason when it is no article, one line
  /// @param change what saving did; null when there was nothing to save
  public record Carried(
      Outcome outcome, String detail, @Nullable ArticleId article, @Nullable Change change) {
    /// Tells whether the page became an article that was not there, or not so, before.
    public boolean isNews() {
      return change == Change.NEW || change == Change.CHANGED;
    }
  }

  /// Carries one page from end to end.
  public Carried carry(Arrival arrival) {
    return settle(prepare(keep(arrival)));
  }

  /// Keeps a page's bytes in the archive, with what `rebuild` must know of it; threads that keep at
  /// once share the wait for the disk.
  public Arrival keep(Arrival arrival) {
    if (arrival.record() != null) {
      return arrival;
    }
    return arrival.keptAt(archive.write(arrival.page(), STATUS_OK, Arrivals.notes(arrival)));
  }

  /// Keeps a further page of an article, before the first page is kept: whoever reads the archive
  /// from its beginning has all parts in hand when the first page comes.
  ///
  /// @param first the address under which the first page will be kept
  void keepPart(Page part, String first, SourceId source) {
    archive.write(part, STATUS_OK, Map.of(NOTE_PART, first, NOTE_SOURCE, source.value()));
  }

  /// Reads and understands, beside what is known of the site's other pages; changes nothing.
  public Prepared prepare(Arrival arrival) {
    return prepare(arrival, report(arrival));
  }

  /// The same for an arrival whose first page was read already.
  Prepared prepare(Arrival arrival, PageReport first) {
    Reading whole = whole(first.reading(), arrival);
    Told told = arrival.told();
    return prepared(arrival, told == null ? whole : told.dated(whole), first.trace());
  }

  /// Reads without understanding, as is enough to learn from a page.
  PageReport report(Arrival arrival) {
    return PageReader.report(arrival.page(), arrival.source(), learning);
  }

  private static Reading whole(Reading reading, Arrival arrival) {
    return arrival.parts().isEmpty() || !(reading instanceof Reading.Read(var article))
        ? reading
        : new Reading.Read(FurtherPages.joined(article, arrival.parts(), arrival.source()));
  }

  private Prepared prepared(Arrival arrival, Reading reading, @Nullable PageTrace trace) {
    Notes notes =
        switch (reading) {
          case Reading.Read(var article) -> Understanding.notes(article);
          case Reading.NotAnArticle _, Reading.Unreadable _ -> Notes.NONE;
        };
    return new Prepared(
        arrival, Digest.sha256(arrival.page().body().array()), reading, notes, trace);
  }

  /// Links the article, saves it and gives it to the index; of a page that is none, saves the
  /// reason.
  ///
  /// @throws IllegalArgumentException when the page's bytes were not kept first
  public Carried settle(Prepared prepared) {
    turn.lock();
    try {
      remember();
      String record = prepared.arrival().record();
      if (record == null) {
        throw new IllegalArgumentException(
            "a page that was not kept: " + prepared.arrival().address());
      }
      return switch (prepared.reading()) {
        case Reading.Read(var article) -> save(article, prepared, record);
        case Reading.NotAnArticle(var why) -> note(prepared, record, Outcome.NOT_AN_ARTICLE, why);
        case Reading.Unreadable(var why) -> note(prepared, record, Outcome.UNREADABLE, why);
      };
    } finally {
      turn.unlock();
    }
  }

  /// Looks at whole stories again, after news came: articles that turn out to belong to another
  /// story go there.
  public void remerge() {
    turn.lock();
    try {
      settleMoves(memory.linker().remerge());
    } finally {
      turn.unlock();
    }
  }

  /// Writes down that articles went to other stories, and has the index follow.
  private void settleMoves(List<Move> moves) {
    if (moves.isEmpty()) {
      return;
    }
    for (ArticleId id : store.settleMoves(moves, newest)) {
      Entry entry = store.entry(id).orElseThrow();
      search.put(entry.article(), entry.notes(), entry.story(), entry.seq());
    }
  }

  /// Writes down that an address gave no page.
  public void note(
      String address,
      SourceId source,
      @Nullable FeedId feed,
      Instant at,
      Outcome outcome,
      String detail) {
    introduce(source, null, Lang.UND);
    store.saveVisit(
        new VisitRow(address, source, feed, at, null, null, outcome, detail, null, null));
  }

  /// Makes an outlet known before its first article.
  public void introduce(SourceId source, @Nullable String name, Lang lang) {
    if (!introduced.add(source) && name == null) {
      return;
    }
    String known = store.source(source).map(row -> row.source().name()).orElse("");
    if (known.isEmpty() || (name != null && known.equals(source.value()))) {
      store.saveSource(new Source(source, name == null ? source.value() : name, null, lang));
    }
  }

  /// Gives the linker back what it knew before the program was stopped, and the index what it had
  /// not yet on disk. Done once, before the first page is written down, and not at the start: a
  /// server that only shows pages needs neither the time nor the memory.
  public void remember() {
    turn.lock();
    try {
      if (!memory.remembers()) {
        Indexing.catchUp(store, search);
        memory.remember();
      }
    } finally {
      turn.unlock();
    }
  }

  /// Writes down what the linker knows; for the end of work, and done now and then.
  public void recollect() {
    turn.lock();
    try {
      if (memory.isAhead()) {
        settleMoves(memory.linker().moved());
        memory.write();
      }
    } finally {
      turn.unlock();
    }
  }

  /// Begins with an empty linker, since all articles are about to come again.
  void forget() {
    turn.lock();
    try {
      memory.forget();
    } finally {
      turn.unlock();
    }
  }

  /// Saves an article that was made from the feed's own words, since its page cannot be had.
  ///
  /// @param why the reason why it cannot, kept with the visit
  Carried settleWithoutPage(
      Article article, String address, FeedId feed, @Nullable String told, String why) {
    Notes notes = Understanding.notes(article);
    var visit =
        new VisitRow(
            address,
            article.source(),
            feed,
            article.fetched(),
            null,
            null,
            Outcome.ARTICLE,
            why,
            article.id(),
            told);
    turn.lock();
    try {
      remember();
      return save(article, notes, visit);
    } finally {
      turn.unlock();
    }
  }

  private Carried save(Article article, Prepared prepared, String record) {
    VisitRow visit =
        Arrivals.visit(prepared, article.source(), record, Outcome.ARTICLE, "", article.id());
    Optional<Entry> before = store.entry(article.id());
    Carried carried =
        before.isPresent() && isAnotherReading(before.get(), article, record)
            ? correct(new Version(before.get().version(), article), prepared.notes(), visit)
            : save(article, prepared.notes(), visit);
    learning.learn(article.source(), prepared.trace());
    return carried;
  }

  /// The page may say what it said and only be read better now: then there is no new version.
  private boolean isAnotherReading(Entry before, Article now, String record) {
    String fingerprint = now.fingerprint();
    if (before.article().fingerprint().equals(fingerprint)) {
      return false;
    }
    for (Kept kept : store.kept(now.id())) {
      if (kept.version() == before.version()) {
        return kept.record().equals(record)
            || (read(kept.record()) instanceof Reading.Read(var again)
                && again.fingerprint().equals(fingerprint));
      }
    }
    return false;
  }

  /// Reads a page of the archive with what is known now.
  private Reading read(String record) {
    try {
      Archived.Kept kept = archive.read(record);
      Arrival arrival = Arrivals.of(kept);
      return arrival == null
          ? new Reading.NotAnArticle("no page: " + record)
          : prepare(arrival).reading();
    } catch (Refusal e) {
      return new Reading.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  /// Reads an article's pages once more with what is known now, each version from its own bytes,
  /// and puts what is better read in the place of what was. An article of several pages stays as it
  /// is: only who goes through the whole archive has its pages together.
  void reread(ArticleId id) {
    for (Kept kept : store.kept(id)) {
      if (!(read(kept.record()) instanceof Reading.Read(var article))
          || !article.id().equals(id)
          || !SeveralPages.further(article).isEmpty()) {
        continue;
      }
      Notes notes = Understanding.notes(article);
      turn.lock();
      try {
        remember();
        correct(new Version(kept.version(), article), notes, null);
      } finally {
        turn.unlock();
      }
    }
  }

  /// The article stays where it stands: a story is not left because its words were cleaned. Of an
  /// older version than the newest, only the words are corrected.
  private Carried correct(Version reading, Notes notes, @Nullable VisitRow visit) {
    Article article = reading.article();
    Entry known = store.entry(article.id()).orElseThrow();
    var place = new Placement(article.id(), known.story(), known.why(), store.links(article.id()));
    Saved saved = store.correct(reading, notes, place, visit);
    if (saved.change() == Change.CORRECTED && saved.version() == reading.number()) {
      memory.linker().remember(article, known.story());
      search.put(article, notes, known.story(), saved.seq());
    }
    return new Carried(Outcome.ARTICLE, "", article.id(), saved.change());
  }

  private Carried save(Article article, Notes notes, VisitRow visit) {
    introduce(article.source(), article.site(), article.lang());
    Placement placement = memory.linker().place(article);
    Saved saved = store.save(article, notes, placement, visit);
    // The same words may have moved to another story: then the log grew, and the index must follow.
    if (saved.change() != Change.SAME || saved.seq() > search.committedSeq()) {
      search.put(article, notes, placement.story(), saved.seq());
    }
    newest = article.fetched();
    settleMoves(memory.linker().moved());
    if (memory.told()) {
      recollect();
    }
    return new Carried(Outcome.ARTICLE, visit.detail(), article.id(), saved.change());
  }

  private Carried note(Prepared prepared, String record, Outcome outcome, String why) {
    SourceId source = Arrivals.source(prepared.arrival());
    introduce(source, null, Lang.UND);
    String detail =
        "[" + prepared.arrival().address() + "] " + why + "; nothing is lost, its bytes are kept";
    store.saveVisit(Arrivals.visit(prepared, source, record, outcome, detail, null));
    return new Carried(outcome, detail, null, null);
  }
}
