package org.tabadla.urdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UrduNormalizerTest {
  static List<String[]> shown() {
    return Rows.of("display.tsv", 2);
  }

  static List<String[]> spellings() {
    return Rows.of("folds.tsv", 2);
  }

  @ParameterizedTest
  @MethodSource("shown")
  void displayRepairsLettersAndSpacesAndNothingElse(String found, String wanted) {
    assertThat(UrduNormalizer.display(found)).isEqualTo(wanted);
    assertThat(UrduNormalizer.display(wanted)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void spellingsOfOneWordFoldAlike(String one, String other) {
    String folded = UrduNormalizer.fold(one);
    assertThat(folded).isEqualTo(UrduNormalizer.fold(other));
    assertThat(UrduNormalizer.fold(folded)).isEqualTo(folded);
  }

  @Test
  void lettersWithALifeOfTheirOwnStayApart() {
    assertThat(UrduNormalizer.fold("\u067E\u06BE\u0631"))
        .isNotEqualTo(UrduNormalizer.fold("\u067E\u06C1\u0631"));
    assertThat(UrduNormalizer.fold("\u0645\u0627\u06BA"))
        .isNotEqualTo(UrduNormalizer.fold("\u0645\u0627\u0646"));
  }

  @Test
  void controlsAndPresentationFormsAreGone() {
    assertThat(UrduNormalizer.display("\u200F\uFE8D\uFEAD\uFEA9\uFEED\u200F"))
        .isEqualTo("\u0627\u0631\u062F\u0648");
  }

  @Test
  void decimalsKeepTheirPoint() {
    assertThat(UrduNormalizer.fold("3.5")).isEqualTo("3.5");
    assertThat(UrduNormalizer.fold("\u06F3\u066B\u06F5")).isEqualTo("3.5");
  }
}
