package org.tabadla.read;

import org.jspecify.annotations.Nullable;
import org.tabadla.model.Found;

/// Where a report was filed and by which agency, as its first words say.
record Dateline(@Nullable Found<String> place, @Nullable Found<String> agency) {
  static final Dateline NONE = new Dateline(null, null);

  /// @param opening the first paragraph
  static Dateline of(String opening) {
    return NONE;
  }
}
