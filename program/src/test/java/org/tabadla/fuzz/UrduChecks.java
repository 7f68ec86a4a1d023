package org.tabadla.fuzz;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.tabadla.urdu.UrduAnalyzer;
import org.tabadla.urdu.UrduCharFilter;
import org.tabadla.urdu.UrduNormalizer;

/// What the analysis of Urdu promises of any text.
final class UrduChecks {
  private static final Analyzer FOLDED = new UrduAnalyzer(true);
  private static final Analyzer EXACT = new UrduAnalyzer(false);

  private UrduChecks() {}

  /// The body's UTF-8, and its bytes as UTF-16, which can hold halves of characters.
  static void urdu(FuzzInput input) {
    byte[] body = input.body().array();
    text(new String(body, StandardCharsets.UTF_8));
    var halves = new StringBuilder();
    for (int i = 0; i + 1 < body.length; i += 2) {
      halves.append((char) ((body[i] & 0xFF) << 8 | (body[i + 1] & 0xFF)));
    }
    text(halves.toString());
  }

  private static void text(String text) {
    String shown = UrduNormalizer.display(text);
    Promise.that(UrduNormalizer.display(shown).equals(shown), "display changes its own: " + shown);
    String folded = UrduNormalizer.fold(text);
    Promise.that(UrduNormalizer.fold(folded).equals(folded), "fold changes its own: " + folded);
    terms(FOLDED, new StringReader(text), text.length());
    terms(EXACT, new StringReader(text), text.length());
    terms(FOLDED, new UrduCharFilter(new StringReader(text)), text.length());
  }

  /// Terms with places in the text, none before the last one's.
  private static void terms(Analyzer analyzer, Reader reader, int length) {
    try (TokenStream stream = analyzer.tokenStream("f", reader)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int start = 0;
      while (stream.incrementToken()) {
        Promise.that(term.length() > 0, "a term has letters");
        Promise.that(step.getPositionIncrement() >= 0, "a position after the last");
        Promise.that(offset.startOffset() >= start, "a place not before the last: " + term);
        Promise.that(offset.endOffset() <= length, "a place in the text: " + term);
        start = offset.startOffset();
      }
      stream.end();
      Promise.that(offset.endOffset() <= length, "an end in the text");
    } catch (IOException e) {
      throw new UncheckedIOException("a string reader failed", e);
    }
  }
}
