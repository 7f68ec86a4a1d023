package org.tabadla.language;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.tabadla.model.Lang;

/// The terms that the index keeps of a text, position by position.
public final class Terms {
  private Terms() {}

  /// @return for each position the terms of the folded field; mostly one
  public static List<List<String>> folded(String text, Lang lang) {
    return of(Analyzers.folded(lang), text);
  }

  /// @return for each position the terms of the exact field; mostly one
  public static List<List<String>> exact(String text, Lang lang) {
    return of(Analyzers.exact(lang), text);
  }

  private static List<List<String>> of(Analyzer analyzer, String text) {
    List<List<String>> out = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", new StringReader(text))) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (step.getPositionIncrement() > 0 || out.isEmpty()) {
          out.add(new ArrayList<>());
        }
        out.getLast().add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a string reader failed", e);
    }
    return out.stream().map(List::copyOf).toList();
  }
}
