package org.tabadla.search;

import java.util.List;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.tabadla.model.Article;
import org.tabadla.model.Notes;
import org.tabadla.model.StoryId;

/// The comparator of the bench: every query is read, planned and run on the article.
public final class StandingBench {
  private StandingBench() {}

  /// @return the queries that met it
  public static List<String> oneByOne(List<String> queries, Article article, Notes notes) {
    IndexSearcher searcher =
        MemoryIndex.fromDocument(
                IndexFields.document(article, notes, StoryId.of(article.id())),
                IndexFields.ANALYZER)
            .createSearcher();
    var plan = new QueryPlan(java.util.Set.of(IndexFields.group(article.lang())));
    return queries.stream().filter(query -> meets(searcher, plan, query)).toList();
  }

  private static boolean meets(IndexSearcher searcher, QueryPlan plan, String query) {
    try {
      return searcher.count(plan.of(QueryParser.parse(query))) > 0;
    } catch (QueryTrouble none) {
      return false; // The language has no word of it.
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
