package org.tabadla.flow;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.collect.Archive;
import org.tabadla.collect.Collector;
import org.tabadla.collect.Pace;
import org.tabadla.flow.Road.Carried;
import org.tabadla.model.Feed;
import org.tabadla.model.FeedId;
import org.tabadla.model.Lang;
import org.tabadla.model.Page;
import org.tabadla.model.Visit;
import org.tabadla.read.EntryReader;
import org.tabadla.read.FeedContent;
import org.tabadla.read.FeedEntry;
import org.tabadla.read.FeedReader;
import org.tabadla.read.FeedReading;
import org.tabadla.read.HubDiscovery;
import org.tabadla.read.SitemapReader;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Outcome;

/// One visit to one feed of any kind: fetch it, find what is new in it, carry that along the road,
/// decide when to come again.
///
/// The feed's validators are saved last. A program killed in the middle comes back to the same list
/// and goes on where it stopped.
public final class FeedVisit {
  private static final int MOST_ENTRIES = 2_000;
  private static final int MOST_SITEMAP_BYTES = 50 << 20;
  private static final int STATUS_OK = 200;

  private final Store store;
  private final Road road;
  private final Archive archive;
  private final Patience patience;
  private final Pages pages;
  private final FurtherPages further;
  private final SavedVisit saved;
  private final Pace pace;
  private final @Nullable HubsSeen hubs;
  private final InstantSource clock;

  /// @param hubs is told of the hubs that feeds name; null when nobody wants to know
  public FeedVisit(
      Store store,
      Road road,
      Archive archive,
      Collector collector,
      Pace pace,
      @Nullable HubsSeen hubs,
      InstantSource clock) {
    this.store = store;
    this.road = road;
    this.archive = archive;
    this.patience = new Patience(collector, clock);
    this.pages = new Pages(store, road, patience, clock);
    this.further = new FurtherPages(road, patience);
    this.saved = new SavedVisit(store, road, clock);
    this.pace = pace;
    this.hubs = hubs;
    this.clock = clock;
  }

  Tally visit(Feed feed, Progress progress) throws InterruptedException {
    Tally tally =
        switch (feed.kind()) {
          case FOLDER, WARC -> saved.visit(feed, progress);
          case FEED, SITEMAP, PAGE -> fetched(feed, new Round(new Tally(), progress));
        };
    road.remerge();
    return tally;
  }

  /// What one visit counts and says.
  private record Round(Tally tally, Progress progress) {
    /// Counts a page; null stands for one that there was nothing to do about.
    void took(@Nullable Carried carried) {
      if (carried != null) {
        tally.add(carried);
        if (carried.outcome() != Outcome.ARTICLE) {
          progress.line(carried.detail());
        }
      }
    }
  }

  private Tally fetched(Feed feed, Round round) throws InterruptedException {
    Visit visit = patience.visit(feed.address(), feed.etag(), feed.lastModified());
    switch (visit) {
      case Visit.Fresh fresh -> fresh(feed, fresh, round);
      case Visit.Unchanged _ -> rest(feed, visit, false);
      case Visit.Throttled(var _, var why) -> {
        round.progress.line(why);
        rest(feed, visit, false);
      }
      case Visit.Refused(var why) -> trouble(feed, visit, why, Outcome.REFUSED, round);
      case Visit.Failed(var why, var _) -> trouble(feed, visit, why, Outcome.FAILED, round);
    }
    return round.tally;
  }

  private void fresh(Feed feed, Visit.Fresh fresh, Round round) throws InterruptedException {
    if (hubs != null && feed.kind() != Feed.Kind.SITEMAP) {
      HubDiscovery.Hubs named = HubDiscovery.of(fresh.page(), fresh.links());
      hubs.seen(feed.address(), named.topic(), named.hubs());
    }
    switch (feed.kind()) {
      case FEED -> {
        archive.write(
            fresh.page(),
            STATUS_OK,
            Map.of(Road.NOTE_SOURCE, feed.source().value(), Road.NOTE_FEED, feed.id().value()));
        switch (FeedReader.read(fresh.page(), Map.of())) {
          case FeedReading.FeedRead(var content) -> entries(feed, fresh, content, round);
          case FeedReading.NoFeed(var why) ->
              unreadable(feed, "no feed: " + why + "; see whether the outlet has moved it", round);
        }
      }
      case SITEMAP -> {
        archive.write(fresh.page(), STATUS_OK, Map.of());
        sitemap(feed, fresh, round);
      }
      case PAGE -> {
        Carried carried =
            further.carry(
                new Arrival(fresh.page(), feed.address(), feed.source(), feed.id(), null, null));
        round.took(carried);
        rest(feed, fresh, carried.isNews());
      }
      case FOLDER, WARC -> throw new IllegalStateException("fetched a " + feed.kind());
    }
  }

  private void entries(Feed feed, Visit.Fresh fresh, FeedContent content, Round round)
      throws InterruptedException {
    road.introduce(
        feed.source(),
        content.title(),
        content.language() == null ? Lang.UND : new Lang(content.language()));
    boolean news = false;
    int left = MOST_ENTRIES;
    for (FeedEntry entry : content.entries()) {
      if (left-- == 0) {
        round.progress.line(
            "["
                + feed.address()
                + "] more than "
                + MOST_ENTRIES
                + " entries; the rest is left alone");
        break;
      }
      Carried carried = entry(feed, content, entry);
      news |= carried != null && carried.isNews();
      round.took(carried);
    }
    Feed titled = content.title() == null ? feed : Feeds.titled(feed, content.title());
    rest(titled, content.pace() == null ? fresh : paced(fresh, content.pace()), news);
  }

  /// A feed's own word on how often to come (`ttl`) counts like the answer's `max-age`.
  private static Visit.Fresh paced(Visit.Fresh fresh, Duration pace) {
    return new Visit.Fresh(
        fresh.page(),
        fresh.etag(),
        fresh.lastModified(),
        pace,
        fresh.permanentlyAt(),
        fresh.links());
  }

  private @Nullable Carried entry(Feed feed, FeedContent content, FeedEntry entry)
      throws InterruptedException {
    if (entry.link() == null) {
      return null;
    }
    return pages.visit(
        feed,
        entry.link(),
        Told.of(entry),
        fetched -> EntryReader.article(entry, content, feed.source(), fetched));
  }

  private void sitemap(Feed feed, Visit.Fresh fresh, Round round) throws InterruptedException {
    Page page;
    try {
      page = Gzip.unpacked(fresh.page(), MOST_SITEMAP_BYTES);
    } catch (IOException e) {
      unreadable(
          feed, "sitemap cannot be unpacked: " + e.getMessage() + "; tell the outlet", round);
      return;
    }
    boolean news = false;
    int left = MOST_ENTRIES;
    SitemapReader.Sitemap sitemap = SitemapReader.read(page);
    for (SitemapReader.Location location : sitemap.locations()) {
      if (left-- == 0) {
        round.progress.line(
            "["
                + feed.address()
                + "] more than "
                + MOST_ENTRIES
                + " addresses; the rest is left alone");
        break;
      }
      introduce(feed, location.news());
      if (sitemap.index()) {
        nested(feed, location.loc());
      } else {
        Carried carried = pages.visit(feed, location.loc(), Told.of(location), _ -> null);
        news |= carried != null && carried.isNews();
        round.took(carried);
      }
    }
    rest(feed, fresh, news);
  }

  /// A news sitemap is often the only place where an outlet says its name.
  private void introduce(Feed feed, SitemapReader.@Nullable News news) {
    String name = news == null ? null : news.name();
    String lang = news == null ? null : news.language();
    if (name != null) {
      road.introduce(feed.source(), name, lang == null ? Lang.UND : new Lang(lang));
    }
  }

  /// A sitemap named by an index becomes a feed of its own, unless it belongs to somebody else.
  private void nested(Feed feed, String address) {
    if (Address.sameSite(feed.address(), address) && store.feed(FeedId.of(address)).isEmpty()) {
      store.saveFeed(Feeds.added(feed.source(), Feed.Kind.SITEMAP, address, null, clock.instant()));
    }
  }

  private void unreadable(Feed feed, String what, Round round) {
    String why = "[" + feed.address() + "] " + what;
    trouble(feed, new Visit.Failed(why, false), why, Outcome.UNREADABLE, round);
  }

  private void trouble(Feed feed, Visit visit, String why, Outcome outcome, Round round) {
    Pace.Next next = pace.next(feed, visit, false, clock.instant());
    store.saveFeed(Feeds.troubled(feed, why, next.due()));
    road.note(feed.address(), feed.source(), feed.id(), clock.instant(), outcome, why);
    round.tally.add(outcome);
    round.progress.line(why);
  }

  private void rest(Feed feed, Visit visit, boolean changed) {
    Pace.Next next = pace.next(feed, visit, changed, clock.instant());
    switch (visit) {
      case Visit.Fresh fresh ->
          store.saveFeed(
              Feeds.well(feed, fresh.etag(), fresh.lastModified(), next.due(), next.pace()));
      case Visit.Unchanged _, Visit.Refused _, Visit.Failed _ ->
          store.saveFeed(
              Feeds.well(feed, feed.etag(), feed.lastModified(), next.due(), next.pace()));
      case Visit.Throttled _ -> store.saveFeed(Feeds.later(feed, next.due()));
    }
  }
}
