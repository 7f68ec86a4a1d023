package org.tabadla.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabadla.address.Address;
import org.tabadla.collect.Collector;
import org.tabadla.model.Bytes;
import org.tabadla.model.Feed;
import org.tabadla.model.Lang;
import org.tabadla.model.Page;
import org.tabadla.model.Refusal;
import org.tabadla.model.Source;
import org.tabadla.model.SourceId;
import org.tabadla.model.Visit;
import org.tabadla.read.FeedDiscovery;
import org.tabadla.read.OpmlReader;
import org.tabadla.read.Sniffer;
import org.tabadla.store.Store;

/// The way in: finds out what an address or a path is and writes it down as feeds that are due now.
/// What it returns is safe on disk.
public final class Intake {
  private static final int MOST_FILE_BYTES = 64 << 20;
  private static final int MOST_FEEDS_OF_A_PAGE = 20;

  private final Store store;
  private final Patience patience;
  private final InstantSource clock;

  public Intake(Store store, Collector collector, InstantSource clock) {
    this.store = store;
    this.patience = new Patience(collector, clock);
    this.clock = clock;
  }

  /// Adds what stands at an address or path.
  ///
  /// @param what a URL (`https://` may be left out), a folder, an HTML, OPML, feed or WARC file
  /// @return the feeds that were written down, those that were there already included
  /// @throws Refusal naming what was seen and what to do, when it is nothing that can be read
  public List<Feed> add(String what) {
    String lower = what.toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") || lower.startsWith("https://")) {
      return address(what);
    }
    Path path = path(what);
    if (path != null && Files.exists(path)) {
      return file(path);
    }
    if (what.contains("://")
        || !what.contains(".")
        || what.startsWith("/")
        || what.startsWith(".")) {
      throw new Refusal(
          "[" + what + "] neither a web address nor a file that is there",
          "give https://…, a folder or a file");
    }
    return address("https://" + what);
  }

  private static @Nullable Path path(String what) {
    try {
      return Path.of(what).toAbsolutePath().normalize();
    } catch (java.nio.file.InvalidPathException e) {
      return null;
    }
  }

  private List<Feed> address(String what) {
    String url = Address.web(what, null);
    if (url == null) {
      throw new Refusal(
          "[" + what + "] no web address", "give one that starts with https:// or http://");
    }
    return switch (fetch(url)) {
      case Visit.Fresh fresh -> fetched(url, fresh);
      case Visit.Refused(var why) ->
          throw new Refusal(why, "see ./tabadla config for what may be fetched");
      case Visit.Failed(var why, _) ->
          throw new Refusal(why, "see that the address is right and the outlet answers");
      case Visit.Throttled(var after, var why) ->
          throw new Refusal(why, "try again in " + after.toSeconds() + " s");
      case Visit.Unchanged _ ->
          throw new Refusal(
              "[" + url + "] answered 304 without having been asked", "try again later");
    };
  }

  private Visit fetch(String url) {
    try {
      return patience.visit(url, null, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("[" + url + "] interrupted", "run it again");
    }
  }

  private List<Feed> fetched(String url, Visit.Fresh fresh) {
    Page page = fresh.page();
    return switch (Sniffer.kind(page)) {
      case FEED -> List.of(save(Feed.Kind.FEED, url, null));
      case SITEMAP -> List.of(save(Feed.Kind.SITEMAP, url, null));
      case OPML -> opml(page, url);
      case HTML -> page(url, page);
      case PDF ->
          throw new Refusal(
              "[" + url + "] a PDF", "give a page, a feed, a sitemap or an OPML file");
      case OTHER ->
          throw new Refusal(
              "["
                  + url
                  + "] neither a page nor a feed: "
                  + (page.contentType() == null ? page.body() : page.contentType()),
              "give a page, a feed, a sitemap or an OPML file");
    };
  }

  /// A page is added with its feeds; without any, it is an article to be read by itself.
  private List<Feed> page(String url, Page page) {
    List<String> found = FeedDiscovery.feeds(page);
    var feeds = new ArrayList<Feed>();
    for (String feed : found.subList(0, Math.min(found.size(), MOST_FEEDS_OF_A_PAGE))) {
      String address = Address.web(feed, url);
      if (address != null) {
        feeds.add(save(Feed.Kind.FEED, address, null));
      }
    }
    if (feeds.isEmpty()) {
      feeds.add(save(Feed.Kind.PAGE, url, null));
    }
    return feeds;
  }

  private List<Feed> opml(Page page, String name) {
    var feeds = new ArrayList<Feed>();
    for (OpmlReader.Outline outline : OpmlReader.read(page)) {
      String address = Address.web(outline.xmlUrl(), page.url());
      if (address != null) {
        feeds.add(save(Feed.Kind.FEED, address, outline.title()));
      }
    }
    if (feeds.isEmpty()) {
      throw new Refusal(
          "[" + name + "] an OPML file without a feed in it", "its outlines need an xmlUrl");
    }
    return feeds;
  }

  private List<Feed> file(Path path) {
    if (Files.isDirectory(path)) {
      return List.of(saveFile(Feed.Kind.FOLDER, path));
    }
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".warc") || name.endsWith(".warc.gz")) {
      return List.of(saveFile(Feed.Kind.WARC, path));
    }
    Page page = new Page(null, null, bytes(path), clock.instant());
    return switch (Sniffer.kind(page)) {
      case OPML -> opml(page, path.toString());
      case HTML -> List.of(saveFile(Feed.Kind.FOLDER, path));
      case FEED, SITEMAP ->
          throw new Refusal(
              "[" + path + "] a feed in a file has no address to come back to",
              "add its URL instead");
      case PDF ->
          throw new Refusal(
              "[" + path + "] a PDF", "give saved pages (.html, .html.gz), an OPML file or a WARC");
      case OTHER ->
          throw new Refusal(
              "[" + path + "] nothing that can be read",
              "give saved pages (.html, .html.gz), an OPML file or a WARC");
    };
  }

  private static Bytes bytes(Path path) {
    try {
      if (Files.size(path) > MOST_FILE_BYTES) {
        throw new Refusal(
            "[" + path + "] too large: " + Files.size(path) + " bytes",
            "the limit is " + (MOST_FILE_BYTES >> 20) + " MB");
      }
      byte[] raw = Files.readAllBytes(path);
      return new Bytes(path.toString().endsWith(".gz") ? Gzip.unpacked(raw, MOST_FILE_BYTES) : raw);
    } catch (IOException e) {
      throw new Refusal(
          "[" + path + "] cannot be read: " + e.getMessage(), "look at the file and its rights");
    }
  }

  private Feed save(Feed.Kind kind, String url, @Nullable String title) {
    String host = Address.authority(url);
    return save(kind, SourceId.ofHost(host == null || host.isEmpty() ? url : host), url, title);
  }

  private Feed saveFile(Feed.Kind kind, Path path) {
    return save(kind, SavedVisit.sourceOf(path), path.toString(), null);
  }

  private Feed save(Feed.Kind kind, SourceId source, String address, @Nullable String title) {
    Instant now = clock.instant();
    Feed known = store.feed(org.tabadla.model.FeedId.of(address)).orElse(null);
    if (store.source(source).isEmpty()) {
      store.saveSource(new Source(source, source.value(), null, Lang.UND));
    }
    Feed feed =
        known == null ? Feeds.added(source, kind, address, title, now) : Feeds.later(known, now);
    store.saveFeed(feed);
    return feed;
  }
}
