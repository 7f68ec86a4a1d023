package org.tabadla.verify;

import java.util.List;
import org.tabadla.model.Text;

/// Finds claims as people type, across languages.
@FunctionalInterface
public interface ClaimSearch {
  /// Is told of each claim, once, in the order in which they were made.
  @FunctionalInterface
  interface Told {
    void of(String id, Text words);
  }

  /// @return ids of claims, the most alike first
  List<String> find(Text words, int limit);
}
