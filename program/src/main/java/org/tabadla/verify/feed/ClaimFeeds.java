package org.tabadla.verify.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.model.Digest;
import org.tabadla.model.Lang;
import org.tabadla.model.Shelf;
import org.tabadla.model.Text;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import tools.jackson.databind.json.JsonMapper;

/// Follows the feeds of other desks: each review stands here as that of its own organisation, not
/// signed here, with where it was taken in from. What the other desk changes becomes a correction,
/// what it shows no longer a tombstone; nothing is taken out.
public final class ClaimFeeds {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimFeeds.class);
  private static final String KIND = "verify/feed";
  private static final String ACTOR = "feeds-of-other-desks";
  private static final int MOST = 1_000;
  private static final int MOST_FAILURES = 5;
  private static final int MOST_LINES = 20;
  private static final int LONGEST_URL_CHARS = 2_000;
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final Duration LONG = Duration.ofDays(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Words of the pages, said in the reader's language.
  public static final Text NOW_READS = new Text("verify.now-reads", Lang.UND);

  private static final Text NO_LONGER = new Text("verify.no-longer", Lang.UND);

  /// Whether words are the house's own, to be said in each reader's language.
  public static boolean isOfTheHouse(Text words) {
    return words.equals(NOW_READS) || words.equals(NO_LONGER);
  }

  private final Shelf shelf;
  private final Desk desk;
  private final InstantSource clock;

  public ClaimFeeds(Shelf shelf, Desk desk, InstantSource clock) {
    this.shelf = shelf;
    this.desk = desk;
    this.clock = clock;
  }

  /// Begins to follow a feed.
  ///
  /// @return empty, or why it is not followed
  public synchronized Optional<String> follow(String url) {
    if (url.length() > LONGEST_URL_CHARS || !url.matches("https?://[^\\s\"<>]+")) {
      return Optional.of("[" + url + "] no address of http or https");
    }
    if (all().size() >= MOST) {
      return Optional.of("more than " + MOST + " feeds of other desks; stop following one first");
    }
    if (of(url).isEmpty()) {
      put(new Followed(url, null, null, clock.instant(), 0, List.of(), Map.of()));
    }
    return Optional.empty();
  }

  /// Stops following a feed; what was taken in stays as it is.
  ///
  /// @return whether it was followed
  public synchronized boolean unfollow(String url) {
    return shelf.remove(KIND, key(url));
  }

  /// @return all that are followed
  public synchronized List<Followed> all() {
    return shelf.list(KIND, null, MOST).stream().map(ClaimFeeds::read).toList();
  }

  /// @return those that are to be asked now
  public List<Followed> due() {
    Instant now = clock.instant();
    return all().stream().filter(feed -> !feed.due().isAfter(now)).toList();
  }

  private Optional<Followed> of(String url) {
    return shelf.get(KIND, key(url)).map(ClaimFeeds::read);
  }

  private static String key(String url) {
    return Digest.brief(url);
  }

  private static Followed read(Shelf.Paper paper) {
    return JSON.readValue(paper.body(), Followed.class);
  }

  private void put(Followed feed) {
    shelf.put(new Shelf.Paper(KIND, key(feed.url()), JSON.writeValueAsString(feed)));
  }

  /// Nothing new since the last time.
  public synchronized void unchanged(String url) {
    of(url).ifPresent(feed -> put(feed.asked(clock.instant().plus(BETWEEN), 0, feed.trouble())));
  }

  /// The feed could not be had; what it showed stays as it is.
  ///
  /// @param pause how long it wants us to wait; null when it did not say
  public synchronized void failed(String url, String why, @Nullable Duration pause) {
    LOG.warn("[{}] the feed of another desk could not be had: {}", url, why);
    of(url)
        .ifPresent(feed -> {
          int failures = Math.min(feed.failures() + 1, MOST_FAILURES);
          Duration wait = BETWEEN.multipliedBy(1L << failures);
          Duration next = pause != null ? pause : wait.compareTo(LONG) > 0 ? LONG : wait;
          put(feed.asked(clock.instant().plus(next), failures, List.of(why)));
        });
  }

  /// Takes in what a feed shows.
  ///
  /// @param bad what was left out, in lines
  /// @return how many reviews were taken in, changed or ended
  public synchronized int showed(
      String url,
      @Nullable String etag,
      @Nullable String lastModified,
      List<Item> items,
      List<String> bad) {
    Followed feed = of(url).orElse(null);
    if (feed == null) {
      return 0;
    }
    var lines = new ArrayList<>(bad);
    Map<String, Followed.Shown> shown = new LinkedHashMap<>();
    int changes = 0;
    for (Item item : items) {
      Followed.Shown before = feed.shown().get(item.key());
      Followed.Shown now = taken(feed, item, before, lines);
      changes += now == null || now.equals(before) ? 0 : 1;
      if (now != null) {
        changes += changed(item, now, before) ? 1 : 0;
        shown.put(item.key(), now.saying(item.finding()));
      }
    }
    changes += gone(feed, items);
    bad.forEach(line -> LOG.warn("[{}] left out: {}", url, line));
    List<String> kept = lines.stream().limit(MOST_LINES).toList();
    Instant next = clock.instant().plus(BETWEEN);
    put(new Followed(url, etag, lastModified, next, 0, kept, shown));
    return changes;
  }

  /// @return where the review stands here; null for one that is not taken in
  private Followed.@Nullable Shown taken(
      Followed feed, Item item, Followed.@Nullable Shown before, List<String> lines) {
    if (item.claim().isBlank() || item.organisation().isBlank()) {
      lines.add(
          Objects.requireNonNullElse(item.url(), item.claim())
              + ": no claim or no author; its desk must name both");
      return null;
    }
    Instant now = clock.instant();
    boolean stands = before != null && standing(before).isPresent();
    if (item.isWithdrawn()) {
      if (before != null && stands) {
        desk.gone(before.claim(), before.review(), NO_LONGER, ACTOR);
      }
      return before;
    }
    var outcome =
        desk.claim(item.words(), item.speaker(), null, item.date(), item.pages(now), ACTOR);
    if (!(outcome instanceof Desk.Outcome.Done(String claim))) {
      lines.add(((Desk.Outcome.NotDone) outcome).why());
      return null;
    }
    if (before != null && stands && before.claim().equals(claim)) {
      return before;
    }
    if (before != null && stands) {
      desk.gone(before.claim(), before.review(), NO_LONGER, ACTOR);
    }
    return desk.takeIn(claim, item.review(now), feed.url(), ACTOR)
            instanceof Desk.Outcome.Done(String review)
        ? new Followed.Shown(claim, review, item.published(), item.finding())
        : null;
  }

  private Optional<Review> standing(Followed.Shown shown) {
    return desk.claim(shown.claim())
        .flatMap((Claim claim) -> claim.review(shown.review()))
        .filter(review -> review.tombstone() == null);
  }

  /// What the desk finds now takes the place of what it found, which stays on record. Where two
  /// feeds show one review otherwise, the one that has changed is heard, not each in turn for ever.
  private boolean changed(Item item, Followed.Shown at, Followed.@Nullable Shown before) {
    Review review = standing(at).orElse(null);
    boolean isHeard = before == null || !item.finding().equals(before.finding());
    if (review == null
        || !isHeard
        || item.isWithdrawn()
        || review.finding().value().equals(item.finding())) {
      return false;
    }
    return desk.renewed(at.claim(), at.review(), NOW_READS, item.found(), ACTOR)
        instanceof Desk.Outcome.Done;
  }

  /// A feed shows its newest reviews; an old one that is missing has only made room. One that is
  /// missing among those that are older has been taken out.
  private int gone(Followed feed, List<Item> items) {
    Instant oldest =
        items.stream()
            .map(Item::published)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(Instant.MAX);
    Set<String> seen = items.stream().map(Item::key).collect(Collectors.toSet());
    int ended = 0;
    for (var each : new HashMap<>(feed.shown()).entrySet()) {
      Followed.Shown was = each.getValue();
      Instant published = was.published();
      boolean isGone = published != null && published.isAfter(oldest);
      // What is there and could not be read this time is not gone, nor what another feed shows.
      if (!seen.contains(each.getKey())
          && isGone
          && standing(was).isPresent()
          && !isShownElsewhere(feed, was)) {
        desk.gone(was.claim(), was.review(), NO_LONGER, ACTOR);
        ended++;
      }
    }
    return ended;
  }

  private boolean isShownElsewhere(Followed feed, Followed.Shown was) {
    return all().stream()
        .filter(other -> !other.url().equals(feed.url()))
        .flatMap(other -> other.shown().values().stream())
        .anyMatch(s -> s.claim().equals(was.claim()) && s.review().equals(was.review()));
  }
}
