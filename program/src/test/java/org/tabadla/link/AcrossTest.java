package org.tabadla.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tabadla.link.Across.Scored;
import org.tabadla.model.Lang;

class AcrossTest {
  private final Across across = new Across();

  @BeforeEach
  void fill() {
    add("en-fire", "en", "A fire at a hospital in Lahore killed 12 patients, police said.");
    add("en-vote", "en", "The opposition won the election in Kazakhstan.");
    add("zh-fire", "zh", "警方说，拉合尔一家医院发生火灾，12名患者丧生。");
    add("ru-vote", "ru", "Оппозиция победила на выборах в Казахстане.");
    add("kk-vote", "kk", "Қазақстандағы сайлауда оппозиция жеңді.");
  }

  private void add(String id, String lang, String text) {
    across.add(id, new Lang(lang), "", text);
  }

  @Test
  void namesNumbersAndWordsFindTheSameEventInAnotherLanguage() {
    assertThat(across.of("zh-fire")).extracting(Scored::id).startsWith("en-fire");
    assertThat(across.of("kk-vote").subList(0, 2))
        .extracting(Scored::id)
        .containsExactlyInAnyOrder("en-vote", "ru-vote");
  }

  @Test
  void theBestOfEachOtherLanguageIsThereHoweverLow() {
    assertThat(across.of("en-fire"))
        .extracting(Scored::id)
        .containsExactlyInAnyOrder("zh-fire", "ru-vote", "kk-vote");
  }

  @Test
  void aLinkTellsItsReasonsInBothLanguages() {
    assertThat(across.reasons("zh-fire", "en-fire"))
        .contains("12", "拉合尔 = Lahore", "医院 = hospital", "火灾 = fire");
  }

  @Test
  void scoresFallFromOneToZero() {
    assertThat(across.of("en-fire"))
        .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()))
        .allMatch(s -> s.score() >= 0 && s.score() <= 1);
  }

  @Test
  void anUnknownTextIsRefused() {
    assertThatThrownBy(() -> across.of("nothing")).hasMessageContaining("nothing");
  }
}
