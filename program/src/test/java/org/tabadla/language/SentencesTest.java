package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;

class SentencesTest {
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
