package org.tabadla.urdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureFoldTest {
  @Test
  void numbersAndDatesGoByTheOneTableOfLetters() {
    int letters = 0;
    for (String[] row : Rows.of("letters.tsv", 4)) {
      boolean one = row[0].equals("display") && row[1].length() == 4 && row[2].length() == 4;
      if (one && Character.isLetter(Integer.parseInt(row[1], 16))) {
        assertThat(FigureFold.fold(letter(row[1])))
            .as(row[3])
            .isEqualTo(FigureFold.fold(letter(row[2])));
        letters++;
      }
    }
    assertThat(letters).isGreaterThan(50);
  }

  private static String letter(String hex) {
    return Character.toString(Integer.parseInt(hex, 16));
  }

  @Test
  void aMonthOfAnyKeyboardIsOneMonth() {
    List<String> typed = List.of("جنوری", "جنوري", "جنورى", "ﺟﻨﻮﺭﯼ");
    assertThat(typed).allSatisfy(month -> assertThat(FigureFold.fold(month)).isEqualTo("جنوری"));
  }
}
