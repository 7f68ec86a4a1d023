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
import org.tabadla.language.Letters;
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
  private static final int MOST_DONE = 100_000;
  private static final int MOST_LATER = 10_000;
  private static final int LONGEST_CREDENTIAL_CHARS = 300;
  private static final int MOST_FINDINGS = 20;
  private static final Duration AGAIN = Duration.ofMinutes(61);

  private final Store store;
  private final Collector collector;
  private final Desk desk;
  private final Album album;
  private final boolean all;
  private final InstantSource clock;

  /// What is to be asked for, by its article: it was found in the log, its host wants a pause, or
  /// has failed. The log is not gone through again for it: with many hosts that want pauses it
  /// would never come to its end.
  private final Map<String, Later> later = new LinkedHashMap<>();

  /// Articles of which nothing more is wanted, so that they need not be read again and again.
  private final Set<String> done = new HashSet<>();

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

  /// @return some that are to be fetched now, at most 16; what is not fetched is told again
  synchronized List<Wanted> due() {
    Instant now = clock.instant();
    var out = new ArrayList<Wanted>();
    for (Claim claim : desk.newest(0, LOOKED_BACK)) {
      for (Claim.Appearance each : claim.appearances()) {
        String id = each.article();
        if (id != null && out.size() < MOST_DUE && !isDone(id) && album.mayWant(id, now)) {
          store
              .entry(new ArticleId(id))
              .flatMap(entry -> wanted(entry.article()))
              .filter(wanted -> !out.contains(wanted))
              .ifPresent(out::add);
        }
      }
    }
    List<Wanted> waiting = waiting(now);
    if (all && waiting.size() < MOST_DUE && later.size() < MOST_LATER) {
      further(now);
      waiting = waiting(now);
    }
    waiting.stream().filter(each -> out.size() < MOST_DUE).forEach(out::add);
    return out;
  }

  private boolean isDone(String article) {
    if (!done.contains(article) && album.isSettled(article)) {
      done(article);
    }
    return done.contains(article);
  }

  private void done(String article) {
    if (done.size() >= MOST_DONE) {
      done.clear(); // Each is found out again.
    }
    done.add(article);
  }

  /// What has waited long enough.
  private List<Wanted> waiting(Instant now) {
    return later.values().stream()
        .filter(each -> !each.at().isAfter(now))
        .map(Later::wanted)
        .limit(MOST_DUE)
        .toList();
  }

  /// Goes on through the log of articles as far as there is room.
  private void further(Instant now) {
    int found = 0;
    for (Store.Entry entry : store.since(seen, AT_ONCE)) {
      Optional<Wanted> wanted = wanted(entry.article());
      wanted.ifPresent(each -> later.put(each.article(), new Later(each, now)));
      seen = entry.seq();
      found += wanted.isPresent() ? 1 : 0;
      if (found == MOST_DUE) {
        return;
      }
    }
  }

  private Optional<Wanted> wanted(Article article) {
    Block.Picture picture = lead(article);
    String id = article.id().value();
    if (picture == null) {
      done(id);
    }
    return picture != null
            && picture.url().startsWith("http")
            && !later.containsKey(id)
            && album.wants(id, picture.url(), clock.instant())
        ? Optional.of(new Wanted(id, picture.url(), since(article)))
        : Optional.empty();
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
    // Whatever becomes of it, it is not asked for at once again.
    later(wanted, now.plus(AGAIN));
    switch (collector.picture(wanted.url())) {
      case Visit.Fresh fresh -> {
        album.saw(wanted.article(), wanted.url(), wanted.since(), fresh.page().body().array(), now);
        settled(wanted);
      }
      case Visit.Unchanged _ -> missed(wanted, "unchanged, though nothing was known", false);
      case Visit.Throttled throttled -> later(wanted, now.plus(throttled.retryAfter()));
      case Visit.Refused(String why) -> missed(wanted, why, true);
      case Visit.Failed failed -> missed(wanted, failed.why(), failed.gone());
    }
  }

  private void missed(Wanted wanted, String why, boolean forGood) {
    album.missed(wanted.article(), wanted.url(), wanted.since(), why, forGood, clock.instant());
    if (album.isSettled(wanted.article())) {
      settled(wanted);
    }
  }

  private synchronized void settled(Wanted wanted) {
    later.remove(wanted.article());
  }

  private synchronized void later(Wanted wanted, Instant at) {
    later.put(wanted.article(), new Later(wanted, at));
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
            brief(made.map(Credentials.Manifest::generator).orElse("")),
            brief(
                made.flatMap(m -> Optional.ofNullable(m.signer()))
                    .map(Credentials.Signer::subject)
                    .orElse("")),
            present.findings().stream()
                .map(Credentials.Finding::code)
                .distinct()
                .limit(MOST_FINDINGS)
                .toList());
      }
    };
  }

  /// A file may say anything of itself, at any length.
  private static String brief(String words) {
    return words.length() > LONGEST_CREDENTIAL_CHARS
        ? Letters.whole(words.substring(0, LONGEST_CREDENTIAL_CHARS)) + "…"
        : words;
  }
}
