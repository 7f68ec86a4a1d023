package org.tabadla.link;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/// An inverted index with short lists: of each feature only the latest few places are kept, so that
/// what everybody says costs no more than what few say.
final class Postings {
  private static final int FIRST_ROOM = 2;

  private final int mostPlaces;
  private final Map<Long, Ring> rings = new HashMap<>();

  Postings(int mostPlaces) {
    this.mostPlaces = mostPlaces;
  }

  private static final class Ring {
    int[] places = new int[FIRST_ROOM];
    int count;
  }

  void add(long key, int place) {
    Ring ring = rings.computeIfAbsent(key, k -> new Ring());
    int size = Math.min(ring.count, mostPlaces);
    if (size > 0 && ring.places[(ring.count - 1) % mostPlaces] == place) {
      return;
    }
    if (ring.count == ring.places.length && ring.places.length < mostPlaces) {
      ring.places =
          java.util.Arrays.copyOf(ring.places, Math.min(mostPlaces, ring.places.length * 2));
    }
    ring.places[ring.count % mostPlaces] = place;
    ring.count++;
    if (ring.count == 2 * mostPlaces) {
      ring.count = mostPlaces;
    }
  }

  void forEach(long key, IntConsumer visit) {
    Ring ring = rings.get(key);
    if (ring != null) {
      int size = Math.min(ring.count, mostPlaces);
      for (int i = 0; i < size; i++) {
        visit.accept(ring.places[i]);
      }
    }
  }

  /// Forgets all places but those that are `held`.
  void keepOnly(IntPredicate held) {
    rings.values().removeIf(ring -> !keep(ring, held));
  }

  private boolean keep(Ring ring, IntPredicate held) {
    int size = Math.min(ring.count, mostPlaces);
    int kept = 0;
    // Oldest first, so that the order of the ring survives.
    int from = ring.count > mostPlaces ? ring.count % mostPlaces : 0;
    var places = new int[size];
    for (int i = 0; i < size; i++) {
      int place = ring.places[(from + i) % ring.places.length];
      if (held.test(place)) {
        places[kept++] = place;
      }
    }
    ring.places = java.util.Arrays.copyOf(places, Math.max(FIRST_ROOM, kept));
    ring.count = kept;
    return kept > 0;
  }
}
