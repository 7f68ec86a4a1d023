package org.tabadla.search;

import java.util.List;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Notes;
import org.tabadla.model.StoryId;

/// The index: derived from the store, so it can be dropped and filled again at any time.
public interface Search extends AutoCloseable {

  /// One article found.
  ///
  /// @param excerpt HTML-free words around the hit; hits stand between U+E000 and U+E001
  record Hit(ArticleId id, StoryId story, float score, String excerpt) {}

  /// What came of a query.
  sealed interface Answer {
    /// @param total how many were found, exact up to 1,000
    record Found(List<Hit> hits, long total) implements Answer {}

    /// @param why what is wrong with the query, with the part seen and the remedy, in one line
    record BadQuery(String why) implements Answer {}
  }

  /// How hits are ordered.
  enum Order {
    RELEVANCE,
    NEWEST
  }

  /// Adds or replaces an article. Readers see it after the next {@link #refresh()}.
  void put(Article article, Notes notes, StoryId story, long seq);

  /// The position of the store's log up to which the index is safely on disk.
  long committedSeq();

  /// Puts all that was added safely on disk.
  void commit();

  /// Lets readers see what was added; called from a background thread of `flow`.
  void refresh();

  /// Drops everything.
  void clear();

  /// @param query words, "phrases", AND OR NOT ( ), `source:` `lang:` `keyword:` `name:` `topic:`
  ///   `after:` `before:`
  /// @param from how many hits to skip, at most 10,000
  Answer search(String query, Order order, int from, int limit);

  long size();

  /// @return an empty set of standing queries, which knows by this index which words are rare
  StandingQueries standing();

  @Override
  void close();
}
