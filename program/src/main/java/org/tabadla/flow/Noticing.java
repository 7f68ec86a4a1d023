package org.tabadla.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks again and again for what organisations must be told of, and mails it to those who have an
/// address. A letter is due until it was handed on, so a stop in between costs a second letter at
/// most and never one that was not sent. What fails is tried again after a pause that doubles.
public final class Noticing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Noticing.class);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Runnable look;
  private final Supplier<List<Outbox.Letter>> due;
  private final Consumer<String> sent;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Beat beat = new Beat("notices", LOOK, this::all);
  private int failures;
  private Instant notBefore = Instant.MIN;

  /// @param look takes in what was done since the last look
  /// @param due letters that were not handed on yet
  /// @param sent is given the name of each that was
  public Noticing(
      Runnable look,
      Supplier<List<Outbox.Letter>> due,
      Consumer<String> sent,
      Outbox outbox,
      InstantSource clock) {
    this.look = look;
    this.due = due;
    this.sent = sent;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// Starts looking; does nothing when it has been started.
  public void start() {
    beat.start();
  }

  /// Takes in and mails all that there is now.
  public void all() {
    look.run();
    if (clock.instant().isBefore(notBefore)) {
      return;
    }
    for (Outbox.Letter letter : due.get()) {
      String trouble = outbox.send(letter, clock.instant());
      settle(trouble, letter);
      if (trouble != null) {
        return;
      }
    }
  }

  private void settle(@Nullable String trouble, Outbox.Letter letter) {
    if (trouble == null) {
      failures = 0;
      sent.accept(letter.name());
      return;
    }
    Duration pause = Telling.pause(failures++);
    notBefore = clock.instant().plus(pause);
    LOG.warn("{}; letters are tried again in {} s", trouble, pause.toSeconds());
  }

  @Override
  public void close() {
    beat.close();
  }
}
