package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;

/// The dates of `written-dates.tsv`, row by row.
class WrittenDatesTest {
  private static final Instant NOW = Instant.parse("2025-07-11T12:00:00Z");

  record Row(String lang, String expected, String words) {}

  static Stream<Row> rows() throws IOException {
    try (InputStream in = WrittenDatesTest.class.getResourceAsStream("written-dates.tsv")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return table
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new Row(cells[0], cells[1], cells[2]));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aWrittenDateIsReadOrRefused(Row row) {
    Lang lang = row.lang().equals("-") ? null : new Lang(row.lang());

    String read = Dates.parse(row.words(), lang, NOW).map(WrittenDatesTest::shown).orElse("-");

    assertThat(read).isEqualTo(row.expected());
  }

  private static String shown(Moment moment) {
    return moment.precision() == Moment.Precision.DAY
        ? moment.date().toString()
        : moment.at().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
  }
}
