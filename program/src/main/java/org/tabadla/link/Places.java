package org.tabadla.link;

import java.util.Arrays;

/// Sums by place, in plain arrays that are used again: the hits of one query of an index.
final class Places {
  private static final int FIRST_ROOM = 1 << 10;
  private int[] slots = new int[FIRST_ROOM];
  private int[] places = new int[FIRST_ROOM / 2];
  private float[] sums = new float[FIRST_ROOM / 2];
  private int size;

  void clear() {
    Arrays.fill(slots, 0);
    size = 0;
  }

  private int find(int place) {
    int mask = slots.length - 1;
    int slot = ((place * 0x9E3779B9) >>> 7) & mask;
    while (slots[slot] != 0 && places[slots[slot] - 1] != place) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  void add(int place, float weight) {
    int slot = find(place);
    if (slots[slot] == 0) {
      if (size == places.length) {
        grow();
        slot = find(place);
      }
      places[size] = place;
      sums[size] = 0;
      slots[slot] = ++size;
    }
    sums[slots[slot] - 1] += weight;
  }

  private void grow() {
    places = Arrays.copyOf(places, size * 2);
    sums = Arrays.copyOf(sums, size * 2);
    slots = new int[slots.length * 2];
    for (int i = 0; i < size; i++) {
      slots[find(places[i])] = i + 1;
    }
  }

  /// @return the places with the largest sums, largest first, of equal ones the latest
  int[] best(int most) {
    // Sums are above zero, and such floats are ordered as their bits are.
    var packed = new long[size];
    for (int i = 0; i < size; i++) {
      packed[i] = ((long) Float.floatToRawIntBits(sums[i]) << Integer.SIZE) | places[i];
    }
    Arrays.sort(packed);
    var out = new int[Math.min(most, size)];
    for (int i = 0; i < out.length; i++) {
      out[i] = (int) packed[size - 1 - i];
    }
    return out;
  }
}
