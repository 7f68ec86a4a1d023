package org.tabadla.exchange.c2pa;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// Reads CBOR (RFC 8949) with limits on depth and count.
final class CborReader {
  static final int DEEPEST = 32;
  static final int MOST_VALUES = 100_000;

  private static final int INDEFINITE = 31;
  private static final int BREAK = 0xFF;
  private static final int SMALL = 24;

  private final ByteBuffer bytes;
  private int values;

  private CborReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /// The one value that the bytes begin with; padding after it is let be.
  static Cbor read(byte[] bytes) throws Malformed {
    return new CborReader(bytes).value(0);
  }

  private Cbor value(int depth) throws Malformed {
    if (depth > DEEPEST || ++values > MOST_VALUES) {
      throw new Malformed(
          "CBOR deeper than " + DEEPEST + " or with over " + MOST_VALUES + " values");
    }
    int head = one();
    int major = head >> 5;
    int small = head & 0x1F;
    return switch (major) {
      case 0 -> new Cbor.Whole(number(small));
      case 1 -> new Cbor.Whole(number(small).not());
      case 2 -> new Cbor.Bytes(string(small, major));
      case 3 -> new Cbor.Text(new String(string(small, major), StandardCharsets.UTF_8));
      case 4 -> list(small, depth);
      case 5 -> map(small, depth);
      case 6 -> new Cbor.Tagged(number(small).longValue(), value(depth + 1));
      default -> simple(small);
    };
  }

  private Cbor list(int small, int depth) throws Malformed {
    var list = new ArrayList<Cbor>();
    long count = small == INDEFINITE ? Long.MAX_VALUE : count(small);
    for (long i = 0; i < count && !(small == INDEFINITE && ended()); i++) {
      list.add(value(depth + 1));
    }
    return new Cbor.Many(list);
  }

  private Cbor map(int small, int depth) throws Malformed {
    var map = new LinkedHashMap<String, Cbor>();
    long count = small == INDEFINITE ? Long.MAX_VALUE : count(small);
    for (long i = 0; i < count && !(small == INDEFINITE && ended()); i++) {
      Cbor key = value(depth + 1);
      Cbor value = value(depth + 1);
      if (key instanceof Cbor.Text(String text)) {
        map.put(text, value);
      } else if (key instanceof Cbor.Whole(BigInteger number)) {
        map.put(number.toString(), value);
      }
    }
    return new Cbor.Fields(map);
  }

  private boolean ended() throws Malformed {
    if (!bytes.hasRemaining()) {
      throw new Malformed("CBOR that ends too early");
    }
    if ((bytes.get(bytes.position()) & 0xFF) != BREAK) {
      return false;
    }
    bytes.get();
    return true;
  }

  private byte[] string(int small, int major) throws Malformed {
    if (small != INDEFINITE) {
      return take(count(small));
    }
    var whole = new ByteArrayOutputStream();
    while (!ended()) {
      int head = one();
      if (head >> 5 != major || (head & 0x1F) == INDEFINITE) {
        throw new Malformed("a CBOR string of parts of another kind");
      }
      whole.writeBytes(take(count(head & 0x1F)));
    }
    return whole.toByteArray();
  }

  private Cbor simple(int small) throws Malformed {
    return switch (small) {
      case 20 -> new Cbor.Simple(false);
      case 21 -> new Cbor.Simple(true);
      case 22, 23 -> new Cbor.Simple(null);
      case 25 -> new Cbor.Real(Float.float16ToFloat(number(small).shortValue()));
      case 26 -> new Cbor.Real(Float.intBitsToFloat(number(small).intValue()));
      case 27 -> new Cbor.Real(Double.longBitsToDouble(number(small).longValue()));
      default -> throw new Malformed("a CBOR value of an unknown kind: " + small);
    };
  }

  private long count(int small) throws Malformed {
    BigInteger count = number(small);
    // Nothing takes less than a byte: more than there are bytes left cannot be true.
    if (count.bitLength() > 31 || count.intValue() > bytes.remaining()) {
      throw new Malformed("a CBOR length beyond the end: " + count);
    }
    return count.longValue();
  }

  private BigInteger number(int small) throws Malformed {
    if (small < SMALL) {
      return BigInteger.valueOf(small);
    }
    if (small > 27) {
      throw new Malformed("a CBOR number of an unknown width: " + small);
    }
    return new BigInteger(1, take(1L << (small - SMALL)));
  }

  private int one() throws Malformed {
    if (!bytes.hasRemaining()) {
      throw new Malformed("CBOR that ends too early");
    }
    return bytes.get() & 0xFF;
  }

  private byte[] take(long count) throws Malformed {
    if (count > bytes.remaining()) {
      throw new Malformed("CBOR that ends too early");
    }
    byte[] part = new byte[(int) count];
    bytes.get(part);
    return part;
  }
}
