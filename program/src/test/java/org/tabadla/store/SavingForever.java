package org.tabadla.store;

import static org.tabadla.store.Samples.alone;
import static org.tabadla.store.Samples.notes;
import static org.tabadla.store.Samples.numbered;
import static org.tabadla.store.Samples.visit;

/// A program that saves articles until it is killed, and prints the number of each once the store
/// has acknowledged it.
final class SavingForever {
  private SavingForever() {}

  public static void main(String[] args) {
    try (Store store = Stores.open(args[0])) {
      for (int n = 1; n < Integer.MAX_VALUE; n++) {
        store.save(numbered(n), notes("sco"), alone(numbered(n)), visit(numbered(n)));
        System.out.println("saved " + n);
        System.out.flush();
      }
    }
  }
}
