package org.tabadla.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.flow.Road.Carried;
import org.tabadla.model.Feed;
import org.tabadla.model.Reading;
import org.tabadla.model.Visit;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Outcome;
import org.tabadla.store.Store.VisitRow;

/// Fetches the pages that a feed leads to, those that are new or may have changed, and carries them
/// along the road.
final class Pages {
  /// Failed pages are tried again as long as a feed names them, but not at every visit.
  private static final Duration TRY_AGAIN = Duration.ofHours(6);

  /// Outlets change young articles without telling: those are looked at again now and then while
  /// the feed names them.
  private static final Duration YOUNG = Duration.ofDays(2);

  private final Store store;
  private final Road road;
  private final Patience patience;
  private final FurtherPages further;
  private final InstantSource clock;

  Pages(Store store, Road road, Patience patience, InstantSource clock) {
    this.store = store;
    this.road = road;
    this.patience = patience;
    this.further = new FurtherPages(road, patience);
    this.clock = clock;
  }

  /// Makes an article without the page, as from what the feed itself holds.
  interface Otherwise {
    @Nullable Reading reading(Instant fetched);
  }

  /// Fetches one page if that is due.
  ///
  /// @param told what the feed tells of the page
  /// @param otherwise asked when the page cannot be had
  /// @return null when there was nothing to do
  @Nullable Carried visit(Feed feed, String link, Told told, Otherwise otherwise)
      throws InterruptedException {
    String address = Address.canonical(link);
    if (address == null) {
      return refused(
          feed,
          link,
          "[" + link + "] no web address; the feed should name one that starts with https://");
    }
    Optional<VisitRow> before = store.visit(address);
    if (before.isPresent() && !isDue(before.get(), told)) {
      return null;
    }
    return switch (patience.visit(link, null, null)) {
      case Visit.Fresh fresh ->
          further.carry(new Arrival(fresh.page(), address, feed.source(), feed.id(), told, null));
      case Visit.Unchanged _ -> null;
      case Visit.Throttled(var _, var why) ->
          instead(feed, address, Outcome.FAILED, why, told, otherwise);
      case Visit.Refused(var why) -> instead(feed, address, Outcome.REFUSED, why, told, otherwise);
      case Visit.Failed(var why, var _) ->
          instead(feed, address, Outcome.FAILED, why, told, otherwise);
    };
  }

  private boolean isDue(VisitRow before, Told told) {
    if (before.told() != null && !before.told().equals(told.digest())) {
      return true;
    }
    Instant now = clock.instant();
    boolean rested = before.at().plus(TRY_AGAIN).isBefore(now);
    boolean young = told.at() != null && told.at().plus(YOUNG).isAfter(now);
    return rested && (young || before.outcome() == Outcome.FAILED);
  }

  private Carried refused(Feed feed, String address, String why) {
    road.note(address, feed.source(), feed.id(), clock.instant(), Outcome.REFUSED, why);
    return new Carried(Outcome.REFUSED, why, null, null);
  }

  private Carried instead(
      Feed feed, String address, Outcome outcome, String why, Told told, Otherwise otherwise) {
    Instant now = clock.instant();
    if (otherwise.reading(now) instanceof Reading.Read(var article)) {
      return road.settleWithoutPage(article, address, feed.id(), told.digest(), why);
    }
    road.note(address, feed.source(), feed.id(), now, outcome, why);
    return new Carried(outcome, why, null, null);
  }
}
