package org.tabadla.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tabadla.link.Nearest.Scored;
import org.tabadla.model.Lang;

class NearestTest {
  private final Nearest nearest = new Nearest();

  @BeforeEach
  void fill() {
    add("en-rail", "en", "Engineers of Talgo tested 47 carriages on 1,320 km of track.");
    add("en-dam", "en", "The dam holds 860 million tonnes and cost 95 million, WAPDA said.");
    add("ru-rail", "ru", "Talgo испытала 47 вагонов на 1320 км пути.");
    add("zh-dam", "zh", "WAPDA称大坝耗资95百万。");
    add("zh-other", "zh", "今天天气很好，学校放假。");
  }

  private void add(String id, String lang, String text) {
    nearest.add(id, new Lang(lang), "", text, null);
  }

  @Test
  void numbersAndLatinWordsFindTheSameEventInAnotherLanguage() {
    assertThat(nearest.across("ru-rail")).extracting(Scored::id).startsWith("en-rail");
    assertThat(nearest.across("en-dam")).extracting(Scored::id).startsWith("zh-dam");
  }

  @Test
  void theBestOfEachOtherLanguageIsThereHoweverLow() {
    assertThat(nearest.across("zh-other"))
        .extracting(Scored::id)
        .containsAnyOf("en-rail", "en-dam")
        .contains("ru-rail")
        .doesNotContain("zh-dam", "zh-other");
  }

  @Test
  void scoresFallFromZeroToOne() {
    assertThat(nearest.similar("en-rail"))
        .isNotEmpty()
        .isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()))
        .allMatch(s -> s.score() >= 0 && s.score() <= 1);
  }
}
