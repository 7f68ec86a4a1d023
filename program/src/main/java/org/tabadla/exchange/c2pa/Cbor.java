package org.tabadla.exchange.c2pa;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value of CBOR (RFC 8949), as far as content credentials use it.
public sealed interface Cbor {
  /// A whole number of any size.
  record Whole(BigInteger value) implements Cbor {}

  /// A floating-point number.
  record Real(double value) implements Cbor {}

  /// Text.
  record Text(String value) implements Cbor {}

  /// Bytes.
  @SuppressWarnings("ArrayRecordComponent") // never compared as a value
  record Bytes(byte[] value) implements Cbor {}

  /// A list.
  record Many(List<Cbor> values) implements Cbor {
    public Many {
      values = List.copyOf(values);
    }
  }

  /// A map; only its text and number keys are kept, the latter written as digits.
  record Fields(Map<String, Cbor> values) implements Cbor {
    public Fields {
      values = Collections.unmodifiableMap(values);
    }
  }

  /// A tagged value.
  record Tagged(long tag, Cbor value) implements Cbor {}

  /// true, false, null or undefined.
  record Simple(@Nullable Boolean value) implements Cbor {}

  /// What stands under a key, or null.
  default @Nullable Cbor at(String key) {
    return this instanceof Fields(Map<String, Cbor> values) ? values.get(key) : null;
  }

  /// The text under a key, or null where there is none.
  default @Nullable String text(String key) {
    return at(key) instanceof Text(String value) ? value : null;
  }

  /// The list under a key; none is an empty one.
  default List<Cbor> many(String key) {
    return at(key) instanceof Many(List<Cbor> values) ? values : List.of();
  }

  /// The bytes under a key, or null.
  default byte @Nullable [] bytes(String key) {
    return at(key) instanceof Bytes bytes ? bytes.value() : null;
  }
}
