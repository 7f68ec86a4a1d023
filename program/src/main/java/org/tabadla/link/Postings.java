package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/// An inverted index with short lists: of each feature only the latest few places are kept, so that
/// what everybody says costs no more than what few say.
///
/// One table with open addressing: eight bytes an entry, the feature above, the place below; the
/// entries of a feature stand side by side, near enough, so that reading a list is reading on.
final class Postings {
  private static final int FIRST_ROOM = 64;
  private static final int MOST_FULL_PERCENT = 75;
  private static final int PERCENT = 100;

  private final int mostPlaces;
  private long[] entries = new long[FIRST_ROOM];
  private int size;

  Postings(int mostPlaces) {
    this.mostPlaces = mostPlaces;
  }

  /// @return never 0, which is an empty slot
  private static long entry(int key, int place) {
    return ((long) key << Integer.SIZE) | (place + 1L);
  }

  private static int key(long entry) {
    return (int) (entry >> Integer.SIZE);
  }

  private static int place(long entry) {
    return (int) entry - 1;
  }

  private int home(int key) {
    long spread = Integer.toUnsignedLong(key * 0x9E3779B9);
    return (int) ((spread * entries.length) >>> Integer.SIZE);
  }

  private int after(int slot) {
    return slot + 1 == entries.length ? 0 : slot + 1;
  }

  /// Writes a place down; the earliest of its list leaves when there are too many.
  void add(int key, int place) {
    int count = 0;
    int earliest = -1;
    int slot = home(key);
    for (; entries[slot] != 0; slot = after(slot)) {
      long entry = entries[slot];
      if (key(entry) == key) {
        if (place(entry) == place) {
          return;
        }
        count++;
        earliest = earliest < 0 || entry < entries[earliest] ? slot : earliest;
      }
    }
    if (count >= mostPlaces) {
      entries[earliest] = entry(key, place);
      return;
    }
    entries[slot] = entry(key, place);
    if (++size * (long) PERCENT > (long) entries.length * MOST_FULL_PERCENT) {
      rehash(entries.length + entries.length / 2, any -> true);
    }
  }

  private void rehash(int room, IntPredicate held) {
    long[] old = entries;
    entries = new long[room];
    size = 0;
    for (long entry : old) {
      if (entry != 0 && held.test(place(entry))) {
        int slot = home(key(entry));
        while (entries[slot] != 0) {
          slot = after(slot);
        }
        entries[slot] = entry;
        size++;
      }
    }
  }

  /// Visits the places of a feature, in no order.
  void forEach(int key, IntConsumer visit) {
    for (int slot = home(key); entries[slot] != 0; slot = after(slot)) {
      if (key(entries[slot]) == key) {
        visit.accept(place(entries[slot]));
      }
    }
  }

  /// Forgets all places but those that are `held`.
  void keepOnly(IntPredicate held) {
    int kept = 0;
    for (long entry : entries) {
      kept += entry != 0 && held.test(place(entry)) ? 1 : 0;
    }
    int room = (int) (kept * (long) PERCENT * 6 / (MOST_FULL_PERCENT * 5)) + FIRST_ROOM;
    rehash(room, held);
  }

  /// @return the bytes of its array
  long bytes() {
    return (long) Long.BYTES * entries.length;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    Packed.longs(out, entries);
  }

  void read(DataInput in) throws IOException {
    size = in.readInt();
    entries = Packed.longs(in);
    if (size < 0 || size >= entries.length) {
      throw new IOException(size + " entries in " + entries.length + " slots");
    }
  }
}
