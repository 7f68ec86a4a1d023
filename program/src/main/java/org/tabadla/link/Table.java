package org.tabadla.link;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A map from numbers to things, in plain arrays: asked millions of times an hour, and a boxed
/// number for each thing would take more room than some of the things.
final class Table<T> {
  private static final int FIRST_SLOTS = 16;

  private int[] keys = new int[FIRST_SLOTS];

  /// Null where nothing is.
  private @Nullable T[] values = room(FIRST_SLOTS);

  private int size;

  @SuppressWarnings("unchecked") // the array never leaves this class
  private static <T> @Nullable T[] room(int slots) {
    return (T[]) new Object[slots];
  }

  int size() {
    return size;
  }

  @Nullable T get(int key) {
    return values[slot(key)];
  }

  boolean contains(int key) {
    return get(key) != null;
  }

  void put(int key, T value) {
    int slot = slot(key);
    if (values[slot] == null) {
      keys[slot] = key;
      size++;
    }
    values[slot] = value;
    if (size * 2 > keys.length) {
      grow();
    }
  }

  /// @return the keys in ascending order
  int[] keys() {
    return IntStream.range(0, keys.length)
        .filter(slot -> values[slot] != null)
        .map(slot -> keys[slot])
        .sorted()
        .toArray();
  }

  void remove(int key) {
    int slot = slot(key);
    if (values[slot] == null) {
      return;
    }
    size--;
    int mask = keys.length - 1;
    int free = slot;
    // What stands behind moves up, so that no search ends at the hole.
    for (int i = (slot + 1) & mask; values[i] != null; i = (i + 1) & mask) {
      int home = home(keys[i]);
      if (((i - home) & mask) >= ((i - free) & mask)) {
        keys[free] = keys[i];
        values[free] = values[i];
        free = i;
      }
    }
    values[free] = null;
  }

  private int home(int key) {
    int h = key * 0x9E3779B9;
    return (h ^ (h >>> 15)) & (keys.length - 1);
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = home(key);
    while (values[slot] != null && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    @Nullable T[] old = values;
    keys = new int[oldKeys.length * 2];
    values = room(keys.length);
    for (int i = 0; i < old.length; i++) {
      T value = old[i];
      if (value != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = value;
      }
    }
  }
}
