package org.tabadla.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.store.Store.Count;
import org.tabadla.store.Store.Cursor;
import org.tabadla.store.Store.DayCount;
import org.tabadla.store.Store.Row;

/// Which articles are about which topic. An article of a topic is one of the topic above it, too.
public interface TopicRecords {
  /// Topics by how many articles since then are about them; the label is the code.
  List<Count> top(Instant since, int limit);

  /// @param code `medtop:04000000`
  /// @return 0 for one that nothing is about
  long articles(String code);

  /// Newest first.
  List<Row> with(String code, @Nullable Cursor after, int limit);

  /// How many articles were about it on each day that had one, oldest first.
  List<DayCount> days(String code, long from);
}
