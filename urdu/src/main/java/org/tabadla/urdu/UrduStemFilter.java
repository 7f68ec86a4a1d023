package org.tabadla.urdu;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/// Brings the forms of a word together where that is safe: «خبریں», «خبروں» as «خبر»; «کرتے»,
/// «کریں» as «کر». Names keep their last letters. Leaves keywords alone ({@link KeywordAttribute}).
///
/// Works on terms of {@link UrduNormalizationFilter}.
///
/// ```
/// new UrduStemFilter(new UrduNormalizationFilter(words, Level.SEARCH));
/// ```
public final class UrduStemFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

  public UrduStemFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!keyword.isKeyword()) {
      char[] lemma = UrduStemmer.lemma(term.buffer(), term.length());
      if (lemma != null) {
        term.copyBuffer(lemma, 0, lemma.length);
      } else {
        term.setLength(UrduStemmer.stem(term.buffer(), term.length()));
      }
    }
    return true;
  }
}
