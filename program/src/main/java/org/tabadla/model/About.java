package org.tabadla.model;

import java.util.List;

/// A topic of an article, with the words that speak for it.
///
/// @param code of the IPTC's Media Topics: `medtop:04000000`
/// @param weight 0 to 1, comparable within one article
/// @param reasons words of the article, the weightiest first
public record About(String code, double weight, List<String> reasons) {
  public About {
    Checks.notBlank("topic", code);
    reasons = List.copyOf(reasons);
  }
}
