package org.tabadla.web.register;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Sums as people read them: «210,000,000 USD». The reader's tongue does not matter; all four write
/// thousands so in tables.
final class Sums {
  private static final String PATTERN = "#,##0.######";

  private Sums() {}

  static String of(BigDecimal value, String currency) {
    var format = new DecimalFormat(PATTERN, DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(value) + " " + currency;
  }

  /// @param words `210000000 USD, 5 CNY`, as {@link org.tabadla.register.Difference} gives it
  static String of(String words) {
    return Arrays.stream(words.split(", "))
        .map(sum -> sum.split(" ", 2))
        .map(parts -> of(new BigDecimal(parts[0]), parts[1]))
        .collect(Collectors.joining(", "));
  }
}
