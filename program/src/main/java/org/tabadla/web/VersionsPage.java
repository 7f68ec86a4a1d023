package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an outlet changed in an article, newest version first.
public record VersionsPage(Shell shell, Chip article, List<Entry> versions) {

  /// One version.
  ///
  /// @param before the number of the version before, or null for the first
  /// @param sample tells the language and direction of the words
  /// @param title the headline of this version
  /// @param revision what changed since the version before; null for the first
  public record Entry(
      int number,
      @Nullable Integer before,
      When fetched,
      Said sample,
      Said title,
      @Nullable Revision revision) {}
}
