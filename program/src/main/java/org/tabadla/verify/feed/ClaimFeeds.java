package org.tabadla.verify.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.model.Digest;
import org.tabadla.model.Lang;
import org.tabadla.model.Shelf;
import org.tabadla.model.Text;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Review;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Follows the feeds of other desks: each review stands here as that of its own organisation, not
/// signed here, with where it was taken in from. What the other desk changes becomes a correction,
/// what it shows no longer a tombstone; nothing is taken out.
public final class ClaimFeeds {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimFeeds.class);
  private static final String KIND = "verify/feed";

  /// Apart from the feed, for that is looked at every few seconds.
  private static final String SHOWN = "verify/feed-shown";

  private static final TypeReference<Map<String, Shown>> ALL_SHOWN = new TypeReference<>() {};
  private static final String ACTOR = "feeds-of-other-desks";
  private static final int MOST = 1_000;
  private static final int MOST_FAILURES = 5;
  private static final int MOST_LINES = 20;
  private static final int MOST_SHOWN = 3_000;
  private static final int LONGEST_URL_CHARS = 2_000;
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final Duration LONG = Duration.ofDays(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Words of the pages, said in the reader's language.
  public static final Text NOW_READS = new Text("verify.now-reads", Lang.UND);

  static final Text NO_LONGER = new Text("verify.no-longer", Lang.UND);

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
      put(new Followed(url, null, null, clock.instant(), 0, List.of(), 0));
    }
    return Optional.empty();
  }

  /// Stops following a feed; what was taken in stays as it is.
  ///
  /// @return whether it was followed
  public synchronized boolean unfollow(String url) {
    shelf.remove(SHOWN, key(url));
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
  /// @return how many reviews were taken in, changed or ended
  public synchronized int showed(
      String url, @Nullable String etag, @Nullable String lastModified, Showing showing) {
    if (of(url).isEmpty()) {
      return 0;
    }
    Map<String, Shown> before = shown(url);
    var intake = new Intake(desk, url, ACTOR, clock.instant());
    Map<String, Shown> shown = new LinkedHashMap<>();
    var seen = new HashSet<String>();
    var unread = new HashSet<>(showing.unread());
    for (Item item : showing.items()) {
      if (seen.add(item.key())) {
        Shown at = intake.take(item, before.get(item.key()));
        if (at != null) {
          shown.put(item.key(), at);
        } else if (item.url() != null) {
          unread.add(item.url());
        }
      }
    }
    for (Missing missing : missing(intake, before, shown)) {
      boolean isUnread = !showing.isWhole() || unread.contains(missing.review().url());
      if (isUnread && shown.size() < MOST_SHOWN) {
        shown.put(missing.key(), missing.was());
      } else if (!isUnread && isGone(missing, showing.items()) && !isShownElsewhere(url, missing)) {
        intake.end(missing.was());
      }
    }
    var lines = new ArrayList<>(showing.bad());
    lines.addAll(intake.left());
    List<String> kept = lines.stream().limit(MOST_LINES).toList();
    kept.forEach(line -> LOG.warn("[{}] left out: {}", url, line));
    // What was shown stands before the validators do: a stop in between asks for all of it again.
    shelf.put(new Shelf.Paper(SHOWN, key(url), JSON.writeValueAsString(shown)));
    Instant next = clock.instant().plus(BETWEEN);
    put(new Followed(url, etag, lastModified, next, 0, kept, shown.size()));
    return intake.changes();
  }

  private Map<String, Shown> shown(String url) {
    return shelf
        .get(SHOWN, key(url))
        .map(paper -> JSON.readValue(paper.body(), ALL_SHOWN))
        .orElse(Map.of());
  }

  /// A review that stands and that a feed did not show this time.
  private record Missing(String key, Shown was, Review review) {}

  private static List<Missing> missing(
      Intake intake, Map<String, Shown> before, Map<String, Shown> shown) {
    var out = new ArrayList<Missing>();
    before.forEach((key, was) -> {
      if (!shown.containsKey(key) && shown.values().stream().noneMatch(was::isAt)) {
        intake.standing(was).ifPresent(review -> out.add(new Missing(key, was, review)));
      }
    });
    return out;
  }

  /// A feed shows its newest reviews; an old one that is missing has only made room. One that is
  /// missing among those that are older has been taken out, and so has one whose page reviews
  /// another claim now.
  private static boolean isGone(Missing missing, List<Item> items) {
    Instant oldest =
        items.stream()
            .map(Item::published)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(Instant.MAX);
    Instant published = missing.was().published();
    String page = missing.review().url();
    return (published != null && published.isAfter(oldest))
        || (page != null && items.stream().anyMatch(item -> page.equals(item.url())));
  }

  private boolean isShownElsewhere(String feed, Missing missing) {
    return missing.review().feeds().stream()
        .filter(other -> !other.equals(feed))
        .anyMatch(other -> shown(other).values().stream().anyMatch(missing.was()::isAt));
  }
}
