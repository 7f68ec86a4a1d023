package org.tabadla.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Term;
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
import org.apache.lucene.util.NumericUtils;
import org.tabadla.model.ArticleId;
import org.tabadla.model.StoryId;

/// Answers queries from an index, whoever writes it.
final class IndexReading {
  /// The furthest that a listing of hits goes.
  static final int FURTHEST_HIT = 10_000;

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

  private final SearcherManager searchers;

  IndexReading(SearcherManager searchers) {
    this.searchers = searchers;
  }

  Search.Answer search(String query, Search.Order order, int from, int limit) {
    if (from < 0 || from > FURTHEST_HIT) {
      return new Search.Answer.BadQuery(
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
      return new Search.Answer.BadQuery(e.line());
    } catch (IndexSearcher.TooManyClauses e) {
      return new Search.Answer.BadQuery(
          "These are more words than can be looked for at once. Search for fewer.");
    } catch (IOException e) {
      throw new UncheckedIOException("[search] cannot read the index", e);
    }
  }

  private static Search.Answer found(
      IndexSearcher searcher, Expression expression, Search.Order order, int from, int limit)
      throws IOException, QueryTrouble {
    IndexReader reader = searcher.getIndexReader();
    Query query = new QueryPlan(IndexFields.groups(reader)).of(expression);
    if (reader.numDocs() == 0) {
      return new Search.Answer.Found(List.of(), 0);
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
    return new Search.Answer.Found(hits(searcher, query, top, from), top.totalHits.value());
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

  private static List<Search.Hit> hits(IndexSearcher searcher, Query query, TopDocs top, int from)
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
    List<Search.Hit> hits = new ArrayList<>();
    for (ScoreDoc hit : page) {
      Document document = documents.get(hit.doc);
      if (document != null) {
        hits.add(
            new Search.Hit(
                new ArticleId(document.get(IndexFields.ID)),
                new StoryId(document.get(IndexFields.STORY)),
                Float.isNaN(hit.score) ? 0 : hit.score,
                excerpts.getOrDefault(hit.doc, "")));
      }
    }
    return List.copyOf(hits);
  }

  /// @return in how many articles the term is
  long frequency(Term term) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return searcher.getIndexReader().docFreq(term);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("[search] cannot read the index", e);
    }
  }

  long size() {
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
}
