package org.tabadla.exchange.signed;

import java.time.Duration;
import java.time.Instant;

/// When a signature is taken: old ones and repeated ones are not.
///
/// @param now the time at which is judged
/// @param oldest how long after its creation a signature is still taken
/// @param skew how far the other side's clock may be ahead
/// @param nonces remembers which nonces came already
public record Window(Instant now, Duration oldest, Duration skew, Nonces nonces) {
  /// How long after its creation a signature is taken unless said otherwise.
  public static final Duration OLDEST = Duration.ofMinutes(5);

  /// How far clocks may differ.
  public static final Duration SKEW = Duration.ofSeconds(30);

  /// Remembers nonces, at least until `until`.
  public interface Nonces {
    /// Whether this key uses this nonce for the first time; asking makes it used.
    boolean firstUse(String keyId, String nonce, Instant until);
  }

  /// The usual window.
  public static Window at(Instant now, Nonces nonces) {
    return new Window(now, OLDEST, SKEW, nonces);
  }
}
