package org.tabadla.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Page;
import org.tabadla.model.Visit;

/// Visits addresses politely: robots.txt and the pace of each host are kept, conditional requests
/// spare the outlet, redirects are followed one by one, each checked like the first.
///
/// Blocks while it waits for the network, so call it from virtual threads; safe for any number of
/// them. Never sleeps: when a host wants a pause, the answer is `Throttled`.
public final class Collector implements AutoCloseable {
  private static final String ACCEPT =
      "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
          + "application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5";

  /// What can be looked at here; many servers would send newer forms otherwise.
  private static final String ACCEPT_PICTURES =
      "image/jpeg,image/png,image/gif;q=0.9,image/*;q=0.1";

  private static final Duration CRAWL_DELAY_LONGEST = Duration.ofSeconds(60);
  private static final Duration RETRY_AFTER_LONGEST = Duration.ofDays(7);
  private static final Duration RETRY_AFTER_SHORTEST = Duration.ofSeconds(1);
  private static final Duration RETRY_AFTER_UNSAID = Duration.ofMinutes(15);
  private static final int VALIDATOR_LIMIT_CHARS = 1024;

  private final Limits limits;
  private final NetworkGuard guard;
  private final InstantSource clock;
  private final Wire wire;
  private final RobotsFiles robots;
  private final HostPace pace = new HostPace();

  public Collector(Limits limits, NetworkGuard guard, InstantSource clock) {
    this(limits, guard, clock, new Wire(guard));
  }

  Collector(Limits limits, NetworkGuard guard, InstantSource clock, Wire wire) {
    this.limits = limits;
    this.guard = guard;
    this.clock = clock;
    this.wire = wire;
    this.robots = new RobotsFiles(wire, guard, limits.userAgent(), clock);
  }

  /// Fetches what stands at `url`, if it is new.
  ///
  /// @param etag of the last `Fresh` visit to this address; null to fetch in any case
  /// @param lastModified likewise
  public Visit visit(String url, @Nullable String etag, @Nullable String lastModified) {
    Map<String, String> headers = headers(ACCEPT, etag, lastModified);
    return visit(url, new Request(headers, Bodies.Sort.PAGE));
  }

  /// Fetches a picture, as politely as a page; `Fresh` holds its bytes, whatever they are.
  public Visit picture(String url) {
    return visit(url, new Request(headers(ACCEPT_PICTURES, null, null), Bodies.Sort.PICTURE));
  }

  /// What is asked for at each step of a visit.
  private record Request(Map<String, String> headers, Bodies.Sort sort) {}

  private Visit visit(String url, Request request) {
    return ScopedValue.where(Deadline.CURRENT, Deadline.in(limits.fetchTimeout()))
        .call(() -> follow(url, request));
  }

  private Visit follow(String url, Request request) {
    Optional<String> refusal = guard.refusal(url);
    Optional<Target> start = Target.of(url);
    if (refusal.isPresent() || start.isEmpty()) {
      return new Visit.Refused(refusal.orElse(url));
    }
    Target at = start.get();
    Set<String> seen = new LinkedHashSet<>();
    boolean permanent = true;
    for (int hop = 0; hop <= limits.redirectLimit(); hop++) {
      if (!seen.add(at.url())) {
        return failed(
            start.get(),
            "redirects in a circle: "
                + Lines.brief(String.join(" → ", seen))
                + "; the outlet must mend it");
      }
      switch (step(at, request, hop, permanent)) {
        case Step.Done done -> {
          return done.visit();
        }
        case Step.Hop next -> {
          at = next.target();
          permanent &= next.permanent();
        }
      }
    }
    return failed(
        start.get(),
        "more than "
            + limits.redirectLimit()
            + " redirects, last to "
            + Lines.brief(at.url())
            + "; give the final address");
  }

  /// What one request of a visit leads to.
  private sealed interface Step {
    record Done(Visit visit) implements Step {}

    record Hop(Target target, boolean permanent) implements Step {}
  }

  private Step step(Target at, Request request, int hop, boolean permanent) {
    Robots rules;
    switch (robots.of(at)) {
      case RobotsFiles.Verdict.Rules(Robots known) -> rules = known;
      case RobotsFiles.Verdict.Later(Duration time, String why) -> {
        return new Step.Done(new Visit.Throttled(time, line(at, why)));
      }
      case RobotsFiles.Verdict.Barred(String why) -> {
        return refused(at, why);
      }
      case RobotsFiles.Verdict.Dead(String why) -> {
        return new Step.Done(failed(at, why));
      }
    }
    if (!rules.allows(at.url())) {
      return refused(at, "robots.txt forbids " + Lines.brief(at.path()) + " to us; ask the outlet");
    }
    Duration pause = pause(rules);
    Optional<HostPace.Wait> wait =
        hop == 0
            ? pace.enter(at.authority(), pause, clock.instant())
            : pace.closed(at.authority(), clock.instant());
    if (wait.isPresent()) {
      return new Step.Done(new Visit.Throttled(wait.get().time(), line(at, wait.get().why())));
    }
    try {
      var bodies = new Bodies(limits.bodyLimitBytes(), request.sort());
      return outcome(at, request, wire.get(at, request.headers(), bodies), hop > 0 && permanent);
    } finally {
      pace.leave(at.authority(), pause, clock.instant());
    }
  }

  private Duration pause(Robots rules) {
    Duration asked = rules.crawlDelay().orElse(Duration.ZERO);
    Duration heeded = asked.compareTo(CRAWL_DELAY_LONGEST) > 0 ? CRAWL_DELAY_LONGEST : asked;
    return heeded.compareTo(limits.hostPause()) > 0 ? heeded : limits.hostPause();
  }

  /// @param moved whether permanent redirects led here
  private Step outcome(Target at, Request request, Answer answer, boolean moved) {
    return switch (answer) {
      case Answer.Unwanted unwanted -> refused(at, unwanted.why());
      case Answer.Broken broken -> new Step.Done(failed(at, broken.why()));
      case Answer.Whole whole -> outcome(at, request, whole, moved);
    };
  }

  private Step outcome(Target at, Request request, Answer.Whole whole, boolean moved) {
    int status = whole.status();
    return switch (status) {
      case 200, 203 -> fresh(at, request, whole, moved);
      case 301, 302, 303, 307, 308 -> redirect(at, whole);
      case 304 -> new Step.Done(new Visit.Unchanged(maxAge(whole)));
      case 410 ->
          new Step.Done(
              new Visit.Failed(line(at, "gone for good (410); remove it from the sources"), true));
      case 429 -> throttled(at, whole);
      case 503 ->
          whole.header("retry-after") == null
              ? new Step.Done(failed(at, "answered 503; tried again later"))
              : throttled(at, whole);
      default -> new Step.Done(failed(at, "answered " + status + "; " + remedy(status)));
    };
  }

  private Step fresh(Target at, Request request, Answer.Whole whole, boolean moved) {
    Optional<String> wrong = MediaTypes.refusal(whole.body().array());
    if (request.sort() == Bodies.Sort.PAGE && wrong.isPresent()) {
      return refused(at, wrong.get() + ", neither a page nor a feed; give the page about it");
    }
    var page = new Page(at.url(), whole.header("content-type"), whole.body(), clock.instant());
    return new Step.Done(
        new Visit.Fresh(
            page,
            whole.header("etag"),
            whole.header("last-modified"),
            maxAge(whole),
            moved ? at.url() : null,
            whole.header("link")));
  }

  private Step redirect(Target at, Answer.Whole whole) {
    String location = whole.header("location");
    if (location == null) {
      return new Step.Done(
          failed(
              at, "answered " + whole.status() + " without a Location; the outlet must mend it"));
    }
    Optional<Target> next = at.resolve(location);
    if (next.isEmpty()) {
      return refused(
          at,
          "redirects to " + Lines.brief(location) + ", no http(s) address; give the final address");
    }
    Optional<String> refusal = guard.refusal(next.get());
    return refusal.isPresent()
        ? refused(at, "redirects to where we do not go: " + refusal.get())
        : new Step.Hop(next.get(), whole.status() == 301 || whole.status() == 308);
  }

  private Step throttled(Target at, Answer.Whole whole) {
    Instant now = clock.instant();
    Duration asked =
        Durations.retryAfter(whole.header("retry-after"), now).orElse(RETRY_AFTER_UNSAID);
    Duration time =
        asked.compareTo(RETRY_AFTER_LONGEST) > 0
            ? RETRY_AFTER_LONGEST
            : asked.compareTo(RETRY_AFTER_SHORTEST) < 0 ? RETRY_AFTER_SHORTEST : asked;
    String why =
        "answered " + whole.status() + ": wait " + time.toSeconds() + " s; it is done by itself";
    pace.close(at.authority(), time, why, now);
    return new Step.Done(new Visit.Throttled(time, line(at, why)));
  }

  private static String remedy(int status) {
    return switch (status) {
      case 401, 403 -> "the outlet shuts us out: ask it, or check the address";
      case 404 -> "check the address";
      default -> status >= 500 ? "tried again later" : "check the address in a browser";
    };
  }

  private static @Nullable Duration maxAge(Answer.Whole whole) {
    return Durations.maxAge(
        whole.header("cache-control"), whole.header("expires"), whole.header("date"));
  }

  private Map<String, String> headers(
      String accept, @Nullable String etag, @Nullable String lastModified) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", limits.userAgent());
    headers.put("Accept", accept);
    headers.put("Accept-Encoding", Unpacking.CODINGS);
    if (etag != null && isSane(etag)) {
      headers.put("If-None-Match", etag);
    }
    if (lastModified != null && isSane(lastModified)) {
      headers.put("If-Modified-Since", lastModified);
    }
    return headers;
  }

  private static boolean isSane(String validator) {
    return validator.length() <= VALIDATOR_LIMIT_CHARS
        && validator.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private static Step refused(Target at, String why) {
    return new Step.Done(new Visit.Refused(line(at, why)));
  }

  private static Visit.Failed failed(Target at, String why) {
    return new Visit.Failed(line(at, why), false);
  }

  private static String line(Target at, String what) {
    return "[" + at.authority() + "] " + what;
  }

  @Override
  public void close() {
    wire.close();
  }
}
