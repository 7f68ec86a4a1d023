package org.tabadla.link;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/// An inverted index with short lists: of each feature only the latest few places are kept, so that
/// what everybody says costs no more than what few say. Twelve bytes an entry and four to eight a
/// list, in plain arrays.
final class Postings {
  private static final int FIRST_ROOM = 64;
  private static final int END = -1;

  private final int mostPlaces;
  private int[] heads = filled(FIRST_ROOM);
  private int[] keys = new int[FIRST_ROOM];
  private int[] places = new int[FIRST_ROOM];
  private int[] nexts = new int[FIRST_ROOM];
  private int size;
  private int free = END;

  Postings(int mostPlaces) {
    this.mostPlaces = mostPlaces;
  }

  private static int[] filled(int room) {
    var out = new int[room];
    Arrays.fill(out, END);
    return out;
  }

  private int slot(int key) {
    int h = key * 0x9E3779B9;
    return (h ^ (h >>> 15)) & (heads.length - 1);
  }

  /// Writes a place down; the oldest of its list leaves when there are too many.
  void add(int key, int place) {
    int slot = slot(key);
    int count = 0;
    int last = END;
    int beforeLast = END;
    int before = END;
    for (int e = heads[slot]; e != END; e = nexts[e]) {
      if (keys[e] == key) {
        if (places[e] == place) {
          return;
        }
        count++;
        last = e;
        beforeLast = before;
      }
      before = e;
    }
    if (count >= mostPlaces) {
      unlink(slot, beforeLast, last);
    }
    insert(key, place);
  }

  private void unlink(int slot, int before, int entry) {
    if (before == END) {
      heads[slot] = nexts[entry];
    } else {
      nexts[before] = nexts[entry];
    }
    nexts[entry] = free;
    free = entry;
  }

  private void insert(int key, int place) {
    int entry = free;
    if (entry != END) {
      free = nexts[entry];
    } else {
      if (size == keys.length) {
        grow();
      }
      entry = size++;
    }
    int slot = slot(key);
    keys[entry] = key;
    places[entry] = place;
    nexts[entry] = heads[slot];
    heads[slot] = entry;
  }

  private void grow() {
    int room = keys.length + (keys.length >> 1);
    keys = Arrays.copyOf(keys, room);
    places = Arrays.copyOf(places, room);
    nexts = Arrays.copyOf(nexts, room);
    if (room > heads.length) {
      relink(heads.length * 2, size);
    }
  }

  /// Makes the lists anew, each in its old order: the newest first.
  private void relink(int slots, int entries) {
    int[] old = heads;
    int[] following = nexts.clone();
    heads = filled(slots);
    int[] tails = filled(slots);
    for (int head : old) {
      for (int e = head; e != END; e = following[e]) {
        int slot = slot(keys[e]);
        nexts[e] = END;
        if (tails[slot] == END) {
          heads[slot] = e;
        } else {
          nexts[tails[slot]] = e;
        }
        tails[slot] = e;
      }
    }
    size = entries;
  }

  /// Visits the places of a feature, newest first.
  void forEach(int key, IntConsumer visit) {
    for (int e = heads[slot(key)]; e != END; e = nexts[e]) {
      if (keys[e] == key) {
        visit.accept(places[e]);
      }
    }
  }

  /// Forgets all places but those that are `held`.
  void keepOnly(IntPredicate held) {
    for (int slot = 0; slot < heads.length; slot++) {
      int before = END;
      int e = heads[slot];
      while (e != END) {
        int next = nexts[e];
        if (held.test(places[e])) {
          before = e;
        } else {
          unlink(slot, before, e);
        }
        e = next;
      }
    }
  }

  /// @return the bytes of its arrays
  long bytes() {
    return 4L * (heads.length + 3L * keys.length);
  }
}
