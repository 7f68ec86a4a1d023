package org.tabadla.urdu;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/// Writes numbers in Urdu words: «ایک لاکھ تئیس ہزار چار سو چھپن».
final class NumberWords {
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);
  private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

  /// Each is written before the smaller ones; the first counts itself in all of them.
  private static final BigInteger[] SCALES = {
    BigInteger.valueOf(100_000_000_000L),
    BigInteger.valueOf(1_000_000_000L),
    BigInteger.valueOf(10_000_000L),
    BigInteger.valueOf(100_000L),
    THOUSAND,
    HUNDRED
  };

  private static final String MINUS = "\u0645\u0646\u0641\u06CC";
  private static final String POINT = "\u0627\u0639\u0634\u0627\u0631\u06CC\u06C1";
  private static final String ORDINAL_ENDING = "\u0648\u0627\u06BA";
  private static final int LAST_OWN_ORDINAL = 6;
  private static final int MOST_DIGITS = 40;

  private NumberWords() {}

  private static final class Table {
    static final Map<BigInteger, String> NUMBERS = new HashMap<>();
    static final Map<BigInteger, String> ORDINALS = new HashMap<>();

    static {
      for (String[] row : Numerals.urduRows()) {
        switch (row[0]) {
          case "unit", "shy" -> {
            if (row[2].indexOf('.') < 0) {
              NUMBERS.putIfAbsent(new BigInteger(row[2]), row[1]);
            }
          }
          case "hundred", "scale" -> NUMBERS.putIfAbsent(new BigInteger(row[2]), row[1]);
          case "ordinal-word", "ordinal-shy" ->
              ORDINALS.putIfAbsent(new BigInteger(row[2]), row[1]);
          default -> {}
        }
      }
    }
  }

  /// @throws IllegalArgumentException for a number of more than 40 digits
  static String of(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    if ((long) plain.precision() + Math.abs((long) plain.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException("too long a number for words");
    }
    var out = new StringBuilder();
    if (plain.signum() < 0) {
      out.append(MINUS).append(' ');
    }
    BigDecimal positive = plain.abs();
    out.append(whole(positive.toBigInteger()));
    if (plain.scale() > 0) {
      out.append(' ').append(POINT);
      String written = positive.toPlainString();
      for (int i = written.indexOf('.') + 1; i < written.length(); i++) {
        out.append(' ').append(word(BigInteger.valueOf(written.charAt(i) - '0')));
      }
    }
    return out.toString();
  }

  private static String word(BigInteger value) {
    String word = Table.NUMBERS.get(value);
    if (word == null) {
      throw new IllegalStateException("urdu-numerals.tsv has no word for " + value);
    }
    return word;
  }

  private static String whole(BigInteger value) {
    if (value.compareTo(HUNDRED) < 0) {
      return word(value);
    }
    for (BigInteger scale : SCALES) {
      if (value.compareTo(scale) >= 0) {
        BigInteger[] parts = value.divideAndRemainder(scale);
        String head = whole(parts[0]) + " " + word(scale);
        return parts[1].signum() == 0 ? head : head + " " + whole(parts[1]);
      }
    }
    throw new IllegalStateException("unreachable: " + value);
  }

  static String ordinal(long value) {
    if (value < 1) {
      throw new IllegalArgumentException("no ordinal of " + value);
    }
    String own = value <= LAST_OWN_ORDINAL ? Table.ORDINALS.get(BigInteger.valueOf(value)) : null;
    return own != null ? own : of(BigDecimal.valueOf(value)) + ORDINAL_ENDING;
  }
}
