package org.tabadla.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Quote;
import org.tabadla.store.Store.Cursor;
import org.tabadla.store.Store.Row;

/// Which articles quote whom.
public interface QuoteRecords {
  /// What one article has somebody say.
  ///
  /// @param quotes theirs alone, in text order
  record Spoken(Row row, List<Quote> quotes) {}

  /// @param name the key of a name
  /// @return how many articles quote them
  long articles(String name);

  /// Newest first.
  List<Spoken> by(String name, @Nullable Cursor after, int limit);
}
