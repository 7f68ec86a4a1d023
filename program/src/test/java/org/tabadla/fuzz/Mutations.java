package org.tabadla.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Makes new inputs out of kept ones, the same ones for the same seed.
final class Mutations {
  static final int INPUT_MAX_BYTES = 64 * 1024;
  private static final int CHANGES_MAX = 6;
  private static final int TIMES_MAX = 2_000;
  private static final int PIECE_MAX_BYTES = 200;

  private final Random random;
  private final List<byte[]> inputs;
  private final List<byte[]> words;

  Mutations(long seed, List<byte[]> inputs, List<byte[]> words) {
    this.random = new Random(seed);
    this.inputs = inputs;
    this.words = words;
  }

  byte[] next() {
    byte[] made = one(inputs);
    for (int i = random.nextInt(CHANGES_MAX) + 1; i > 0; i--) {
      made = changed(made);
    }
    return made.length > INPUT_MAX_BYTES ? Arrays.copyOf(made, INPUT_MAX_BYTES) : made;
  }

  private byte[] changed(byte[] b) {
    int at = random.nextInt(b.length + 1);
    int end = Math.min(b.length, at + random.nextInt(PIECE_MAX_BYTES));
    return switch (random.nextInt(7)) {
      case 0 -> spliced(b, at, end, new byte[0], 1);
      case 1 -> spliced(b, at, at, one(words), 1);
      case 2 -> spliced(b, at, end, one(words), 1);
      case 3 -> spliced(b, at, at, one(words), random.nextInt(TIMES_MAX));
      case 4 -> spliced(b, at, end, Arrays.copyOfRange(b, at, end), random.nextInt(20));
      case 5 -> spliced(b, at, Math.min(b.length, at + 1), any(), 1);
      default -> {
        byte[] other = one(inputs);
        yield spliced(
            b, at, b.length, Arrays.copyOfRange(other, other.length / 2, other.length), 1);
      }
    };
  }

  private byte[] any() {
    byte[] bytes = new byte[random.nextInt(3) + 1];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] one(List<byte[]> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static byte[] spliced(byte[] b, int from, int to, byte[] piece, int times) {
    var out = new ByteArrayOutputStream(b.length + piece.length);
    out.write(b, 0, from);
    for (int i = 0; i < times && out.size() < INPUT_MAX_BYTES; i++) {
      out.writeBytes(piece);
    }
    out.write(b, to, b.length - to);
    return out.toByteArray();
  }
}
