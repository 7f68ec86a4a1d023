package org.tabadla.flow;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thing done again and again on a virtual thread of its own, with a pause after each time,
/// until closed.
///
/// A time that fails is told to the log and is not the last: a database that is busy now is not
/// busy for ever.
final class Beat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Beat.class);

  private final String name;
  private final Duration pause;
  private final Runnable step;
  private final CountDownLatch stop = new CountDownLatch(1);
  private @Nullable Thread thread;

  /// @param name of the thread, and of what failed in the log
  Beat(String name, Duration pause, Runnable step) {
    this.name = name;
    this.pause = pause;
    this.step = step;
  }

  /// Starts; does nothing when it has been started.
  synchronized void start() {
    if (thread == null) {
      thread = Thread.ofVirtual().name(name).start(this::goOn);
    }
  }

  private void goOn() {
    String last = "";
    boolean stopped = stop.getCount() == 0;
    while (!stopped) {
      try {
        step.run();
        last = "";
      } catch (RuntimeException e) {
        // Said once for each trouble, not once a pause.
        if (!last.equals(e.toString())) {
          last = e.toString();
          LOG.error("[{}] failed, and will be tried again every {}", name, pause, e);
        }
      }
      try {
        stopped = stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /// Returns when the step that is under way has ended. It is not interrupted: that would close the
  /// files that it writes.
  @Override
  public synchronized void close() {
    stop.countDown();
    if (thread != null) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
  }
}
