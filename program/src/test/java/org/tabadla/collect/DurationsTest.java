package org.tabadla.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  private static final Instant NOW = Instant.parse("1994-11-06T08:49:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "sun, 6 nov 1994 08:49:37 UTC",
        "37",
      })
  void everyFormOfRetryAfterIsRead(String header) {
    assertThat(Durations.retryAfter(header, NOW)).contains(Duration.ofSeconds(37));
  }

  @Test
  void aDateInThePastMeansNow() {
    assertThat(Durations.retryAfter("Sun, 06 Nov 1994 08:00:00 GMT", NOW)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1e9", "99 Foo 1994 99:99:99 GMT", "٣٧"})
  void nonsenseSaysNothing(String header) {
    assertThat(Durations.retryAfter(header, NOW)).isEmpty();
  }

  @Test
  void freshnessComesFromCacheControlOrElseExpires() {
    String date = "Sun, 06 Nov 1994 08:49:37 GMT";
    String later = "Sun, 06 Nov 1994 09:49:37 GMT";
    assertThat(Durations.maxAge("public, max-age=300", later, date)).hasSeconds(300);
    assertThat(Durations.maxAge(null, later, date)).hasHours(1);
    assertThat(Durations.maxAge("no-cache, max-age=300", later, date)).isNull();
    assertThat(Durations.maxAge("max-age=0", null, null)).isNull();
    assertThat(Durations.maxAge("s-maxage=300", null, null)).isNull();
    assertThat(Durations.maxAge(null, "-1", date)).isNull();
    assertThat(Durations.maxAge("max-age=999999999999", null, null)).hasDays(365);
  }
}
