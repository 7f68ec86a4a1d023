package org.tabadla.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.tabadla.model.Journal;
import org.tabadla.model.Logged;
import org.tabadla.people.People;
import org.tabadla.store.Store;
import org.tabadla.verify.Desk;
import org.tabadla.verify.Sealed;
import org.tabadla.verify.Seals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Looks through the hash-chained log of deeds.
@Command(
    name = "verify-log",
    description = {
      "Looks through the log of what people and partners did: each entry's hash covers the one before.",
      "Then it looks at every seal of reviews, corrections, withdrawals, statements and positions.",
      "Exit status 1 when an entry does not follow or a seal does not hold."
    },
    footer = {"", "Example:", "  ./tabadla verify-log --data /srv/tabadla"})
final class VerifyLogCommand implements Callable<Integer> {
  @Mixin House house = new House();

  private final Rooms.Opener opener;
  private final Said said;

  VerifyLogCommand(Rooms.Opener opener, Said said) {
    this.opener = opener;
    this.said = said;
  }

  @Override
  public Integer call() {
    try (var shelves = opener.look(house.settings())) {
      Journal journal = shelves.store().journal();
      Logged fault = journal.firstFault().orElse(null);
      if (fault == null) {
        said.line("The log is whole: " + told(journal));
        return seals(shelves.store());
      }
      said.line(
          "[log] entry "
              + fault.seq()
              + " does not follow from the one before: "
              + fault.deed().room()
              + " "
              + fault.deed().kind()
              + " "
              + fault.deed().subject()
              + ", hash "
              + fault.hash());
      said.line("  everything before it stands; restore a backup, or ask who had access since");
      return 1;
    }
  }

  /// What organisations signed is looked at, too: a chain that is whole could have been made anew.
  private int seals(Store store) {
    var people = new People(store.journal(), store.shelf(), InstantSource.system());
    var desk =
        new Desk(store.journal(), new Seals(people), (id, words) -> {}, InstantSource.system());
    List<Sealed> unheld = desk.unheld();
    for (Sealed each : unheld) {
      said.line(
          "[log] "
              + each.what()
              + " "
              + each.id()
              + " is not what "
              + each.organisation()
              + " signed: "
              + desk.standing(each).word());
    }
    if (unheld.isEmpty()) {
      said.line("Every seal of reviews, corrections, withdrawals and positions holds");
      return 0;
    }
    said.line("  ask that organisation for its own copy; a key that ended signs nothing later");
    return 1;
  }

  /// @return how many entries, and the last hash, which partners may keep to compare
  private static String told(Journal journal) {
    long count = 0;
    String hash = Logged.BEGINNING;
    for (var page = journal.all(0); !page.isEmpty(); page = journal.all(count)) {
      count = page.getLast().seq();
      hash = page.getLast().hash();
    }
    return count + " entries, last hash " + hash;
  }
}
