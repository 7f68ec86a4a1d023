package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;

class LettersTest {
  private static final Lang HINDI = new Lang("hi");
  private static final Lang RUSSIAN = new Lang("ru");
  private static final Lang ARABIC = new Lang("ar");

  @Test
  void hindiKeepsItsVowelSigns() {
    assertThat(Letters.fold("दिल्ली", HINDI)).isEqualTo("दिल्ली");
  }

  @Test
  void accentsAndCaseFoldInLatinAndCyrillic() {
    assertThat(Letters.fold("Élysée", new Lang("fr"))).isEqualTo("elysee");
    assertThat(Letters.fold("Ёлка", RUSSIAN)).isEqualTo(Letters.fold("елка", RUSSIAN));
  }

  @Test
  void arabicMarksAndAlefFormsFold() {
    assertThat(Letters.fold("\u0623\u064E\u062D\u0645\u062F", ARABIC))
        .isEqualTo("\u0627\u062D\u0645\u062F");
  }

  @Test
  void displayTakesOutDirectionControlsAndLeavesArabicLetters() {
    assertThat(Letters.display("\u202B\u0639\u0644\u064A\u202C", ARABIC))
        .isEqualTo("\u0639\u0644\u064A");
  }

  @Test
  void foldingTwiceChangesNothing() {
    for (String text : new String[] {"Ǆungla", "ﬁn", "ＡＢＣ", "دِلی", "İstanbul", "ሀገር"}) {
      for (String tag : new String[] {"ur", "en", "tr", "ar", "und"}) {
        String once = Letters.fold(text, new Lang(tag));
        assertThat(Letters.fold(once, new Lang(tag))).as(text + " " + tag).isEqualTo(once);
      }
    }
  }

  @Test
  void stopWordsAreKnownInTheirLanguageOnly() {
    assertThat(Stopwords.contains("the", Lang.EN)).isTrue();
    assertThat(Stopwords.contains("\u06A9\u0627", Lang.UR)).isTrue();
    assertThat(Stopwords.contains("\u0644\u0627\u06C1\u0648\u0631", Lang.UR)).isFalse();
    assertThat(Stopwords.contains("the", new Lang("kk"))).isFalse();
  }

  @Test
  void termsOfEveryLanguageAreFound() {
    for (String tag : new String[] {"ur", "en", "zh", "ru", "ar", "fa", "hi", "kk", "th", "xx"}) {
      assertThat(Terms.folded("Lahore 2025 北京 Москва", new Lang(tag))).as(tag).isNotEmpty();
      assertThat(Terms.exact("Lahore 2025 北京 Москва", new Lang(tag))).as(tag).isNotEmpty();
    }
    assertThat(Terms.folded("Elections", Lang.EN)).isEqualTo(Terms.folded("election", Lang.EN));
  }
}
