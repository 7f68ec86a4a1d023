package org.tabadla.urdu;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A word, a sign or digits with their separators, for reading numbers.
///
/// @param text folded; of digits, the ASCII digits and separators as written
/// @param value of digits, else null
public record NumberToken(int start, int end, String text, @Nullable BigDecimal value) {
  public boolean isNumber() {
    return value != null;
  }

  /// @return whether it is digits without separators, of this length
  boolean isDigits(int length) {
    return value != null
        && text.length() == length
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
