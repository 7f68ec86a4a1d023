package org.tabadla.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DutiesTest {
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicBoolean isDone = new AtomicBoolean();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch later = new CountDownLatch(4);

  /// What is due is read, then it ends, and only then is it looked whether it is under way.
  private List<String> due() {
    List<String> due = isDone.get() ? List.of() : List.of("one");
    if (looks.incrementAndGet() == 2) {
      asked.countDown();
      awaitEnd();
    }
    later.countDown();
    return due;
  }

  private void awaitEnd() {
    try {
      for (int i = 0; i < 1_000 && !isDone.get(); i++) {
        Thread.sleep(5);
      }
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(String one) {
    runs.incrementAndGet();
    try {
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    isDone.set(true);
  }

  @Test
  void whatEndsWhileItIsAskedWhatIsDueIsNotDoneTwice() throws InterruptedException {
    try (var duties =
        new Duties<>("test", Duration.ofMillis(1), 4, this::due, each -> each, this::run)) {
      duties.start();
      assertThat(later.await(20, TimeUnit.SECONDS)).isTrue();
      Thread.sleep(100);
    }
    assertThat(runs).hasValue(1);
  }
}
