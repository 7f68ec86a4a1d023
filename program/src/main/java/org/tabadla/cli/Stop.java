package org.tabadla.cli;

import java.util.concurrent.CountDownLatch;

/// Ctrl-C or `kill`: waited for, and held up until all that was opened after this is closed.
final class Stop implements AutoCloseable {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  Stop() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              asked.countDown();
              awaitQuietly(closed);
            }));
  }

  /// Returns when the program is asked to stop.
  void await() {
    awaitQuietly(asked);
  }

  /// Lets the program end.
  @Override
  public void close() {
    closed.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
