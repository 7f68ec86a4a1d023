package org.tabadla.flow;

import java.util.Optional;
import org.tabadla.link.Linker;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Entry;

/// Gives the linker back what it knew before the program was stopped, and writes down now and then
/// what it knows. For one thread at a time.
final class Remembering {
  /// After so many articles what the linker knows is written down: what a crash costs at most is to
  /// tell it so many again, a few seconds.
  private static final int WRITTEN_EVERY = 5_000;

  /// So many of the latest articles must be in the stories that the records name.
  private static final int CHECKED_ARTICLES = 20;

  private static final int PAGE_OF_LOG = 500;

  private final Store store;
  private final Recollection recollection;
  private Linker linker;
  private boolean remembers;
  private int sinceWritten;

  Remembering(Store store, Recollection recollection) {
    this.store = store;
    this.recollection = recollection;
    this.linker = recollection.fresh();
  }

  /// @return another one after {@link #remember} and {@link #forget}
  Linker linker() {
    return linker;
  }

  boolean remembers() {
    return remembers;
  }

  /// Done once: takes what was written down, and tells again what came later, or all.
  void remember() {
    long from = Math.max(0, store.newestSeq() - linker.mostArticles());
    Recollection.Known known = recollection.load();
    if (known != null && isOfTheseRecords(known)) {
      linker = known.linker();
      from = known.seq();
    }
    for (var page = store.since(from, PAGE_OF_LOG);
        !page.isEmpty();
        page = store.since(page.getLast().seq(), PAGE_OF_LOG)) {
      for (Entry e : page) {
        linker.remember(e.article(), e.story());
        sinceWritten++;
      }
    }
    remembers = true;
  }

  /// The records may have been restored from a backup without the file, or the other way round.
  private boolean isOfTheseRecords(Recollection.Known known) {
    if (known.seq() > store.newestSeq()) {
      return false;
    }
    return known.linker().latest(CHECKED_ARTICLES).entrySet().stream()
        .allMatch(held -> {
          Optional<Entry> entry = store.entry(held.getKey());
          return entry.isPresent()
              && (entry.get().seq() > known.seq() || entry.get().story().equals(held.getValue()));
        });
  }

  /// Counts an article that the linker was told.
  ///
  /// @return whether it is time to write
  boolean told() {
    return ++sinceWritten >= WRITTEN_EVERY;
  }

  /// @return whether the linker knows more than the file
  boolean isAhead() {
    return remembers && sinceWritten > 0;
  }

  /// Writes down what the linker knows, after its moves were written into the records.
  void write() {
    recollection.save(linker, store.newestSeq());
    sinceWritten = 0;
  }

  /// Begins with an empty linker, since all articles are about to come again.
  void forget() {
    recollection.forget();
    linker = recollection.fresh();
    remembers = false;
    sinceWritten = 0;
  }
}
