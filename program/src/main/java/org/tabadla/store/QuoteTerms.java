package org.tabadla.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.store.Store.Cursor;

/// Speakers as one of the kinds of {@link Terms}; what they said stands in the articles' notes.
final class QuoteTerms implements QuoteRecords {
  private final Database database;

  QuoteTerms(Database database) {
    this.database = database;
  }

  @Override
  public long articles(String name) {
    return database.read(sql -> Terms.articles(sql, Terms.SPEAKER, name));
  }

  @Override
  public List<Spoken> by(String name, @Nullable Cursor after, int limit) {
    return database.read(sql -> Listings.quoting(sql, name, after, SqlStore.within(limit)));
  }
}
