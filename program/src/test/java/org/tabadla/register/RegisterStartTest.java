package org.tabadla.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tabadla.model.Deed;
import org.tabadla.store.Store;
import org.tabadla.store.Stores;

/// What a start costs, in processor time of its thread.
class RegisterStartTest {
  private static final int DEEDS = 3_000;
  private static final int TRIES = 3;
  private static final Instant NOW = Instant.parse("2025-03-01T00:00:00Z");

  @TempDir Path folder;

  /// Each of so many sources speaks once, of so many commitments.
  private Store store(int commitments) {
    Store store = Stores.open("jdbc:sqlite:" + folder.resolve(commitments + ".db"));
    var deeds = new ArrayList<Deed>();
    for (int i = 0; i < DEEDS; i++) {
      int commitment = i % commitments;
      String text = "Pakistan and China signed on power station number " + commitment;
      Assertion said =
          Promised.by("outlet" + i, "en", "2025-03-01", Status.SIGNED, text)
              .between("Pakistan=country:PK", "China=country:CN")
              .dueBy("2025-06-30")
              .made();
      var event = new Event.Asserted(said, java.util.List.of());
      deeds.add(
          new Deed(
              Event.ROOM,
              "c-" + commitment,
              Event.Json.kind(event),
              NOW,
              "tabadla",
              Event.Json.body(event)));
    }
    store.journal().add(deeds);
    return store;
  }

  /// @return nanoseconds of the processor, the best of a few starts
  private static long cost(Store store, int commitments) {
    var threads = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long began = threads.getCurrentThreadCpuTime();
      var register = new Register(store.journal(), InstantSource.fixed(NOW));
      best = Math.min(best, threads.getCurrentThreadCpuTime() - began);
      assertThat(register.size(Shelf.ALL)).isEqualTo(commitments);
    }
    return best;
  }

  @Test
  void costsAboutTheSameHoweverManySpeakOfOneCommitment() {
    try (Store each = store(DEEDS);
        Store few = store(3)) {
      cost(each, DEEDS);
      long alone = cost(each, DEEDS);
      assertThat(cost(few, 3)).isLessThan(3 * alone);
    }
  }
}
