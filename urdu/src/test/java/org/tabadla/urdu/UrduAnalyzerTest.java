package org.tabadla.urdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UrduAnalyzerTest {
  private static final UrduAnalyzer FOLDED = new UrduAnalyzer(true);

  static List<String[]> pairs() {
    return Rows.of("terms.tsv", 3);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void spellingsMeetAndWordsStayApart(String kind, String one, String other) throws IOException {
    assertThat(terms(FOLDED, one)).isNotEmpty();
    assertThat(terms(FOLDED, one).equals(terms(FOLDED, other))).isEqualTo(kind.equals("same"));
  }

  @Test
  void aTermKnowsItsPlaceInTheTextAsItWas() throws IOException {
    String text = "2G, \u0643\u0631\u0627\u0686\u064A!";
    try (var stream = FOLDED.tokenStream("f", text)) {
      var offset = stream.getAttribute(OffsetAttribute.class);
      stream.reset();
      assertThat(stream.incrementToken()).isTrue();
      assertThat(stream.incrementToken()).isTrue();
      assertThat(offset.startOffset()).isEqualTo(4);
      assertThat(offset.endOffset()).isEqualTo(9);
      assertThat(stream.incrementToken()).isFalse();
      stream.end();
    }
  }

  @Test
  void stopWordsGoOnlyWhenAsked() throws IOException {
    try (var strict = new UrduAnalyzer(true, UrduAnalyzer.stopWords())) {
      for (String word : UrduAnalyzer.stopWords()) {
        assertThat(terms(FOLDED, word)).as("«" + word + "»").isNotEmpty();
        assertThat(terms(strict, word + " lahore")).as(word).containsExactly("lahore");
      }
    }
  }

  @Test
  void anAcronymIsThereInLatinTooAsLongAsItsParts() throws IOException {
    assertThat(graph("ایس۔سی۔او")).containsExactly("ایس 1 1", "sco 0 3", "سی 1 1", "او 1 1");
    assertThat(terms(FOLDED, "پی ٹی آئی کے")).containsExactly("پی", "pti", "ٹی", "آئی", "کے");
    assertThat(terms(FOLDED, "ڈی جی آئی ایس پی آر")).contains("dg", "ispr");
    assertThat(terms(FOLDED, "S.C.O.")).containsExactly("sco");
    assertThat(terms(FOLDED, "اس کے او")).doesNotContain("ko");
  }

  private static List<String> graph(String text) throws IOException {
    List<String> out = new ArrayList<>();
    try (var stream = FOLDED.tokenStream("f", text)) {
      var term = stream.getAttribute(CharTermAttribute.class);
      var step = stream.getAttribute(PositionIncrementAttribute.class);
      var span = stream.getAttribute(PositionLengthAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        out.add(term + " " + step.getPositionIncrement() + " " + span.getPositionLength());
      }
      stream.end();
    }
    return out;
  }

  private static List<String> terms(UrduAnalyzer analyzer, String text) throws IOException {
    List<String> out = new ArrayList<>();
    try (var stream = analyzer.tokenStream("f", text)) {
      var term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        out.add(term.toString());
      }
      stream.end();
    }
    return out;
  }
}
