package org.tabadla.flow;

import java.time.Duration;

/// Something that another room wants done again and again in the background, such as throwing away
/// what has expired. The room says what; when, and on which thread, is said here.
public final class Chore implements AutoCloseable {
  private final Beat beat;
  private final Runnable halt;
  private volatile boolean started;

  /// @param name of its thread, and of what failed in the log
  /// @param pause between two times
  /// @param halt ends a time that is under way and may take long
  public Chore(String name, Duration pause, Runnable step, Runnable halt) {
    this.beat = new Beat(name, pause, step);
    this.halt = halt;
  }

  /// Starts; does nothing when it has been started.
  public void start() {
    started = true;
    beat.start();
  }

  @Override
  public void close() {
    if (started) {
      halt.run();
    }
    beat.close();
  }
}
