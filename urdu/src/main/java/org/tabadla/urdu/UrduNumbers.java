package org.tabadla.urdu;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Reads and writes numbers in Urdu.
///
/// ```java
/// UrduNumbers.value("ساڑھے تین لاکھ"); // 350000
/// UrduNumbers.of("پیمانہ 3.5 ٹریلین ڈالر رہا"); // MONEY 3500000000000 USD
/// UrduNumbers.words(3_500_000_000_000L); // پینتیس کھرب
/// UrduNumbers.ordinal(35); // پینتیسواں
/// ```
public final class UrduNumbers {
  private static final int LONGEST_VALUE_CHARS = 300;

  private UrduNumbers() {}

  /// @return numbers, amounts, percentages, ordinals, years and dates in text order, none within
  ///   another
  public static List<WrittenFigure> of(String text) {
    return FigureReader.read(text, Numerals.urdu(), false, UrduDates.reader(text));
  }

  /// @param text one number in digits, words or both, also an ordinal
  /// @return its value, or empty when the text is no number or more than one
  public static Optional<BigDecimal> value(String text) {
    return text.length() > LONGEST_VALUE_CHARS
        ? Optional.empty()
        : Cardinals.whole(text, NumberTokens.of(text, false, Numerals.urdu()), Numerals.urdu());
  }

  /// @return «پینتیس کھرب» for 3,500,000,000,000
  public static String words(long value) {
    return NumberWords.of(BigDecimal.valueOf(value));
  }

  /// @return «تین اعشاریہ پانچ» for 3.5
  public static String words(BigDecimal value) {
    return NumberWords.of(value);
  }

  /// @param value from 1
  /// @return «پہلا», «دوسرا», … «پینتیسواں», in the masculine
  public static String ordinal(long value) {
    return NumberWords.ordinal(value);
  }
}
