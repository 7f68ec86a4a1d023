package org.tabadla.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.search.Search;
import org.tabadla.search.StandingQueries;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Entry;
import org.tabadla.store.WatchRecords;
import org.tabadla.store.WatchRecords.Hit;
import org.tabadla.store.WatchRecords.Times;
import org.tabadla.store.WatchRecords.Watch;

/// Holds what arrives against the standing queries.
///
/// It follows the store's log on a thread of its own, so the road never waits for it, and its place
/// in the log is written in the same transaction as what was met: `kill -9` costs a second look and
/// never a hit.
public final class Watching implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int PAGE_OF_LOG = 200;

  private final Store store;
  private final Search search;
  private final Clock clock;
  private final ReentrantLock turn = new ReentrantLock();
  private final Beat beat = new Beat("watches", LOOK, this::all);
  private final Map<String, Watch> known = new HashMap<>();
  private StandingQueries standing = StandingQueries.alone();
  private long changes = -1;

  /// @param clock its zone says when a day is over
  public Watching(Store store, Search search, Clock clock) {
    this.store = store;
    this.search = search;
    this.clock = clock;
  }

  /// Starts following the log; does nothing when it has been started.
  public void start() {
    beat.start();
  }

  /// Matches all that is in the log now.
  public void all() {
    turn.lock();
    try {
      learn();
      boolean more = true;
      while (more) {
        more = page();
      }
    } finally {
      turn.unlock();
    }
  }

  /// Takes over what was added, changed and removed since the last look.
  private void learn() {
    long now = store.watches().changes();
    if (now == changes) {
      return;
    }
    if (changes < 0) {
      standing = search.standing();
    }
    Map<String, Watch> wanted = new HashMap<>();
    for (Watch watch : store.watches().all()) {
      wanted.put(watch.id(), watch);
      Watch before = known.get(watch.id());
      if (before == null || !before.query().equals(watch.query())) {
        standing
            .add(watch.id(), watch.query())
            .ifPresent(trouble -> LOG.warn("[watch] {}: {}", watch.id(), trouble));
      }
    }
    known.keySet().stream().filter(id -> !wanted.containsKey(id)).forEach(standing::remove);
    known.clear();
    known.putAll(wanted);
    changes = now;
  }

  /// @return whether there may be more
  private boolean page() {
    WatchRecords watches = store.watches();
    long from = watches.matchedSeq();
    if (store.newestSeq() <= from) {
      return false;
    }
    List<Entry> page = store.since(from, PAGE_OF_LOG);
    if (page.isEmpty()) {
      return false;
    }
    List<Hit> hits = new ArrayList<>();
    for (Entry entry : page) {
      for (String id : standing.matches(entry.article(), entry.notes())) {
        // An article that was fetched before anybody asked is no news, however late it was read.
        Watch watch = known.get(id);
        if (watch != null && !entry.article().fetched().isBefore(watch.added())) {
          hits.add(new Hit(id, entry.article().id()));
        }
      }
    }
    Instant now = clock.instant();
    Instant digest =
        now.atZone(clock.getZone())
            .toLocalDate()
            .plusDays(1)
            .atStartOfDay(clock.getZone())
            .toInstant();
    watches.matched(page.getLast().seq(), hits, new Times(now, digest));
    return true;
  }

  @Override
  public void close() {
    beat.close();
  }
}
