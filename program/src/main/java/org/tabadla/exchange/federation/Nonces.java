package org.tabadla.exchange.federation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.tabadla.exchange.signed.Window;

/// Remembers which nonces came, so that a message that was caught and sent again is refused, and so
/// counts how much one key sends.
///
/// In memory. What was signed before the start may have come before it too, and is refused.
final class Nonces implements Window.Nonces {
  /// The most that one key may send while its nonces are remembered, six minutes by clocks that
  /// agree.
  static final int MOST_OF_A_KEY = 6_000;

  /// Who goes on all the same is refused without being remembered.
  static final int MOST_REMEMBERED = 2 * MOST_OF_A_KEY;

  private static final Duration KEPT = Mail.LONGEST_WAY.plus(Mail.SKEW);

  private final InstantSource clock;
  private final Instant start;
  private final Map<String, Map<String, Instant>> seen = new HashMap<>();

  Nonces(InstantSource clock) {
    this.clock = clock;
    this.start = Instant.ofEpochSecond(clock.instant().getEpochSecond());
  }

  @Override
  public synchronized boolean firstUse(String keyId, String nonce, Instant until) {
    if (until.minus(KEPT).isBefore(start)) {
      return false;
    }
    Map<String, Instant> of = seen.computeIfAbsent(keyId, _ -> new HashMap<>());
    if (of.size() >= MOST_REMEMBERED) {
      forgetOld(of);
    }
    return of.size() < MOST_REMEMBERED && of.putIfAbsent(nonce, until) == null;
  }

  private void forgetOld(Map<String, Instant> of) {
    Instant now = clock.instant();
    of.values().removeIf(until -> until.isBefore(now));
  }

  /// Tells whether a key has sent so much that it must wait.
  synchronized boolean isFlood(String keyId) {
    Map<String, Instant> of = seen.get(keyId);
    if (of == null || of.size() < MOST_OF_A_KEY) {
      return false;
    }
    forgetOld(of);
    return of.size() >= MOST_OF_A_KEY;
  }
}
