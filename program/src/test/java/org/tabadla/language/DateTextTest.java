package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;

class DateTextTest {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
  private static final Moment DAY = Moment.day(LocalDate.of(2025, 7, 11));
  private static final Moment LATE =
      Moment.time(Instant.parse("2025-07-11T20:30:00Z"), ZoneOffset.UTC);

  @Test
  void aDayIsWrittenInTheReadersLanguage() {
    assertThat(DateText.of(DAY, Lang.EN, KARACHI)).isEqualTo("11 July 2025");
    assertThat(DateText.of(DAY, Lang.UR, KARACHI))
        .isEqualTo("11 \u062C\u0648\u0644\u0627\u0626\u06CC 2025");
    assertThat(DateText.of(DAY, new Lang("zh"), KARACHI)).isEqualTo("2025年7月11日");
    assertThat(DateText.of(DAY, new Lang("ru"), KARACHI)).startsWith("11 июля 2025");
  }

  @Test
  void aDayDoesNotMoveWithTheReadersZone() {
    assertThat(DateText.of(DAY, Lang.EN, ZoneId.of("America/Los_Angeles")))
        .isEqualTo("11 July 2025");
  }

  @Test
  void aTimeIsWrittenInTheReadersZone() {
    assertThat(DateText.of(LATE, Lang.EN, KARACHI)).isEqualTo("12 July 2025, 01:30");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    for (String tag : new String[] {"ur", "en", "zh", "ru", "ar", "fa", "hi", "kk", "tr", "de"}) {
      String written = DateText.of(DAY, new Lang(tag), KARACHI);
      assertThat(Dates.parse(written, new Lang(tag), null)).as(written).contains(DAY);
    }
  }
}
