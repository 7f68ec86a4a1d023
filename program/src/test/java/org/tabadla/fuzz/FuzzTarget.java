package org.tabadla.fuzz;

import java.util.Locale;
import java.util.function.Consumer;

/// The readers that are fuzzed.
enum FuzzTarget {
  READ(Checks::read, 300),
  FEED(Checks::feed, 1_000),
  DATE(Checks::date, 10_000),
  CHARSET(Checks::charset, 5_000);

  private final Consumer<FuzzInput> check;

  /// How many made inputs the tests try: a few seconds.
  final int shortRuns;

  FuzzTarget(Consumer<FuzzInput> check, int shortRuns) {
    this.check = check;
    this.shortRuns = shortRuns;
  }

  /// @return the name that the command line and the folders have
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads one input, and throws when a promise is broken.
  void read(byte[] bytes) {
    FuzzInput input = FuzzInput.of(bytes);
    Cost.bounded(bytes.length, () -> check.accept(input));
  }
}
