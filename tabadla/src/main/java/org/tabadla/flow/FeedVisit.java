package org.tabadla.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.tabadla.address.Address;
import org.tabadla.collect.Archive;
import org.tabadla.collect.Pace;
import org.tabadla.flow.Road.Arrival;
import org.tabadla.flow.Road.Carried;
import org.tabadla.model.Feed;
import org.tabadla.model.Lang;
import org.tabadla.model.Page;
import org.tabadla.model.SourceId;
import org.tabadla.model.Visit;
import org.tabadla.read.FeedReader;
import org.tabadla.read.FeedReading;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Outcome;

/// One visit to one feed of any kind: fetch it, find what is new in it, carry that along the road, decide when to come again.
///
/// The feed's validators are saved last. A program killed in the middle comes back to the same list and goes on where it stopped.
public final class FeedVisit {
  private static final Duration NEVER_MIND = Duration.ofDays(1);

  private final Store store;
  private final Road road;
  private final Archive archive;
  private final Patience patience;
  private final Pages pages;
  private final SavedVisit saved;
  private final Pace pace;
  private final InstantSource clock;

  FeedVisit(
      Store store,
      Road road,
      Archive archive,
      Patience patience,
      Pages pages,
      SavedVisit saved,
      Pace pace,
      InstantSource clock) {
    this.store = store;
    this.road = road;
    this.archive = archive;
    this.patience = patience;
    this.pages = pages;
    this.saved = saved;
    this.pace = pace;
    this.clock = clock;
  }

  Tally visit(Feed feed, Progress progress) throws InterruptedException {
    return switch (feed.kind()) {
      case FOLDER, WARC -> saved.visit(feed, progress);
      case FEED, SITEMAP, PAGE -> fetched(feed, progress);
    };
  }

  private Tally fetched(Feed feed, Progress progress) throws InterruptedException {
    Tally tally = new Tally();
    switch (patience.visit(feed.address(), feed.etag(), feed.lastModified())) {
      case Visit.Fresh fresh -> fresh(feed, fresh, tally, progress);
      case Visit.Unchanged unchanged ->
          store.saveFeed(
              rest(feed, feed.title(), feed.etag(), feed.lastModified(), false, unchanged.maxAge()));
      case Visit.Throttled(var retryAfter, var why) -> {
        progress.line(why);
        store.saveFeed(Feeds.later(feed, clock.instant().plus(retryAfter)));
      }
      case Visit.Refused(var why) -> trouble(feed, why, Outcome.REFUSED, clock.instant().plus(NEVER_MIND), tally, progress);
      case Visit.Failed(var why, var gone) -> {
        Instant again = gone ? null : clock.instant().plus(pace.afterFailure(feed));
        trouble(feed, why, Outcome.FAILED, again, tally, progress);
      }
    }
    return tally;
  }
}
