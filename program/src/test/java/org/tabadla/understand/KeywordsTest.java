package org.tabadla.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Keyword;
import org.tabadla.model.Lang;

class KeywordsTest {
  private static List<String> keys(String title, String text, Lang lang) {
    return Keywords.of(title, text, lang, 8).stream().map(Keyword::key).toList();
  }

  @Test
  void whatTheTitleAndTheTextRepeatComesFirst() {
    List<String> keys =
        keys(
            "Lighthouse keeper stays",
            "The lighthouse keeper of the old pier will stay. The lighthouse was to be sold, but the"
                + " council wants the lighthouse keeper to wind its clock. Boats came by.",
            Lang.EN);
    assertThat(keys).first().isEqualTo("lighthouse keeper");
  }

  @Test
  void aKnownNameIsOneKeyword() {
    List<String> keys =
        keys("ایس سی او فورم", "ایس سی او کے رکن ممالک نے فورم میں منصوبوں پر دستخط کیے۔", Lang.UR);
    assertThat(keys).contains("ایس سی او").doesNotContain("ایس", "سی", "او");
  }

  @Test
  void weekdaysAndMonthsTellWhenAndNotWhatAbout() {
    assertThat(keys("Clock mended on Monday", "On Monday, 14 July, the clock was mended.", Lang.EN))
        .contains("clock")
        .doesNotContain("monday", "july");
    assertThat(keys("جمعرات کو گھڑی کی مرمت", "گھڑی کی مرمت جمعرات 10 جولائی کو ہوئی۔", Lang.UR))
        .doesNotContain("جمعرات", "جولائی")
        .isNotEmpty();
  }

  @Test
  void stopWordsDigitsAndPunctuationAreNone() {
    assertThat(keys("", "The of and, 12 345 — … !", Lang.EN)).isEmpty();
  }

  @Test
  void noMoreThanAskedAndNoKeyTwiceAndTheBestHasWeightOne() {
    List<Keyword> ranked =
        Keywords.of(
            "Harbour pier opens",
            "Harbour pier ship mayor morning weather coffee council lamp tower winter coal",
            Lang.EN,
            5);
    assertThat(ranked).hasSize(5);
    assertThat(ranked.stream().map(Keyword::key)).doesNotHaveDuplicates();
    assertThat(ranked.getFirst().weight()).isEqualTo(1);
    assertThat(ranked).isSortedAccordingTo((a, b) -> Double.compare(b.weight(), a.weight()));
  }
}
