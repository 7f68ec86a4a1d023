package org.tabadla.link;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How what linking holds is written down and read again, see {@link Linker#write}: arrays by their
/// length and values, big-endian.
final class Packed {
  private static final int MOST = 1 << 28;

  private Packed() {}

  /// @return a length that can be true
  /// @throws IOException for one that cannot
  static int length(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST) {
      throw new IOException("a length of " + length);
    }
    return length;
  }

  static void ints(DataOutput out, int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  static int[] ints(DataInput in) throws IOException {
    var out = new int[length(in)];
    for (int i = 0; i < out.length; i++) {
      out[i] = in.readInt();
    }
    return out;
  }

  static void floats(DataOutput out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  static float[] floats(DataInput in) throws IOException {
    var out = new float[length(in)];
    for (int i = 0; i < out.length; i++) {
      out[i] = in.readFloat();
    }
    return out;
  }

  static void longs(DataOutput out, long[] values) throws IOException {
    out.writeInt(values.length);
    for (long value : values) {
      out.writeLong(value);
    }
  }

  static long[] longs(DataInput in) throws IOException {
    var out = new long[length(in)];
    for (int i = 0; i < out.length; i++) {
      out[i] = in.readLong();
    }
    return out;
  }

  static void shorts(DataOutput out, short[] values) throws IOException {
    out.writeInt(values.length);
    for (short value : values) {
      out.writeShort(value);
    }
  }

  static short[] shorts(DataInput in) throws IOException {
    var out = new short[length(in)];
    for (int i = 0; i < out.length; i++) {
      out[i] = in.readShort();
    }
    return out;
  }

  static void chars(DataOutput out, char[] values) throws IOException {
    out.writeInt(values.length);
    for (char value : values) {
      out.writeChar(value);
    }
  }

  static char[] chars(DataInput in) throws IOException {
    var out = new char[length(in)];
    for (int i = 0; i < out.length; i++) {
      out[i] = in.readChar();
    }
    return out;
  }

  static void bytes(DataOutput out, byte[] values) throws IOException {
    out.writeInt(values.length);
    out.write(values);
  }

  static byte[] bytes(DataInput in) throws IOException {
    var out = new byte[length(in)];
    in.readFully(out);
    return out;
  }

  static void instant(DataOutput out, @Nullable Instant when) throws IOException {
    out.writeBoolean(when != null);
    if (when != null) {
      out.writeLong(when.getEpochSecond());
      out.writeInt(when.getNano());
    }
  }

  static @Nullable Instant instant(DataInput in) throws IOException {
    return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
  }

  static void text(DataOutput out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  static @Nullable String text(DataInput in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }
}
