package org.tabadla.formats;

import java.util.List;

/// What came of a check. Faults break the standard's schema; advice breaks rules that the standard
/// keeps apart from it (code lists, rule sets, formats of strings), which a file may break and
/// still be exchanged.
public sealed interface Checked {
  /// Valid against the schema.
  record Valid(Format format, List<Finding> advice) implements Checked {
    public Valid {
      advice = List.copyOf(advice);
    }
  }

  /// Told apart, and not valid.
  ///
  /// @param faults at least one
  record Faulty(Format format, List<Finding> faults, List<Finding> advice) implements Checked {
    public Faulty {
      faults = List.copyOf(faults);
      advice = List.copyOf(advice);
    }
  }

  /// No format that is known, or bytes that cannot be read.
  record Unknown(Finding reason) implements Checked {}

  /// @return the outcome for these faults and this advice
  static Checked of(Format format, List<Finding> faults, List<Finding> advice) {
    return faults.isEmpty() ? new Valid(format, advice) : new Faulty(format, faults, advice);
  }
}
