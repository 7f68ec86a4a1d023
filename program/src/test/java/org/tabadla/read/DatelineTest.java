package org.tabadla.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tabadla.model.Found;

class DatelineTest {
  static Stream<String[]> openings() {
    return CharsetLabels.rows("datelines-said.tsv").stream().map(row -> row.split("\t", -1));
  }

  @ParameterizedTest
  @MethodSource("openings")
  void anOpeningTellsPlaceAndAgency(String place, String agency, String opening) {
    Dateline dateline = Dateline.of(opening);

    assertThat(said(dateline.place()) + " / " + said(dateline.agency()))
        .isEqualTo(place + " / " + agency);
  }

  private static String said(@Nullable Found<String> found) {
    return found == null ? "-" : found.value();
  }
}
