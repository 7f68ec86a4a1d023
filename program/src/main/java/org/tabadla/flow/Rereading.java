package org.tabadla.flow;

import java.time.Duration;
import java.util.List;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Cursor;
import org.tabadla.store.Store.Row;

/// Reads the articles of a site again out of the archive when much has been learnt of its pages
/// since: a better reading of the same bytes takes the place of the old one, and is no new version.
///
/// A few articles at a time, on a thread of its own, so that new pages need not wait. How far it
/// has come is in the store: killed in the middle, it goes on where it stopped.
public final class Rereading implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int ARTICLES_AT_ONCE = 8;

  private final Store store;
  private final Road road;
  private final Beat beat = new Beat("rereading", PAUSE, this::look);

  public Rereading(Store store, Road road) {
    this.store = store;
    this.road = road;
  }

  /// Starts; does nothing when it has been started.
  void start() {
    beat.start();
  }

  /// Reads all that is due, and returns when it is done.
  void all() {
    while (some()) {
      // Each round is short, so that pages that arrive meanwhile get their turn.
    }
  }

  private void look() {
    some();
  }

  /// @return whether there was something to do
  private synchronized boolean some() {
    var due = store.rereadings(1);
    if (due.isEmpty()) {
      return false;
    }
    Store.Rereading one = due.getFirst();
    List<Row> rows =
        store.newestOf(one.site(), one.after(), Math.min(one.left(), ARTICLES_AT_ONCE));
    int left = rows.size() < ARTICLES_AT_ONCE ? 0 : Math.max(0, one.left() - rows.size());
    Cursor last = left == 0 ? null : new Cursor(rows.getLast().when(), rows.getLast().id().value());
    try {
      rows.forEach(row -> road.reread(row.id()));
    } finally {
      // After a fault too: one page that the reader trips over must not stop the others.
      store.advance(one, left, last);
    }
    return true;
  }

  @Override
  public void close() {
    beat.close();
    road.learning().save();
  }
}
