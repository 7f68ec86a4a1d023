package org.tabadla.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.store.Store.Count;
import org.tabadla.store.Store.Cursor;
import org.tabadla.store.Store.DayCount;
import org.tabadla.store.Store.Row;

/// Topics as one of the kinds of {@link Terms}.
final class TopicTerms implements TopicRecords {
  private final Database database;

  TopicTerms(Database database) {
    this.database = database;
  }

  @Override
  public List<Count> top(Instant since, int limit) {
    return database.read(sql -> Terms.top(sql, Terms.TOPIC, since, SqlStore.within(limit)));
  }

  @Override
  public long articles(String code) {
    return database.read(sql -> Terms.articles(sql, Terms.TOPIC, code));
  }

  @Override
  public List<Row> with(String code, @Nullable Cursor after, int limit) {
    return database.read(
        sql -> Listings.withTerm(sql, Terms.TOPIC, code, after, SqlStore.within(limit)));
  }

  @Override
  public List<DayCount> days(String code, long from) {
    return database.read(sql -> Trends.termDays(sql, Terms.TOPIC, code, from));
  }
}
