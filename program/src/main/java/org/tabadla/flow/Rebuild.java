package org.tabadla.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.collect.Archive;
import org.tabadla.collect.ArchiveReading;
import org.tabadla.collect.Archived;
import org.tabadla.flow.Road.Prepared;
import org.tabadla.model.FeedId;
import org.tabadla.model.Page;
import org.tabadla.model.Reading;
import org.tabadla.model.SourceId;
import org.tabadla.read.EntryReader;
import org.tabadla.read.FeedEntry;
import org.tabadla.read.FeedReader;
import org.tabadla.read.FeedReading;
import org.tabadla.read.PageReport;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Outcome;

/// Runs the road again over the archive: a better reader improves yesterday's articles.
public final class Rebuild {
  private static final int PAGE_OF_LOG = 500;

  private final Store store;
  private final Search search;
  private final Road road;
  private final Archive archive;

  public Rebuild(Store store, Search search, Road road, Archive archive) {
    this.store = store;
    this.search = search;
    this.road = road;
    this.archive = archive;
  }

  /// Forgets all that is derived and reads every page of the archive again, oldest first.
  public Tally all(Progress progress) {
    // In this order: an index that is ahead of the records would never be caught up with.
    search.clear();
    road.forget();
    store.forgetDerived();
    learn();
    var tally = new Tally();
    long[] done = {0};
    var feeds = new ArrayList<String>();
    try (ArchiveReading records = archive.readAll()) {
      Batch.inOrder(
          new ArchivedParts(records),
          this::prepared,
          step -> {
            settle(step, tally, progress);
            if (isFeed(step.record())) {
              feeds.add(step.record().record());
            }
            progress.step(++done[0], -1);
          });
    }
    feeds.forEach(record -> entries(archive.read(record), tally));
    road.remerge();
    search.commit();
    search.refresh();
    return tally;
  }

  /// Learns of all sites first, so that each page is read beside all others of its site, the oldest
  /// too: as re-reading leaves them.
  private void learn() {
    road.learning().forget();
    try (ArchiveReading records = archive.readAll()) {
      Batch.inOrder(
          records,
          this::report,
          read -> {
            if (read.isPresent() && read.get().reading() instanceof Reading.Read(var article)) {
              road.learning().learn(article.source(), read.get().trace());
            }
          });
    }
    road.learning().done();
  }

  private Optional<PageReport> report(Archived record) {
    Arrival arrival = record instanceof Archived.Kept kept ? Arrivals.of(kept) : null;
    return Optional.ofNullable(arrival).map(road::report);
  }

  private static boolean isFeed(Archived record) {
    return record instanceof Archived.Kept kept
        && kept.notes().containsKey(Road.NOTE_FEED)
        && !kept.notes().containsKey(Road.NOTE_ADDRESS);
  }

  /// Brings back the articles that were made from a feed's own words, since their pages could not
  /// be had.
  private void entries(Archived.Kept kept, Tally tally) {
    String source = kept.notes().get(Road.NOTE_SOURCE);
    String feed = kept.notes().get(Road.NOTE_FEED);
    if (source == null
        || feed == null
        || !(FeedReader.read(kept.page(), Map.of()) instanceof FeedReading.FeedRead(var content))) {
      return;
    }
    for (FeedEntry entry : content.entries()) {
      String address = entry.link() == null ? null : Address.canonical(entry.link());
      if (address != null
          && wasFromFeed(address)
          && EntryReader.article(entry, content, new SourceId(source), kept.page().fetched())
              instanceof Reading.Read(var article)) {
        tally.add(
            road.settleWithoutPage(
                article, address, new FeedId(feed), Told.of(entry).digest(), detail(address)));
      }
    }
  }

  private boolean wasFromFeed(String address) {
    return store
        .visit(address)
        .filter(visit -> visit.outcome() == Outcome.ARTICLE && visit.record() == null)
        .isPresent();
  }

  private String detail(String address) {
    return store.visit(address).map(Store.VisitRow::detail).orElse("");
  }

  /// Fills the index anew from the records.
  ///
  /// @return how many articles
  public long index(Progress progress) {
    search.clear();
    long done = 0;
    long total = store.articleCount();
    for (var page = store.since(0, PAGE_OF_LOG);
        !page.isEmpty();
        page = store.since(page.getLast().seq(), PAGE_OF_LOG)) {
      for (Store.Entry entry : page) {
        search.put(entry.article(), entry.notes(), entry.story(), entry.seq());
        progress.step(++done, total);
      }
    }
    search.commit();
    search.refresh();
    return done;
  }

  /// @param prepared null for what is no page, such as a feed's own bytes
  private record Step(Archived record, @Nullable Prepared prepared) {}

  private Step prepared(ArchivedParts.Gathered gathered) {
    Archived record = gathered.record();
    return switch (record) {
      case Archived.Damaged _ -> new Step(record, null);
      case Archived.Kept kept -> {
        Arrival arrival = Arrivals.of(kept);
        yield new Step(
            record, arrival == null ? null : road.prepare(arrival.with(pages(gathered.parts()))));
      }
    };
  }

  private List<Page> pages(List<String> records) {
    return records.stream().map(archive::read).map(Archived.Kept::page).toList();
  }

  private void settle(Step step, Tally tally, Progress progress) {
    if (step.record() instanceof Archived.Damaged(var _, var why)) {
      tally.add(Outcome.UNREADABLE);
      progress.line(why);
    } else if (step.prepared() != null) {
      tally.add(road.settle(step.prepared().untaught()));
    }
  }
}
