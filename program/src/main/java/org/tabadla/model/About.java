package org.tabadla.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A topic of an article, with the words that speak for it.
///
/// @param code of the IPTC's Media Topics: `medtop:04000000`
/// @param above the code of the topic that it is a part of; null at the first level
/// @param weight 0 to 1, comparable within one article
/// @param reasons words of the article, the weightiest first
public record About(String code, @Nullable String above, double weight, List<String> reasons) {
  public About {
    Checks.notBlank("topic", code);
    reasons = List.copyOf(reasons);
  }

  /// @return its code and that of the topic above it: what its article is found by
  public List<String> codes() {
    return above == null ? List.of(code) : List.of(code, above);
  }
}
