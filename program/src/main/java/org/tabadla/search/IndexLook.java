package org.tabadla.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.Notes;
import org.tabadla.model.StoryId;

/// An index that is looked at and never written.
///
/// @param searchers null where there is no index that can be read
record IndexLook(
    @Nullable Directory directory, @Nullable SearcherManager searchers, long committedSeq)
    implements Search {
  static Search open(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        return new IndexLook(null, null, 0);
      }
      Directory directory = FSDirectory.open(folder);
      if (!DirectoryReader.indexExists(directory)) {
        directory.close();
        return new IndexLook(null, null, 0);
      }
      DirectoryReader reader = DirectoryReader.open(directory);
      var said = reader.getIndexCommit().getUserData();
      long seq = Long.parseLong(said.getOrDefault(LuceneSearch.SEQ, "0"));
      return new IndexLook(directory, new SearcherManager(reader, null), seq);
    } catch (IOException | IllegalArgumentException e) {
      // Damaged or of another format: the next program that writes makes it anew from the records.
      return new IndexLook(null, null, 0);
    }
  }

  @Override
  public Answer search(String query, Order order, int from, int limit) {
    return searchers == null
        ? new Answer.Found(List.of(), 0)
        : new IndexReading(searchers).search(query, order, from, limit);
  }

  @Override
  public long size() {
    return searchers == null ? 0 : new IndexReading(searchers).size();
  }

  @Override
  public StandingQueries standing() {
    return searchers == null
        ? StandingQueries.alone()
        : new StandingQueries(new IndexReading(searchers)::frequency);
  }

  @Override
  public void put(Article article, Notes notes, StoryId story, long seq) {
    throw onlyLooking();
  }

  @Override
  public void commit() {
    throw onlyLooking();
  }

  @Override
  public void refresh() {
    throw onlyLooking();
  }

  @Override
  public void clear() {
    throw onlyLooking();
  }

  private static IllegalStateException onlyLooking() {
    return new IllegalStateException("the index was opened for looking");
  }

  @Override
  public void close() {
    try {
      if (searchers != null) {
        searchers.close();
      }
      if (directory != null) {
        directory.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
