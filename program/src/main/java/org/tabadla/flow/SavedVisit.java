package org.tabadla.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.collect.Saved;
import org.tabadla.collect.SavedPages;
import org.tabadla.collect.WarcFile;
import org.tabadla.flow.Road.Carried;
import org.tabadla.flow.Road.Prepared;
import org.tabadla.model.Digest;
import org.tabadla.model.Feed;
import org.tabadla.model.Page;
import org.tabadla.model.Refusal;
import org.tabadla.model.SourceId;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Outcome;
import org.tabadla.store.Store.VisitRow;

/// Reads a folder of saved pages or a WARC file from beginning to end. Cut off in the middle, the
/// next visit passes over what was carried already, since each page's visit is on record with the
/// digest of its bytes.
final class SavedVisit {
  private static final int PAGE_LIMIT_BYTES = 10 << 20;
  private static final String FOLDER_PREFIX = "folder-";

  private final Store store;
  private final Road road;
  private final InstantSource clock;

  SavedVisit(Store store, Road road, InstantSource clock) {
    this.store = store;
    this.road = road;
    this.clock = clock;
  }

  /// Gives the outlet of pages that do not say where they are from: the folder's last two names.
  static SourceId sourceOf(Path path) {
    int names = path.getNameCount();
    String last = path.subpath(Math.max(0, names - 2), names).toString();
    return new SourceId(FOLDER_PREFIX + last.replaceAll("[^\\p{L}\\p{N}.]+", "-"));
  }

  Tally visit(Feed feed, Progress progress) {
    var tally = new Tally();
    Path path = Path.of(feed.address());
    try {
      if (feed.kind() == Feed.Kind.WARC) {
        try (var file = new WarcFile(path, PAGE_LIMIT_BYTES)) {
          carry(feed, file, -1, tally, progress);
        }
      } else {
        carry(
            feed, new SavedPages(path, PAGE_LIMIT_BYTES).iterator(), count(path), tally, progress);
      }
      store.saveFeed(Feeds.well(feed, null, null, null, feed.pace()));
    } catch (Refusal e) {
      String why = e.getMessage() + "; " + e.remedy();
      store.saveFeed(Feeds.troubled(feed, why, null));
      road.note(feed.address(), feed.source(), feed.id(), clock.instant(), Outcome.REFUSED, why);
      tally.add(Outcome.REFUSED);
      progress.line(why);
    }
    return tally;
  }

  /// One saved item, read if it is to be read.
  ///
  /// @param prepared null for a page that was carried before, and for one that cannot be had
  private record Step(Saved item, @Nullable Prepared prepared) {}

  private void carry(Feed feed, Iterator<Saved> items, long total, Tally tally, Progress progress) {
    Path root = Objects.requireNonNullElse(Path.of(feed.address()).getParent(), Path.of("/"));
    long[] done = {0};
    Batch.inOrder(
        items,
        item -> new Step(item, prepared(feed, root, item)),
        step -> {
          settle(feed, step, tally, progress);
          progress.step(++done[0], total);
        });
  }

  private @Nullable Prepared prepared(Feed feed, Path root, Saved item) {
    return switch (item) {
      case Saved.BadFile _ -> null;
      case Saved.PageFile(var name, var page) -> {
        String hash = Digest.sha256(page.body().array());
        Optional<VisitRow> before = store.visit(name);
        yield before.isPresent() && hash.equals(before.get().hash())
            ? null
            : road.prepare(
                road.keep(
                    new Arrival(
                        addressed(page, root, name), name, feed.source(), feed.id(), null, null)));
      }
    };
  }

  /// A saved page that names no address of its own gets one that tells where it lies below the
  /// folder that was added, so that reading the folder again finds the same article.
  private static Page addressed(Page page, Path root, String name) {
    if (page.url() != null) {
      return page;
    }
    Path file = Path.of(name);
    String below =
        file.startsWith(root)
            ? root.relativize(file).toString()
            : String.valueOf(file.getFileName());
    return new Page(
        "file:" + below.replace('\\', '/').replace(' ', '_'),
        page.contentType(),
        page.body(),
        page.fetched());
  }

  private void settle(Feed feed, Step step, Tally tally, Progress progress) {
    switch (step.item()) {
      case Saved.BadFile(var name, var why) -> {
        road.note(name, feed.source(), feed.id(), clock.instant(), Outcome.REFUSED, why);
        tally.add(Outcome.REFUSED);
        progress.line(why);
      }
      case Saved.PageFile _ -> {
        if (step.prepared() != null) {
          Carried carried = road.settle(step.prepared());
          tally.add(carried);
          if (carried.outcome() != Outcome.ARTICLE) {
            progress.line(carried.detail());
          }
        }
      }
    }
  }

  /// How many pages there are, for the time left; walking names is cheap beside reading them.
  private static long count(Path start) {
    try (var files = Files.walk(start)) {
      return files.filter(p -> SavedPages.isPageName(p.toString())).count();
    } catch (java.io.IOException | java.io.UncheckedIOException e) {
      return -1;
    }
  }
}
