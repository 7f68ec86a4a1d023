package org.tabadla.fuzz;

import java.util.Locale;

/// The readers that are fuzzed.
enum FuzzTarget {
  READ(300),
  FEED(1_000),
  DATE(10_000),
  CHARSET(5_000),
  URDU(2_000);

  /// How many made inputs the tests try: a few seconds.
  final int shortRuns;

  FuzzTarget(int shortRuns) {
    this.shortRuns = shortRuns;
  }

  /// @return the name that the command line and the folders have
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads one input, and throws when a promise is broken.
  void read(byte[] bytes) {
    FuzzInput input = FuzzInput.of(bytes);
    Cost.bounded(bytes.length, () -> check(input));
  }

  private void check(FuzzInput input) {
    switch (this) {
      case READ -> Checks.read(input);
      case FEED -> Checks.feed(input);
      case DATE -> Checks.date(input);
      case CHARSET -> Checks.charset(input);
      case URDU -> UrduChecks.urdu(input);
    }
  }
}
