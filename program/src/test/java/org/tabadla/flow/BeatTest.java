package org.tabadla.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BeatTest {
  private static final Duration SHORT = Duration.ofMillis(1);

  @Test
  void goesOnAfterATimeThatFailed() throws InterruptedException {
    var third = new CountDownLatch(1);
    var times = new AtomicInteger();
    Runnable step =
        () -> {
          if (times.incrementAndGet() >= 3) {
            third.countDown();
          } else {
            throw new IllegalStateException("the database is busy");
          }
        };
    try (var beat = new Beat("a test that fails on purpose", SHORT, step)) {
      beat.start();
      assertThat(third.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void closingWaitsForTheStepUnderWayAndNoOtherFollows() throws InterruptedException {
    var began = new CountDownLatch(1);
    var ended = new AtomicBoolean();
    var times = new AtomicInteger();
    Runnable step =
        () -> {
          times.incrementAndGet();
          began.countDown();
          long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
          while (System.nanoTime() < until) {
            Thread.onSpinWait();
          }
          ended.set(true);
        };
    var beat = new Beat("slow", SHORT, step);
    beat.start();
    began.await();
    beat.close();
    assertThat(ended).isTrue();
    assertThat(times).hasValue(1);
  }

  @Test
  void startingTwiceIsStartingOnce() throws InterruptedException {
    var threads = new AtomicInteger();
    var seen = ThreadLocal.withInitial(threads::incrementAndGet);
    var some = new CountDownLatch(5);
    try (var beat =
        new Beat(
            "twice",
            SHORT,
            () -> {
              seen.get();
              some.countDown();
            })) {
      beat.start();
      beat.start();
      assertThat(some.await(10, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(threads).hasValue(1);
  }
}
