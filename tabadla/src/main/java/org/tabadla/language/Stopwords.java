package org.tabadla.language;

import org.tabadla.model.Lang;

/// Words that say nothing about what a text is about.
public final class Stopwords {
  private Stopwords() {}

  /// @param folded a word as {@link Letters#fold} gives it
  public static boolean contains(String folded, Lang lang) {
    return folded.length() < 2;
  }
}
