package org.tabadla.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.Notes;
import org.tabadla.model.Refusal;
import org.tabadla.model.StoryId;

/// The index on disk, by Lucene. Safe for use by many threads; one program at a time may have it
/// open.
///
/// Relevance is BM25 (Robertson and Zaragoza 2009) with more weight on headlines and on words
/// written exactly as asked, and a little for being new.
public final class LuceneSearch implements Search {
  static final String SEQ = "seq";

  // Lucene tells every time that it could use an incubating module of the JDK, which warns in turn
  // when it does. Kept in a field: a level is forgotten with its logger.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.SEVERE);
  }

  private final Directory directory;
  private final IndexWriter writer;
  private final @Nullable String dropped;
  private final SearcherManager searchers;
  private final IndexReading reading;
  private volatile long committed;
  private long highest;

  private LuceneSearch(IndexFolder.Opened opened) throws IOException {
    directory = opened.directory();
    writer = opened.writer();
    dropped = opened.dropped();
    searchers = new SearcherManager(writer, null);
    reading = new IndexReading(searchers);
    committed = Long.parseLong(IndexFolder.commitData(writer).getOrDefault(SEQ, "0"));
    highest = committed;
  }

  /// Opens the index, or begins an empty one with `committedSeq()` 0 when there is none, when it is
  /// of another format, or when it is damaged; {@link #dropped()} then says why.
  ///
  /// @throws Refusal when another program has it open or the folder cannot be written
  public static LuceneSearch open(Path folder) {
    try {
      return new LuceneSearch(IndexFolder.open(folder));
    } catch (LockObtainFailedException e) {
      throw new Refusal(
          "[search] another program has the index open: " + folder,
          "End the other one, or ask it over its address.");
    } catch (IOException e) {
      throw new Refusal(
          "[search] cannot open the index in " + folder + ": " + e.getMessage(),
          "See that the folder may be written and the disk has room.");
    }
  }

  /// Opens the index for looking alone, as it was last put on disk; another program may be writing
  /// it. Where there is none that can be read, nothing is found.
  public static Search look(Path folder) {
    return IndexLook.open(folder);
  }

  /// @return why the index that was there was thrown away at opening, in one line
  public Optional<String> dropped() {
    return Optional.ofNullable(dropped);
  }

  /// Articles are to be put in the order of the log: a commit says that all up to the highest
  /// position put so far is in.
  @Override
  public void put(Article article, Notes notes, StoryId story, long seq) {
    Document document = IndexFields.document(article, notes, story);
    try {
      writer.updateDocument(IndexFields.idTerm(article.id()), document);
    } catch (IOException | AlreadyClosedException e) {
      throw cannotWrite(e);
    }
    synchronized (this) {
      highest = Math.max(highest, seq);
    }
  }

  @Override
  public long committedSeq() {
    return committed;
  }

  @Override
  public synchronized void commit() {
    if (highest == committed && !writer.hasUncommittedChanges()) {
      return;
    }
    long upTo = highest;
    try {
      writer.setLiveCommitData(IndexFolder.commitData(upTo).entrySet());
      writer.commit();
    } catch (IOException | AlreadyClosedException e) {
      throw cannotWrite(e);
    }
    committed = upTo;
  }

  @Override
  public void refresh() {
    try {
      searchers.maybeRefresh();
    } catch (IOException | AlreadyClosedException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public synchronized void clear() {
    try {
      writer.deleteAll();
      highest = 0;
      writer.setLiveCommitData(IndexFolder.commitData(0).entrySet());
      writer.commit();
      searchers.maybeRefreshBlocking();
    } catch (IOException | AlreadyClosedException e) {
      throw cannotWrite(e);
    }
    committed = 0;
  }

  private static Refusal cannotWrite(Exception e) {
    return new Refusal(
        "[search] cannot write the index: " + e.getMessage(),
        "Make room on the disk and start again; the index is filled again from the records.");
  }

  @Override
  public Answer search(String query, Order order, int from, int limit) {
    return reading.search(query, order, from, limit);
  }

  @Override
  public long size() {
    return reading.size();
  }

  @Override
  public StandingQueries standing() {
    return new StandingQueries(reading::frequency);
  }

  @Override
  public void close() {
    try {
      searchers.close();
      if (writer.isOpen()) {
        commit();
      }
      writer.close();
      directory.close();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }
}
