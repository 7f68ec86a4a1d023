package org.tabadla.verify;

import java.util.List;
import org.tabadla.model.Text;

/// Finds claims as people type.
@FunctionalInterface
public interface ClaimSearch {
  /// @return ids of claims, the most alike first
  List<String> find(Text words, int limit);
}
