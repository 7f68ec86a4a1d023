package org.tabadla.model;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/// Raw bytes that nobody changes. Wraps without copying: whoever makes one gives the array away.
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] array;

  public Bytes(byte[] array) {
    this.array = array;
  }

  public int size() {
    return array.length;
  }

  /// @return the array itself, not a copy; read it, never write it
  public byte[] array() {
    return array;
  }

  public InputStream open() {
    return new ByteArrayInputStream(array);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Bytes other && Arrays.equals(array, other.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  @Override
  public String toString() {
    return array.length + " bytes";
  }
}
