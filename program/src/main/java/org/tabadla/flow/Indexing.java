package org.tabadla.flow;

import java.time.Duration;
import org.tabadla.search.Search;
import org.tabadla.store.Store;

/// Lets readers see what was indexed, and puts it on disk, from a thread of its own; no reader and
/// no writer waits for it.
public final class Indexing implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS_PER_COMMIT = 10;
  private static final int PAGE_OF_LOG = 500;

  private final Store store;
  private final Search search;
  private final Beat beat = new Beat("index", LOOK, this::look);
  private int looks;

  public Indexing(Store store, Search search) {
    this.store = store;
    this.search = search;
  }

  /// Starts looking; does nothing when it has been started.
  public void start() {
    beat.start();
  }

  /// Makes all that was added visible and safe now.
  public void settle() {
    search.commit();
    search.refresh();
  }

  private void look() {
    looks++;
    // Every time: an article stands in the records a moment before it stands in the index. Where
    // nothing is new this costs nothing.
    search.refresh();
    if (looks >= LOOKS_PER_COMMIT && search.committedSeq() < store.newestSeq()) {
      search.commit();
      looks = 0;
    }
  }

  /// Gives the index what it had not yet on disk when the program was stopped.
  static void catchUp(Store store, Search search) {
    boolean behind = false;
    for (var page = store.since(search.committedSeq(), PAGE_OF_LOG);
        !page.isEmpty();
        page = store.since(page.getLast().seq(), PAGE_OF_LOG)) {
      page.forEach(e -> search.put(e.article(), e.notes(), e.story(), e.seq()));
      behind = true;
    }
    if (behind) {
      search.commit();
      search.refresh();
    }
  }

  @Override
  public void close() {
    beat.close();
    settle();
  }
}
