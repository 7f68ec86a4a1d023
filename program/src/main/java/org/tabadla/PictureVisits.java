package org.tabadla;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.collect.Collector;
import org.tabadla.exchange.c2pa.CredentialReader;
import org.tabadla.exchange.c2pa.Credentials;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Visit;
import org.tabadla.store.Store;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.picture.Album;
import org.tabadla.verify.picture.Credential;

/// Says which pictures are to be looked at, and fetches them as politely as pages: robots.txt, the
/// pace of the host and all limits hold. A part of {@link Tabadla}'s wiring.
final class PictureVisits {
  private static final int MOST_DUE = 16;
  private static final int LOOKED_BACK = 500;
  private static final int AT_ONCE = 200;
  private static final int MOST_BARE = 10_000;
  private static final int MOST_LATER = 10_000;
  private static final Duration AGAIN = Duration.ofMinutes(61);

  private final Store store;
  private final Collector collector;
  private final Desk desk;
  private final Album album;
  private final boolean all;
  private final InstantSource clock;

  /// What is asked for again later, by its address: its host wants a pause, or has failed.
  private final Map<String, Later> later = new LinkedHashMap<>();

  /// Articles without a picture, so that they need not be read again and again.
  private final Set<String> bare = new HashSet<>();

  private long seen;

  /// @param all whether the lead picture of every article is looked at, not of claims' pages alone
  PictureVisits(
      Store store, Collector collector, Desk desk, Album album, boolean all, InstantSource clock) {
    this.store = store;
    this.collector = collector;
    this.desk = desk;
    this.album = album;
    this.all = all;
    this.clock = clock;
  }

  /// A picture to look at.
  record Wanted(String article, String url, Instant since) {}

  private record Later(Wanted wanted, Instant at) {}

  /// @return at most 16 that are to be fetched now
  synchronized List<Wanted> due() {
    Instant now = clock.instant();
    var out = again(now);
    for (Claim claim : desk.newest(0, LOOKED_BACK)) {
      for (Claim.Appearance each : claim.appearances()) {
        String id = each.article();
        if (id != null && out.size() < MOST_DUE && !bare.contains(id) && album.mayWant(id, now)) {
          store.entry(new ArticleId(id)).map(Store.Entry::article).ifPresent(a -> want(out, a));
        }
      }
    }
    if (all) {
      further(out);
    }
    return out;
  }

  /// What has waited long enough.
  private List<Wanted> again(Instant now) {
    var out = new ArrayList<Wanted>();
    for (var all = later.values().iterator(); all.hasNext() && out.size() < MOST_DUE; ) {
      Later one = all.next();
      Wanted wanted = one.wanted();
      if (!one.at().isAfter(now)) {
        all.remove();
        if (album.wants(wanted.article(), wanted.url(), now)) {
          out.add(wanted);
        }
      }
    }
    return out;
  }

  /// Goes on through the log of articles as far as there is room.
  private void further(List<Wanted> out) {
    List<Store.Entry> page = store.since(seen, AT_ONCE);
    for (Store.Entry entry : page) {
      if (out.size() >= MOST_DUE) {
        return;
      }
      want(out, entry.article());
      seen = entry.seq();
    }
  }

  private void want(List<Wanted> out, Article article) {
    Block.Picture picture = lead(article);
    String id = article.id().value();
    if (picture == null && bare.size() < MOST_BARE) {
      bare.add(id);
    }
    if (picture != null
        && picture.url().startsWith("http")
        && out.stream().noneMatch(each -> each.article().equals(id))
        && !later.containsKey(picture.url())
        && album.wants(id, picture.url(), clock.instant())) {
      out.add(new Wanted(id, picture.url(), since(article)));
    }
  }

  /// @return the main picture; where the page names none, the first in its body
  private static Block.@Nullable Picture lead(Article article) {
    Block.Picture main = article.image();
    return main != null
        ? main
        : article.body().stream()
            .filter(Block.Picture.class::isInstance)
            .map(Block.Picture.class::cast)
            .findFirst()
            .orElse(null);
  }

  private static Instant since(Article article) {
    var published = article.published();
    return published == null ? article.fetched() : published.value().at();
  }

  void fetch(Wanted wanted) {
    Instant now = clock.instant();
    switch (collector.picture(wanted.url())) {
      case Visit.Fresh fresh ->
          album.saw(
              wanted.article(), wanted.url(), wanted.since(), fresh.page().body().array(), now);
      case Visit.Unchanged _ -> missed(wanted, "unchanged, though nothing was known", false);
      case Visit.Throttled throttled -> later(wanted, now.plus(throttled.retryAfter()));
      case Visit.Refused(String why) -> missed(wanted, why, true);
      case Visit.Failed failed -> missed(wanted, failed.why(), failed.gone());
    }
  }

  private void missed(Wanted wanted, String why, boolean forGood) {
    Instant now = clock.instant();
    album.missed(wanted.article(), wanted.url(), wanted.since(), why, forGood, now);
    if (!forGood) {
      later(wanted, now.plus(AGAIN));
    }
  }

  /// The log of articles is not gone through again for it: with many hosts that want pauses it
  /// would never come to its end.
  private synchronized void later(Wanted wanted, Instant at) {
    if (later.size() < MOST_LATER) {
      later.put(wanted.url(), new Later(wanted, at));
    }
  }

  /// Looks at all that is due until nothing is; for the demo.
  void all() {
    for (List<Wanted> now = due(); !now.isEmpty(); now = due()) {
      now.forEach(this::fetch);
    }
  }

  /// C2PA as the exchange reads it.
  static Credential credential(byte[] bytes) {
    return switch (CredentialReader.read(bytes)) {
      case Credentials.None _ -> new Credential(false, "", "", List.of());
      case Credentials.Present present -> {
        var made =
            present.manifests().isEmpty()
                ? Optional.<Credentials.Manifest>empty()
                : Optional.of(present.manifests().getLast());
        yield new Credential(
            true,
            made.map(Credentials.Manifest::generator).orElse(""),
            made.flatMap(m -> Optional.ofNullable(m.signer()))
                .map(Credentials.Signer::subject)
                .orElse(""),
            present.findings().stream().map(Credentials.Finding::code).distinct().toList());
      }
    };
  }
}
