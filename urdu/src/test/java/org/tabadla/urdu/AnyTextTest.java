package org.tabadla.urdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of any text, as seeded mixtures of everything show.
class AnyTextTest {
  private static final int TEXTS = 100_000;
  private static final int LONG_CHARS = 10_000_000;

  @Test
  void bothLevelsAreIdempotent() {
    var random = new Random(4);
    for (int i = 0; i < TEXTS; i++) {
      String text = Mixtures.next(random);
      String shown = UrduNormalizer.display(text);
      assertThat(UrduNormalizer.display(shown)).as(Mixtures.shown(text)).isEqualTo(shown);
      String folded = UrduNormalizer.fold(text);
      assertThat(UrduNormalizer.fold(folded)).as(Mixtures.shown(text)).isEqualTo(folded);
    }
  }

  @Test
  void whatIsShownFoldsLikeWhatWasWritten() {
    var random = new Random(5);
    for (int i = 0; i < TEXTS; i++) {
      String text = Mixtures.next(random);
      String letters = UrduNormalizer.letters(text);
      assertThat(UrduNormalizer.fold(letters))
          .as(Mixtures.shown(text))
          .isEqualTo(UrduNormalizer.fold(text));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void offsetsAreValidAndNeverGoBack(boolean folded) throws IOException {
    var random = new Random(6);
    try (var analyzer = new UrduAnalyzer(folded)) {
      for (int i = 0; i < TEXTS / 4; i++) {
        String text = Mixtures.next(random);
        checked(analyzer, new StringReader(text), text.length(), Mixtures.shown(text));
      }
    }
  }

  @Test
  void theCharFilterGivesLettersAndKeepsOffsets() throws IOException {
    var random = new Random(7);
    try (var analyzer = new UrduAnalyzer(true)) {
      for (int i = 0; i < TEXTS / 4; i++) {
        String text = Mixtures.next(random);
        assertThat(read(new UrduCharFilter(new StringReader(text))))
            .as(Mixtures.shown(text))
            .isEqualTo(UrduNormalizer.letters(text));
        var filter = new UrduCharFilter(new StringReader(text));
        checked(analyzer, filter, text.length(), Mixtures.shown(text));
      }
    }
  }

  @Test
  void everyUnitAloneAndBesideALetterIsTaken() throws IOException {
    try (var analyzer = new UrduAnalyzer(true)) {
      for (int c = 0; c < 0x10000; c++) {
        for (String text : new String[] {"" + (char) c, "\u06D2" + (char) c + "\u06D2"}) {
          assertThat(UrduNormalizer.fold(UrduNormalizer.fold(text)))
              .as(Mixtures.shown(text))
              .isEqualTo(UrduNormalizer.fold(text));
          assertThat(UrduNormalizer.display(UrduNormalizer.display(text)))
              .as(Mixtures.shown(text))
              .isEqualTo(UrduNormalizer.display(text));
          checked(analyzer, new StringReader(text), text.length(), Mixtures.shown(text));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u06A9", "\u06D2", "\u0640", "\u06CC\u0654", "\u064E", "\uD800", "1,"})
  void tenMegabytesWithoutASpaceAreReadWhole(String piece) throws IOException {
    String text = piece.repeat(LONG_CHARS / piece.length());
    assertThat(UrduNormalizer.display(text)).isNotNull();
    assertThat(UrduNormalizer.fold(text)).isNotNull();
    try (var analyzer = new UrduAnalyzer(true)) {
      checked(analyzer, new StringReader(text), text.length(), "long");
    }
  }

  @Test
  void theLastWordOfALongTextIsFoundWhereItStands() throws IOException {
    String text = "\u0644\u0641\u0638 ".repeat(2_000_000) + "lahore";
    try (var analyzer = new UrduAnalyzer(true);
        TokenStream stream = analyzer.tokenStream("f", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      int end = 0;
      String last = "";
      while (stream.incrementToken()) {
        last = term.length() == 6 ? term.toString() : "";
        end = offset.endOffset();
      }
      assertThat(last).isEqualTo("lahore");
      assertThat(end).isEqualTo(text.length());
    }
  }

  private static void checked(Analyzer analyzer, Reader text, int length, String what)
      throws IOException {
    try (TokenStream stream = analyzer.tokenStream("f", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var step = stream.addAttribute(PositionIncrementAttribute.class);
      var span = stream.addAttribute(PositionLengthAttribute.class);
      stream.reset();
      int start = 0;
      boolean first = true;
      while (stream.incrementToken()) {
        boolean valid =
            offset.startOffset() >= start
                && offset.endOffset() >= offset.startOffset()
                && offset.endOffset() <= length
                && term.length() > 0
                && span.getPositionLength() > 0
                && (step.getPositionIncrement() == 1
                    || (!first && step.getPositionIncrement() == 0));
        if (!valid) {
          assertThat(term + " " + offset.startOffset() + "-" + offset.endOffset())
              .as(what)
              .isEmpty();
        }
        start = offset.startOffset();
        first = false;
      }
      stream.end();
      if (offset.endOffset() > length) {
        assertThat(offset.endOffset()).as(what).isEqualTo(length);
      }
    }
  }

  private static String read(Reader reader) throws IOException {
    var out = new StringBuilder();
    char[] buffer = new char[37];
    for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
      out.append(buffer, 0, n);
    }
    return out.toString();
  }
}
