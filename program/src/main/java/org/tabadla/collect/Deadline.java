package org.tabadla.collect;

import java.time.Duration;

/// When a visit must be over. Sockets look it up by themselves, so that no trickle of bytes
/// outlasts it, in a header, a handshake or a body.
record Deadline(long endNanos) {
  /// The deadline of the visit that the current thread is on.
  static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /// @return milliseconds left on the current visit, at least 0; `otherwise` outside any visit
  static int millisLeft(int otherwise) {
    if (!CURRENT.isBound()) {
      return otherwise;
    }
    long left = (CURRENT.get().endNanos - System.nanoTime()) / 1_000_000;
    return Math.clamp(left, 0, Integer.MAX_VALUE);
  }
}
