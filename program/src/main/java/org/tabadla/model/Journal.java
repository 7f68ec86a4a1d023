package org.tabadla.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The log of everything that people and partners did. It only grows; what a room knows (its
/// listings, claims, commitments) is what its deeds add up to, so a room can always be made again
/// from here.
public interface Journal {
  /// The most entries that one look gives.
  int MOST_ENTRIES = 1_000;

  /// Writes deeds down, all or none, and returns when they would survive a loss of power.
  List<Logged> add(List<Deed> deeds);

  /// @param after the seq of the last entry that is known; 0 for all
  /// @return at most {@link #MOST_ENTRIES} of a room's entries, in order
  List<Logged> since(String room, long after);

  /// @return the seq of the newest entry of all rooms; 0 when there is none
  long newestSeq();

  /// @return at most {@link #MOST_ENTRIES} entries of all rooms, in order
  List<Logged> all(long after);

  /// @return the newest entries about one thing, at most {@link #MOST_ENTRIES}, oldest first
  List<Logged> of(String room, String subject);

  /// @return a room's newest entries, newest first
  List<Logged> newest(String room, int limit);

  /// @return the newest entries of one actor in a room, newest first
  List<Logged> newestOf(String room, String actor, int limit);

  /// Goes through a room's entries, page by page.
  ///
  /// @param after the seq of the last entry that is known; 0 for all
  /// @return the seq of the last entry, `after` when there was none
  default long follow(String room, long after, Consumer<Logged> take) {
    long last = after;
    List<Logged> page;
    do {
      page = since(room, last);
      page.forEach(take);
      last = page.isEmpty() ? last : page.getLast().seq();
    } while (page.size() == MOST_ENTRIES);
    return last;
  }

  /// Writes one deed down.
  default Logged add(Deed deed) {
    return add(List.of(deed)).getFirst();
  }

  /// Looks through the whole chain.
  ///
  /// @return the first entry that does not follow from the one before; empty when all do
  default Optional<Logged> firstFault() {
    String before = Logged.BEGINNING;
    long last = 0;
    for (var page = all(0); !page.isEmpty(); page = all(last)) {
      for (Logged entry : page) {
        if (entry.seq() != last + 1 || !entry.follows(before)) {
          return Optional.of(entry);
        }
        before = entry.hash();
        last = entry.seq();
      }
    }
    return Optional.empty();
  }
}
