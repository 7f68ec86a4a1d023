package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;

class DatesTest {
  private static final Instant NOW = Instant.parse("2025-07-12T10:00:00Z");

  @ParameterizedTest
  @CsvFileSource(resources = "dates.tsv", delimiter = '\t')
  void datesAreReadInEveryFormAndLanguage(@Nullable String lang, String want, String text) {
    assertThat(read(text, lang)).as(text).isEqualTo(want);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterdayish",
        "2025-02-30",
        "0001-01-01T00:00:00Z",
        "30 February 2025",
        "2003-12-31T25:14:55Z",
        "2003-12-31T10:61:55Z",
        "Sun, Dec x 2012 11:47:32 GMT",
        "Sun, 16 Dec 2012 11:47:32 +zz:00",
        "Sun, 16 Dec 2012 11:zz:32 GMT",
        "Sun, 16 Dec 2012 1:2:3:4 GMT",
        "2013-01-27-01",
        "013",
        "1234567890",
        "call 0300 1234567"
      })
  void whatIsNoDateOrAnImpossibleOneIsRefused(String text) {
    assertThat(Dates.parse(text, null, NOW)).isEmpty();
  }

  @Test
  void aRelativeDateWithoutNowIsRefused() {
    assertThat(Dates.parse("2 hours ago", Lang.EN, null)).isEmpty();
  }

  @Test
  void aDayKeepsThatItIsOnlyADay() {
    Moment day = Dates.parse("11th, July 2025 GMT", null, null).orElseThrow();
    assertThat(day.precision()).isEqualTo(Moment.Precision.DAY);
    assertThat(day.date()).hasToString("2025-07-11");
  }

  @Test
  void aTimeKeepsTheZoneItWasToldIn() {
    Moment late = Dates.parse("11 July 2025, 1:00 am PKT", null, null).orElseThrow();
    assertThat(late.at()).hasToString("2025-07-10T20:00:00Z");
    assertThat(late.date()).hasToString("2025-07-11");
  }

  private static String read(String text, @Nullable String lang) {
    return Dates.parse(text, lang == null ? null : new Lang(lang), NOW)
        .map(m -> m.precision() == Moment.Precision.DAY ? m.date().toString() : m.at().toString())
        .orElse("none");
  }
}
