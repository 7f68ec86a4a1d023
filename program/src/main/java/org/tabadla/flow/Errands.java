package org.tabadla.flow;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.model.Answered;
import org.tabadla.model.Errand;

/// Makes the requests that a room wants made, each on a virtual thread of its own, and tells the
/// room what came of them. The room says when which is due and sees that nobody waits for a slow
/// neighbour.
public final class Errands implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int AT_ONCE = 512;

  private final String name;
  private final IntFunction<List<Errand>> due;
  private final BiConsumer<Errand, Answered> done;
  private final Function<Errand, Answered> send;
  private final AtomicInteger underway = new AtomicInteger();
  private final Beat beat;

  /// Whoever tells the room something holds it for reading; closing waits for those, and for no
  /// neighbour's answer.
  private final ReadWriteLock open = new ReentrantReadWriteLock();

  private boolean closed;

  /// @param name of the room's threads, and of its troubles in the log
  /// @param due gives at most so many requests that are to be made now
  /// @param done is told what came of each of them, once
  /// @param send makes one request and waits for its answer
  public Errands(
      String name,
      IntFunction<List<Errand>> due,
      BiConsumer<Errand, Answered> done,
      Function<Errand, Answered> send) {
    this.name = name;
    this.due = due;
    this.done = done;
    this.send = send;
    this.beat = new Beat(name, LOOK, this::look);
  }

  /// Starts; does nothing when it has been started.
  public void start() {
    beat.start();
  }

  private void look() {
    whileOpen(this::begin);
  }

  private synchronized void begin() {
    int free = AT_ONCE - underway.get();
    for (Errand errand : free > 0 ? due.apply(free) : List.<Errand>of()) {
      underway.incrementAndGet();
      Thread.ofVirtual().name(name + " " + errand.key()).start(() -> make(errand));
    }
  }

  private void whileOpen(Runnable step) {
    open.readLock().lock();
    try {
      if (!closed) {
        step.run();
      }
    } finally {
      open.readLock().unlock();
    }
  }

  /// Whoever comes back fetches the next, so that many short ones do not wait for the beat.
  private void make(Errand errand) {
    try {
      run(errand);
    } finally {
      underway.decrementAndGet();
    }
    try {
      look();
    } catch (RuntimeException e) {
      LOG.error("[{}] what is due next is not known", name, e);
    }
  }

  /// A fault of the program must not keep the room waiting for an answer for ever.
  private void run(Errand errand) {
    Answered answered;
    try {
      answered = send.apply(errand);
    } catch (RuntimeException e) {
      whileOpen(() -> LOG.error("[{}] {}: could not be asked", name, errand.url(), e));
      answered = new Answered.Broken("a fault of the program: " + e);
    }
    Answered heard = answered;
    try {
      whileOpen(() -> done.accept(errand, heard));
    } catch (RuntimeException e) {
      LOG.error("[{}] {}: its answer could not be kept", name, errand.url(), e);
    }
  }

  /// Makes all that is due now, one after the other, until nothing is.
  public void all() {
    List<Errand> now = due.apply(AT_ONCE);
    while (!now.isEmpty()) {
      now.forEach(this::run);
      now = due.apply(AT_ONCE);
    }
  }

  /// What is under way is not waited for: it is asked again after the next start.
  @Override
  public void close() {
    beat.close();
    open.writeLock().lock();
    try {
      closed = true;
    } finally {
      open.writeLock().unlock();
    }
  }
}
