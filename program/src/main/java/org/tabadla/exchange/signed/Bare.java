package org.tabadla.exchange.signed;

import java.math.BigDecimal;

/// A bare item of a structured field (RFC 9651 §3.3).
public sealed interface Bare {
  /// A whole number of at most fifteen digits.
  record Whole(long value) implements Bare {}

  /// A number of at most twelve digits before and three after the point.
  record Decimal(BigDecimal value) implements Bare {
    public Decimal {
      // 1.20 and 1.2 are the same number, and equal here as well.
      BigDecimal shortest = value.stripTrailingZeros();
      value = shortest.scale() < 1 ? shortest.setScale(1) : shortest;
    }
  }

  /// Printable ASCII between quotes.
  record Quoted(String value) implements Bare {}

  /// A bare word.
  record Token(String value) implements Bare {}

  /// Bytes, which travel as Base64 between colons.
  @SuppressWarnings("ArrayRecordComponent") // compared through java.util.Arrays below
  record Bytes(byte[] value) implements Bare {
    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes b && java.util.Arrays.equals(value, b.value);
    }

    @Override
    public int hashCode() {
      return java.util.Arrays.hashCode(value);
    }
  }

  /// Yes or no.
  record Flag(boolean value) implements Bare {}

  /// Seconds since 1970 (RFC 9651 §3.3.7).
  record Moment(long seconds) implements Bare {}

  /// Any Unicode text (RFC 9651 §3.3.8).
  record Display(String value) implements Bare {}
}
