package org.tabadla.model;

/// What came of reading a page.
public sealed interface Reading {
  record Read(Article article) implements Reading {}

  /// A page that was understood and is no article: a listing, a PDF, a consent wall.
  ///
  /// @param why in one line, with the value seen
  record NotAnArticle(String why) implements Reading {}

  /// Bytes that cannot be read.
  ///
  /// @param why in one line, with the value seen
  record Unreadable(String why) implements Reading {}
}
