package org.tabadla.language;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tabadla.model.Lang;

/// Brings each term to the form that {@link Letters#fold} gives, so that index, keys and matching
/// agree.
final class FoldFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final Lang lang;

  FoldFilter(TokenStream input, Lang lang) {
    super(input);
    this.lang = lang;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    String folded = Letters.fold(term.toString(), lang);
    if (!folded.isEmpty()) {
      term.setEmpty().append(folded);
    }
    return true;
  }
}
