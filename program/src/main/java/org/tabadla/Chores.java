package org.tabadla;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.tabadla.cli.Desks;
import org.tabadla.exchange.Forgotten;
import org.tabadla.flow.Chore;

/// What the exchange has done in the background, and how often.
final class Chores {
  private Chores() {}

  static List<Chore> of(Supplier<Desks> desks, Supplier<Forgotten> forgotten) {
    return List.of(
        new Chore(
            "uploads",
            Duration.ofMinutes(10),
            () -> desks.get().deliveries().uploads().sweep(),
            () -> {}),
        new Chore(
            "previews",
            Duration.ofSeconds(2),
            () -> desks.get().deliveries().previews().makeWanted(),
            () -> desks.get().deliveries().previews().halt()),
        new Chore("forgotten files", Duration.ofHours(6), () -> forgotten.get().sweep(), () -> {}));
  }
}
