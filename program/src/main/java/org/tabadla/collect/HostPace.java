package org.tabadla.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Keeps requests to one host apart: one at a time, a pause between two, and none before the time
/// that the host itself named. Says how long to wait instead of waiting.
final class HostPace {
  private static final int HOSTS_LIMIT = 50_000;
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);

  private final ConcurrentMap<String, Turn> turns = new ConcurrentHashMap<>();

  /// How long to stay away, and why.
  record Wait(Duration time, String why) {}

  /// @param next when the host may be asked again
  /// @param busy whether a request is under way
  /// @param why what the host said when it asked to be left alone; null for the plain pause
  private record Turn(Instant next, boolean busy, @Nullable String why) {}

  /// Takes the host's turn, to be given back with {@link #leave}; or says how long to wait.
  ///
  /// @param pause the time between two requests; zero lets any number go on at once
  Optional<Wait> enter(String host, Duration pause, Instant now) {
    if (turns.size() > HOSTS_LIMIT) {
      turns.values().removeIf(t -> !t.busy() && !t.next().isAfter(now));
    }
    var wait = new Wait[1];
    turns.compute(
        host,
        (h, turn) -> {
          if (turn != null && turn.next().isAfter(now)) {
            wait[0] = wait(Duration.between(now, turn.next()), turn.why());
            return turn;
          }
          if (turn != null && turn.busy() && !pause.isZero()) {
            wait[0] = wait(pause, "another request to this host is under way");
            return turn;
          }
          return pause.isZero() ? null : new Turn(now, true, null);
        });
    return Optional.ofNullable(wait[0]);
  }

  /// @return how long the host asked to be left alone; empty when it did not, whatever its pause
  Optional<Wait> closed(String host, Instant now) {
    Turn turn = turns.get(host);
    return turn == null || turn.why() == null || !turn.next().isAfter(now)
        ? Optional.empty()
        : Optional.of(wait(Duration.between(now, turn.next()), turn.why()));
  }

  /// Gives the turn back: the pause begins.
  void leave(String host, Duration pause, Instant now) {
    turns.computeIfPresent(
        host,
        (h, turn) ->
            turn.why() != null
                ? new Turn(turn.next(), false, turn.why())
                : pause.isZero() ? null : new Turn(now.plus(pause), false, null));
  }

  /// Remembers that the host wants to be left alone.
  void close(String host, Duration time, String why, Instant now) {
    turns.compute(host, (h, turn) -> new Turn(now.plus(time), turn != null && turn.busy(), why));
  }

  private static Wait wait(Duration time, @Nullable String why) {
    return new Wait(
        time.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : time,
        why == null ? "this host's pause is not over" : why);
  }
}
