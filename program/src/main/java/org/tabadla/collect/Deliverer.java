package org.tabadla.collect;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Answered;
import org.tabadla.model.Bytes;
import org.tabadla.model.Errand;

/// Asks addresses that users named, and only such as the guard passes: nobody may have this machine
/// knock at its neighbours. Follows no redirects. Safe for use by many threads; blocks while it
/// waits for the network, at most twenty seconds.
public final class Deliverer implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final int ANSWER_LIMIT_BYTES = 4 * 1024;
  private static final int SUCCESS = 200;
  private static final int AFTER_SUCCESS = 300;
  private static final int GONE = 410;

  private final NetworkGuard guard;
  private final String userAgent;
  private final InstantSource clock;
  private final Wire wire;

  public Deliverer(NetworkGuard guard, String userAgent, InstantSource clock) {
    this.guard = guard;
    this.userAgent = userAgent;
    this.clock = clock;
    this.wire = new Wire(guard);
  }

  /// What came of it.
  public sealed interface Delivery {
    /// The other side took it (a 2xx).
    record Taken(int status) implements Delivery {}

    /// It will not be taken later either: an address where we do not go, or one that is gone (410).
    ///
    /// @param why with the value seen and the remedy, in one line
    record Refused(String why) implements Delivery {}

    /// It may be taken later.
    ///
    /// @param pause how long the other side asked us to wait (`Retry-After`, at most a day), or
    ///   null
    record Failed(String why, @Nullable Duration pause) implements Delivery {}
  }

  /// @return why nothing may be posted there; empty when nothing in its text speaks against it
  public Optional<String> refusal(String url) {
    return guard.refusal(url);
  }

  /// Posts once.
  public Delivery post(String url, Map<String, String> headers, Bytes body) {
    Optional<String> refusal = guard.refusal(url);
    Optional<Target> target = Target.of(url);
    if (refusal.isPresent() || target.isEmpty()) {
      return new Delivery.Refused(refusal.orElse(url));
    }
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("User-Agent", userAgent);
    Answer answer =
        ScopedValue.where(Deadline.CURRENT, Deadline.in(LONGEST))
            .call(() -> wire.post(target.get(), all, body, Bodies.start(ANSWER_LIMIT_BYTES)));
    String at = "[" + target.get().authority() + "] ";
    return switch (answer) {
      case Answer.Unwanted(String why) -> new Delivery.Refused(at + why);
      case Answer.Broken(String why) -> new Delivery.Failed(at + why, null);
      case Answer.Whole whole -> delivery(at, whole);
    };
  }

  /// Makes one request and gives its answer.
  public Answered send(Errand errand) {
    Optional<String> refusal = guard.refusal(errand.url());
    Optional<Target> target = Target.of(errand.url());
    if (refusal.isPresent() || target.isEmpty()) {
      return new Answered.Barred(refusal.orElse(errand.url()));
    }
    Map<String, String> all = new LinkedHashMap<>(errand.headers());
    all.put("User-Agent", userAgent);
    var bodies = Bodies.start(errand.answerLimitBytes());
    Answer answer =
        ScopedValue.where(Deadline.CURRENT, Deadline.in(LONGEST))
            .call(() ->
                switch (errand.method()) {
                  case GET -> wire.get(target.get(), all, bodies);
                  case POST -> wire.post(target.get(), all, errand.body(), bodies);
                });
    String at = "[" + target.get().authority() + "] ";
    return switch (answer) {
      case Answer.Unwanted(String why) -> new Answered.Barred(at + why);
      case Answer.Broken(String why) -> new Answered.Broken(at + why);
      case Answer.Whole whole ->
          new Answered.Replied(whole.status(), whole.headers(), whole.body(), pause(whole));
    };
  }

  private @Nullable Duration pause(Answer.Whole whole) {
    Duration wait = Durations.retryAfter(whole.header("retry-after"), clock.instant()).orElse(null);
    return wait == null || wait.compareTo(LONGEST_WAIT) <= 0 ? wait : LONGEST_WAIT;
  }

  private Delivery delivery(String at, Answer.Whole whole) {
    int status = whole.status();
    if (status >= SUCCESS && status < AFTER_SUCCESS) {
      return new Delivery.Taken(status);
    }
    if (status == GONE) {
      return new Delivery.Refused(at + "gone for good (410); give another address");
    }
    return new Delivery.Failed(
        at + "answered " + status + "; it is tried again by itself", pause(whole));
  }

  @Override
  public void close() {
    wire.close();
  }
}
