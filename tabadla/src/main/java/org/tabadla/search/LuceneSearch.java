package org.tabadla.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Notes;
import org.tabadla.model.Refusal;
import org.tabadla.model.StoryId;

/// The index on disk, by Lucene. Safe for use by many threads; one program at a time may have it
/// open.
///
/// Relevance is BM25 (Robertson and Zaragoza 2009) with more weight on headlines and on words
/// written exactly as asked, and a little for being new.
public final class LuceneSearch implements Search {
  /// The furthest that a listing of hits goes.
  static final int FURTHEST_HIT = 10_000;

  static final String SEQ = "seq";

  private static final int LONGEST_PAGE = 200;
  private static final int COUNTED_EXACTLY = 1_000;

  /// What the newest article may score more than one of long ago; BM25 gives 5 to 20.
  private static final float NEWNESS_WEIGHT = 1f;

  /// Half of it is left for an article this much older than the newest.
  private static final Duration NEWNESS_HALF = Duration.ofDays(30);

  private static final Sort NEWEST_FIRST =
      new Sort(
          LongField.newSortField(IndexFields.WHEN, true, SortedNumericSelector.Type.MAX),
          SortField.FIELD_DOC);

  private final Directory directory;
  private final IndexWriter writer;
  private final @Nullable String dropped;
  private final SearcherManager searchers;
  private volatile long committed;
  private long highest;

  private LuceneSearch(IndexFolder.Opened opened) throws IOException {
    directory = opened.directory();
    writer = opened.writer();
    dropped = opened.dropped();
    searchers = new SearcherManager(writer, null);
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
    if (from < 0 || from > FURTHEST_HIT) {
      return new Answer.BadQuery(
          "Hits are listed from 0 to "
              + FURTHEST_HIT
              + ", not from "
              + from
              + ". Search for more words.");
    }
    try {
      Expression expression = QueryParser.parse(query);
      IndexSearcher searcher = searchers.acquire();
      try {
        return found(searcher, expression, order, from, Math.clamp(limit, 1, LONGEST_PAGE));
      } finally {
        searchers.release(searcher);
      }
    } catch (QueryTrouble e) {
      return new Answer.BadQuery(e.line());
    } catch (IOException e) {
      throw new UncheckedIOException("[search] cannot read the index", e);
    }
  }

  private static Answer found(
      IndexSearcher searcher, Expression expression, Order order, int from, int limit)
      throws IOException, QueryTrouble {
    IndexReader reader = searcher.getIndexReader();
    Query query = new QueryPlan(IndexFields.groups(reader)).of(expression);
    if (reader.numDocs() == 0) {
      return new Answer.Found(List.of(), 0);
    }
    int counted = Math.max(COUNTED_EXACTLY, from + limit);
    TopDocs top =
        switch (order) {
          case RELEVANCE ->
              searcher.search(
                  withNewness(reader, query, expression.hasWords()),
                  new TopScoreDocCollectorManager(from + limit, null, counted));
          case NEWEST ->
              searcher.search(
                  query, new TopFieldCollectorManager(NEWEST_FIRST, from + limit, null, counted));
        };
    return new Answer.Found(hits(searcher, query, top, from), top.totalHits.value());
  }

  /// The newest article counts as today, so that no clock is needed. Filters alone order by
  /// newness.
  private static Query withNewness(IndexReader reader, Query query, boolean hasWords)
      throws IOException {
    byte[] newest = PointValues.getMaxPackedValue(reader, IndexFields.WHEN);
    if (newest == null) {
      return query;
    }
    Query newness =
        LongField.newDistanceFeatureQuery(
            IndexFields.WHEN,
            NEWNESS_WEIGHT,
            NumericUtils.sortableBytesToLong(newest, 0),
            NEWNESS_HALF.toMillis());
    return new BooleanQuery.Builder()
        .add(query, hasWords ? Occur.MUST : Occur.FILTER)
        .add(newness, Occur.SHOULD)
        .build();
  }

  private static List<Hit> hits(IndexSearcher searcher, Query query, TopDocs top, int from)
      throws IOException {
    Map<Integer, String> groups = new LinkedHashMap<>();
    List<ScoreDoc> page = new ArrayList<>();
    Map<Integer, Document> documents = new LinkedHashMap<>();
    var stored = searcher.storedFields();
    for (int i = from; i < top.scoreDocs.length; i++) {
      ScoreDoc hit = top.scoreDocs[i];
      Document document = stored.document(hit.doc, IndexFields.SHOWN);
      page.add(hit);
      documents.put(hit.doc, document);
      groups.put(hit.doc, document.get(IndexFields.GROUP));
    }
    Map<Integer, String> excerpts = Highlights.of(searcher, query, groups);
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc hit : page) {
      Document document = documents.get(hit.doc);
      if (document != null) {
        hits.add(
            new Hit(
                new ArticleId(document.get(IndexFields.ID)),
                new StoryId(document.get(IndexFields.STORY)),
                Float.isNaN(hit.score) ? 0 : hit.score,
                excerpts.getOrDefault(hit.doc, "")));
      }
    }
    return List.copyOf(hits);
  }

  @Override
  public long size() {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return searcher.getIndexReader().numDocs();
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("[search] cannot read the index", e);
    }
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
