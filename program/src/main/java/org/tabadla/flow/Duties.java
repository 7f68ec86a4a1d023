package org.tabadla.flow;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Things to do whenever they are due, each on a thread of its own, a few at once: one that waits
/// for somebody far away holds up no other, and none is done twice at the same time.
public final class Duties<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Duties.class);

  private final String name;
  private final Supplier<List<T>> due;
  private final Function<T, String> key;
  private final Consumer<T> run;
  private final Set<String> underway = ConcurrentHashMap.newKeySet();
  private final Semaphore places;
  private final Beat beat;

  /// @param name for the log
  /// @param every how often to look what is due
  /// @param atOnce the most that are done at once
  /// @param due what is to be done now; asked again and again
  /// @param key what two errands that are the same have in common
  public Duties(
      String name,
      Duration every,
      int atOnce,
      Supplier<List<T>> due,
      Function<T, String> key,
      Consumer<T> run) {
    this.name = name;
    this.due = due;
    this.key = key;
    this.run = run;
    this.places = new Semaphore(atOnce);
    this.beat = new Beat(name, every, this::look);
  }

  /// Starts; does nothing when it has been started.
  public void start() {
    beat.start();
  }

  private void look() {
    // As it was before asking: what ends while it is asked is among what was due, and done.
    Set<String> busy = Set.copyOf(underway);
    for (T each : due.get()) {
      String of = key.apply(each);
      if (!busy.contains(of) && !underway.contains(of) && places.tryAcquire()) {
        underway.add(of);
        Thread.ofVirtual().name(name + " " + of).start(() -> go(each, of));
      }
    }
  }

  private void go(T duty, String of) {
    try {
      run.accept(duty);
    } catch (RuntimeException e) {
      LOG.error("[{}] {} failed, and will be tried again", name, of, e);
    } finally {
      underway.remove(of);
      places.release();
    }
  }

  /// No more is begun; what is under way goes on until the rooms that it needs are shut.
  @Override
  public void close() {
    beat.close();
  }
}
