package org.tabadla.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.model.Feed;
import org.tabadla.model.FeedId;
import org.tabadla.store.Store;

/// Visits feeds when their time has come, a virtual thread each, at most so many at once.
public final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int DUE_AT_ONCE = 1_000;
  private static final Duration AFTER_A_BUG = Duration.ofHours(1);

  private final Store store;
  private final FeedVisit feedVisit;
  private final Rereading rereading;
  private final InstantSource clock;
  private final Semaphore places;
  private final Set<FeedId> underway = ConcurrentHashMap.newKeySet();
  private final Set<FeedId> wished = ConcurrentHashMap.newKeySet();
  private final Beat beat = new Beat("rounds", LOOK, this::look);

  /// @param atOnce how many feeds are visited at once
  public Rounds(
      Store store, FeedVisit feedVisit, Rereading rereading, InstantSource clock, int atOnce) {
    this.store = store;
    this.feedVisit = feedVisit;
    this.rereading = rereading;
    this.clock = clock;
    this.places = new Semaphore(atOnce);
  }

  /// Visits these feeds now, whether due or not, and returns when all are done, and read again
  /// where something was learnt on the way.
  public Tally visit(List<Feed> feeds, Progress progress) {
    var tally = new Tally();
    var left = new CountDownLatch(feeds.size());
    var together = new Together(progress);
    for (Feed feed : feeds) {
      boolean isFile = feed.kind() == Feed.Kind.FOLDER || feed.kind() == Feed.Kind.WARC;
      Progress part = together.part();
      start(
          feed,
          part,
          tally,
          () -> {
            // A folder counts its pages itself; a feed counts as one.
            if (!isFile) {
              part.step(1, 1);
            }
            left.countDown();
          });
      if (!isFile) {
        part.step(0, 1);
      }
    }
    try {
      left.await();
      rereading.all();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return tally;
  }

  /// Starts visiting whatever becomes due, until closed.
  public void start() {
    beat.start();
    rereading.start();
  }

  /// Has a feed visited soon, whatever its pace; returns when the wish would survive a stop. An
  /// address that is no feed of ours is left alone.
  ///
  /// @param at not before this instant
  public void soon(String address, Instant at) {
    FeedId id = FeedId.of(address);
    wished.add(id);
    store
        .feed(id)
        .filter(feed -> feed.due() != null && feed.due().isAfter(at))
        .ifPresent(feed -> store.saveFeed(Feeds.later(feed, at)));
    if (!underway.contains(id)) {
      wished.remove(id);
    }
  }

  /// A visit that was under way when another was wished may have seen the feed before its news.
  private void again(FeedId id) {
    if (wished.remove(id)) {
      store
          .feed(id)
          .filter(feed -> feed.due() != null)
          .ifPresent(feed -> store.saveFeed(Feeds.later(feed, clock.instant())));
    }
  }

  private void look() {
    for (Feed feed : store.due(clock.instant(), DUE_AT_ONCE)) {
      if (!underway.contains(feed.id())) {
        start(feed, Progress.SILENT, new Tally(), () -> {});
      }
    }
  }

  private void start(Feed feed, Progress progress, Tally tally, Runnable then) {
    if (!underway.add(feed.id())) {
      then.run();
      return;
    }
    Thread.ofVirtual()
        .name("feed " + feed.address())
        .start(() -> {
          try {
            places.acquire();
            try {
              visit(feed, progress, tally);
              again(feed.id());
            } finally {
              places.release();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } finally {
            underway.remove(feed.id());
            then.run();
          }
        });
  }

  /// One of the three doors where a bug is caught: one feed's trouble must not stop the others.
  private void visit(Feed feed, Progress progress, Tally tally) throws InterruptedException {
    try {
      tally.add(feedVisit.visit(feed, progress));
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      String trouble =
          "[" + feed.address() + "] a fault of the program: " + e + "; please report it";
      LOG.error(trouble, e);
      progress.line(trouble);
      Instant again = clock.instant().plus(AFTER_A_BUG);
      store.saveFeed(Feeds.troubled(feed, trouble, again));
    }
  }

  @Override
  public void close() {
    beat.close();
    rereading.close();
  }
}
