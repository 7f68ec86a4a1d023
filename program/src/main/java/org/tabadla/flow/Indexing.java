package org.tabadla.flow;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.search.Search;
import org.tabadla.store.Store;

/// Lets readers see what was indexed, and puts it on disk, from a thread of its own; no reader and
/// no writer waits for it.
public final class Indexing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS_PER_COMMIT = 10;

  private final Store store;
  private final Search search;
  private @Nullable Thread thread;

  public Indexing(Store store, Search search) {
    this.store = store;
    this.search = search;
  }

  /// Starts looking; does nothing when it has been started.
  public synchronized void start() {
    if (thread == null) {
      thread = Thread.ofVirtual().name("indexing").start(this::look);
    }
  }

  /// Makes all that was added visible and safe now.
  public void settle() {
    search.commit();
    search.refresh();
  }

  private void look() {
    long seen = search.committedSeq();
    int looks = 0;
    try {
      while (true) {
        Thread.sleep(LOOK);
        long newest = store.newestSeq();
        looks++;
        if (newest != seen) {
          search.refresh();
          seen = newest;
        }
        if (looks >= LOOKS_PER_COMMIT && search.committedSeq() < newest) {
          search.commit();
          looks = 0;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error(
          "[index] stopped following the records; search shows what it has until the next start",
          e);
    }
  }

  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
    settle();
  }
}
