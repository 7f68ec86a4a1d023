package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;

class SentencesTest {
  @ParameterizedTest
  @CsvFileSource(resources = "marked-sentences.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aSentenceEndsOnlyWhereAReaderEndsIt(String lang, String marked) {
    List<String> wanted = Arrays.stream(marked.split("\\|")).map(String::strip).toList();
    assertThat(cut(marked.replace("|", ""), lang)).containsExactlyElementsOf(wanted);
  }

  @Test
  @Timeout(20)
  void anyTextGivesSentencesInOrderInLinearTime() {
    for (String part :
        List.of("a", ". ", "A.", "?\u201D", "\uD800", "\u0000. ", "\u3002\u201D", "1. ")) {
      String text = part.repeat(200_000 / part.length());
      int end = 0;
      for (Span s : Sentences.of(text, Lang.EN)) {
        assertThat(s.start()).isGreaterThanOrEqualTo(end);
        end = s.end();
      }
      assertThat(end).isLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void abbreviationsInitialsAndDecimalsEndNone() {
    assertThat(cut("Mr. J. K. Shah paid 3.5 million. He left.", "en"))
        .containsExactly("Mr. J. K. Shah paid 3.5 million.", "He left.");
    assertThat(cut("В 2025 г. рост составил 3,5 процента. Это рекорд.", "ru")).hasSize(2);
  }

  @Test
  void chineseEndsAtItsOwnFullStop() {
    assertThat(cut("规模达3.5万亿美元。增长很快！", "zh")).containsExactly("规模达3.5万亿美元。", "增长很快！");
  }

  @Test
  void aNewlineAlwaysParts() {
    assertThat(cut("Headline without stop\nFirst line.", "en")).hasSize(2);
    assertThat(cut(" \n ", "en")).isEmpty();
  }

  private static List<String> cut(String text, String lang) {
    return Sentences.of(text, new Lang(lang)).stream().map(s -> s.of(text)).toList();
  }
}
