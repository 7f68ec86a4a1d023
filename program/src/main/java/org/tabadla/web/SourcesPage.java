package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All outlets.
public record SourcesPage(Shell shell, List<Entry> sources) {

  /// One outlet.
  ///
  /// @param count how many articles, in words
  public record Entry(
      Chip source,
      String count,
      @Nullable String language,
      @Nullable When newest,
      @Nullable Said trouble) {}
}
