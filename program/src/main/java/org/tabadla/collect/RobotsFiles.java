package org.tabadla.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The robots.txt of each origin: fetched when first needed, kept for a day (RFC 9309, 2.4).
final class RobotsFiles {
  private static final Duration KEEP = Duration.ofHours(24);
  private static final Duration KEEP_TROUBLE = Duration.ofMinutes(10);
  private static final Duration KEEP_DEAD = Duration.ofSeconds(30);
  private static final int REDIRECTS_LIMIT = 5;
  private static final int ORIGINS_LIMIT = 20_000;
  private static final int STATUS_TOO_MANY = 429;

  private final Wire wire;
  private final NetworkGuard guard;
  private final String userAgent;
  private final InstantSource clock;
  private final Map<String, CompletableFuture<Kept>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Kept>> eldest) {
          return size() > ORIGINS_LIMIT;
        }
      };

  RobotsFiles(Wire wire, NetworkGuard guard, String userAgent, InstantSource clock) {
    this.wire = wire;
    this.guard = guard;
    this.userAgent = userAgent;
    this.clock = clock;
  }

  /// What is known of an origin's robots.txt.
  sealed interface Verdict {
    record Rules(Robots robots) implements Verdict {}

    /// The outlet has trouble with it: everything is taken as forbidden for now.
    record Later(Duration time, String why) implements Verdict {}

    /// The network guard does not let us there.
    record Barred(String why) implements Verdict {}

    /// The host cannot be reached at all.
    record Dead(String why) implements Verdict {}
  }

  private record Kept(Verdict verdict, Instant until) {}

  /// @return the verdict, from memory or by a request; several visits at once share one request
  Verdict of(Target target) {
    var mine = new CompletableFuture<Kept>();
    Optional<CompletableFuture<Kept>> known = claim(target.origin(), mine);
    if (known.isPresent()) {
      return known.get().join().verdict();
    }
    try {
      mine.complete(fetch(target));
    } finally {
      // After a bug nobody may wait for ever, nor may the failure be remembered.
      mine.complete(dead("robots.txt could not be read; tried again later", Instant.MIN));
    }
    return mine.join().verdict();
  }

  /// @return what is known, or is being fetched by another visit; empty when `mine` is to be filled
  private synchronized Optional<CompletableFuture<Kept>> claim(
      String origin, CompletableFuture<Kept> mine) {
    CompletableFuture<Kept> known = kept.get(origin);
    if (known != null && (!known.isDone() || known.join().until().isAfter(clock.instant()))) {
      return Optional.of(known);
    }
    kept.put(origin, mine);
    return Optional.empty();
  }

  private Kept fetch(Target target) {
    Instant now = clock.instant();
    Target at = new Target(target.scheme(), target.host(), target.port(), "/robots.txt");
    for (int hop = 0; hop <= REDIRECTS_LIMIT; hop++) {
      Answer answer =
          wire.get(
              at,
              Map.of("User-Agent", userAgent, "Accept-Encoding", Unpacking.CODINGS),
              Bodies.start(Robots.LIMIT_BYTES));
      switch (answer) {
        case Answer.Unwanted unwanted -> {
          return hop == 0 ? new Kept(new Verdict.Barred(unwanted.why()), now) : allowAll(now);
        }
        case Answer.Broken broken -> {
          return dead(broken.why(), now);
        }
        case Answer.Whole whole -> {
          Optional<Target> next = next(at, whole);
          if (next.isEmpty()) {
            return judged(whole, now);
          }
          at = next.get();
        }
      }
    }
    return allowAll(now);
  }

  private Optional<Target> next(Target at, Answer.Whole whole) {
    String location = whole.header("location");
    if (whole.status() / 100 != 3 || location == null) {
      return Optional.empty();
    }
    return at.resolve(location).filter(t -> guard.refusal(t).isEmpty());
  }

  private Kept judged(Answer.Whole whole, Instant now) {
    int status = whole.status();
    if (status == STATUS_TOO_MANY || status >= 500) {
      Duration time =
          Durations.retryAfter(whole.header("retry-after"), now)
              .filter(t -> t.compareTo(KEEP) < 0)
              .orElse(KEEP_TROUBLE);
      return new Kept(
          new Verdict.Later(time, "robots.txt answered " + status + ", so nothing is fetched yet"),
          now.plus(time));
    }
    return status == 200
        ? new Kept(new Verdict.Rules(Robots.parse(whole.body().array(), userAgent)), now.plus(KEEP))
        : allowAll(now);
  }

  private static Kept allowAll(Instant now) {
    return new Kept(new Verdict.Rules(Robots.ALLOW_ALL), now.plus(KEEP));
  }

  private static Kept dead(String why, Instant now) {
    return new Kept(new Verdict.Dead(why), now.plus(KEEP_DEAD));
  }
}
