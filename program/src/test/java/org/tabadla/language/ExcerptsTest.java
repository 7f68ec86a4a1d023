package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;

class ExcerptsTest {
  private static final String STOP = "\u06D4";

  @Test
  void anExcerptNeverEndsAtADecimalPoint() {
    String first =
        "\u0645\u0646\u0688\u06CC 3.5 \u0641\u06CC\u0635\u062F \u0628\u0691\u06BE\u06CC" + STOP;
    String text = first + " " + first + " " + first;
    for (int most = first.length(); most < text.length(); most++) {
      assertThat(Excerpts.of(text, Lang.UR, most)).as("most " + most).endsWith(STOP);
    }
  }

  @Test
  void asManyWholeSentencesAsFitAreGiven() {
    assertThat(Excerpts.of("One came. Two left. Three stayed here.", Lang.EN, 20))
        .isEqualTo("One came. Two left.");
  }

  @Test
  void anEndlessFirstSentenceIsCutAtAWord() {
    String excerpt = Excerpts.of("word ".repeat(100), Lang.EN, 20);
    assertThat(excerpt).endsWith("word …").hasSizeLessThan(50);
  }

  @Test
  void aShortTextIsGivenWhole() {
    assertThat(Excerpts.of(" short ", Lang.EN, 20)).isEqualTo("short");
    assertThat(Excerpts.of("", Lang.UR, 20)).isEmpty();
  }
}
