package org.tabadla.register;

import java.util.Arrays;
import java.util.Locale;

/// How a commitment stands according to one source on one day.
public enum Status {
  DISCUSSED,
  PROPOSED,
  ANNOUNCED,
  AGREED,
  SIGNED,
  IN_FORCE,
  DELIVERING,
  DELIVERED,
  LAPSED,
  CANCELLED,
  DENIED,
  UNKNOWN;

  /// @return as documents write it: `in-force`
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// @return the status of a word; UNKNOWN for one that is none
  public static Status of(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst().orElse(UNKNOWN);
  }

  /// @return whether something is being done, so that what is due is not silent
  public boolean isUnderWay() {
    return this == DELIVERING || this == DELIVERED;
  }

  /// @return whether nothing is due any more
  public boolean isOver() {
    return this == DELIVERED || this == LAPSED || this == CANCELLED;
  }
}
