package org.tabadla.urdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UrduSentenceBreakerTest {
  static List<String> marked() {
    return Rows.of("marked-sentences.tsv", 1).stream().map(row -> row[0]).toList();
  }

  @ParameterizedTest
  @MethodSource("marked")
  void aSentenceEndsOnlyWhereAReaderEndsIt(String marked) {
    List<String> wanted = Arrays.stream(marked.split("\\|")).map(String::strip).toList();
    String text = marked.replace("|", "");
    assertThat(cut(text)).containsExactlyElementsOf(wanted);
  }

  @Test
  void aLineEndParts() {
    assertThat(cut("a\nb\r\nc")).containsExactly("a", "b", "c");
  }

  @Test
  void anUnclosedParenthesisHoldsNothingTogether() {
    String text = Rows.of("marked-sentences.tsv", 1).getFirst()[0].replace("|", "");
    assertThat(cut("(" + text)).hasSize(2);
  }

  @Test
  void manyOpenParenthesesTakeNoLongerThanText() {
    assertThat(cut("(".repeat(200_000))).hasSize(1);
  }

  private static List<String> cut(String text) {
    List<String> out = new ArrayList<>();
    UrduSentenceBreaker.of(text).forEach(s -> out.add(s.of(text)));
    return out;
  }
}
