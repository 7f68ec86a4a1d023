package org.tabadla.model;

/// A word or short phrase that an article is about.
///
/// @param text as the article writes it
/// @param key folded, the same for every spelling; what its page is found by
/// @param weight 0 to 1, comparable within one article
public record Keyword(Text text, String key, double weight) {
  public Keyword {
    Checks.notBlank("keyword", text.value());
    Checks.notBlank("keyword key", key);
  }
}
