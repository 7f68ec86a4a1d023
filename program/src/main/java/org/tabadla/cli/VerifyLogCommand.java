package org.tabadla.cli;

import java.util.concurrent.Callable;
import org.tabadla.model.Journal;
import org.tabadla.model.Logged;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Looks through the hash-chained log of deeds.
@Command(
    name = "verify-log",
    description = {
      "Looks through the log of what people and partners did: each entry's hash covers the one before.",
      "Exit status 1 when one does not follow."
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
        return 0;
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
