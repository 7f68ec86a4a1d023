package org.tabadla.urdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

  /// Seeded texts of the signs that decide, with lone surrogates and NUL among them.
  @Test
  void anyTextGivesSentencesInOrderThatLoseNoWord() {
    String signs =
        "\u06D4.\u061F!\u2026-() \n\u060C\u201C\u201D\u0000\uD800\uDC009\u06F3aZ\u0646\u06D2\u06A9\u06C1:";
    var random = new Random(20250711);
    for (int n = 0; n < 3_000; n++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      int end = 0;
      for (Stretch s : UrduSentenceBreaker.of(text.toString())) {
        assertThat(text.substring(end, s.start())).isBlank();
        assertThat(s.end()).isGreaterThan(s.start());
        end = s.end();
      }
      assertThat(text.substring(end)).isBlank();
    }
  }

  @Test
  @Timeout(20)
  void aMillionLettersTakeLinearTime() {
    for (String part :
        List.of(
            "a",
            ".",
            "\u06D4 ",
            "- ",
            "1.",
            "\u0627\u06D4",
            "(\u06D4",
            "\u0646\u06D2 \u0628\u0628\u06D4 \u0628",
            " ",
            "\"")) {
      String text = part.repeat(1_000_000 / part.length());
      assertThat(UrduSentenceBreaker.of(text).size()).isLessThanOrEqualTo(text.length());
    }
  }

  private static List<String> cut(String text) {
    List<String> out = new ArrayList<>();
    UrduSentenceBreaker.of(text).forEach(s -> out.add(s.of(text)));
    return out;
  }
}
