package org.tabadla.urdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class UrduDatesTest {
  @Test
  void aDateIsReadAsItIsWritten() {
    for (int month = 1; month <= 12; month++) {
      LocalDate day = LocalDate.of(2025, month, 9);
      assertThat(UrduDates.value(UrduDates.written(day))).hasValue(day.toString());
    }
  }

  @Test
  void aTextWithTwoDatesHasNoOneValue() {
    assertThat(UrduDates.value("یکم مئی 2024 اور یکم مئی 2025")).isEmpty();
  }

  @Test
  void rangesOfYearsAreFound() {
    for (String text :
        new String[] {"2010 تا 2015", "۲۰۱۰ء تا ۲۰۱۵ء", "2010 سے 2015 تک", "2010-2015"}) {
      assertThat(UrduDates.ranges(text))
          .singleElement()
          .satisfies(range -> {
            assertThat(range.first()).isEqualTo(2010);
            assertThat(range.last()).isEqualTo(2015);
          });
    }
    assertThat(UrduDates.ranges("2010 میں اور 2015 میں")).isEmpty();
  }

  @Test
  void theEraIsPartOfTheDate() {
    String text = "کل 11 جولائی 2025ء تھی";
    WrittenFigure date = UrduDates.of(text).getFirst();
    assertThat(text.substring(date.start(), date.end())).isEqualTo("11 جولائی 2025ء");
  }
}
