package org.tabadla.model;

import java.util.List;

/// A tie between two articles, with its reasons in words a reader can check («12», «شنگھائی تعاون
/// تنظیم»).
///
/// @param from the article that has the link on its page
/// @param to the article that it leads to
/// @param weight 0 to 1
public record Link(ArticleId from, ArticleId to, Kind kind, double weight, List<String> reasons) {
  public Link {
    reasons = List.copyOf(reasons);
  }

  /// What ties them.
  public enum Kind {
    /// `from` holds the words of `to`, which was earlier.
    COPY_OF,
    /// Not the same story, but near it.
    RELATED
  }
}
