package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an outlet changed in an article, newest version first.
public record VersionsPage(Shell shell, Chip article, List<Entry> versions) {

  /// One version.
  ///
  /// @param title and `text`: the headline and body against the version before; one kept run for
  ///   the first
  /// @param before the number of the version before, or null for the first
  public record Entry(
      int number,
      @Nullable Integer before,
      When fetched,
      Said sample,
      List<Diff.Run> title,
      List<Diff.Run> text,
      boolean changed) {}
}
