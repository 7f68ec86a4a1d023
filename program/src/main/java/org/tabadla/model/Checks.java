package org.tabadla.model;

/// The checks that records make at birth.
final class Checks {
  private Checks() {}

  /// @return `value`, which must hold more than white space
  /// @throws IllegalArgumentException naming `what` when it does not
  static String notBlank(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " is blank");
    }
    return value;
  }
}
