package org.tabadla.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;

class NumbersTest {
  @ParameterizedTest
  @CsvFileSource(resources = "figures.tsv", delimiter = '\t')
  void figuresAreReadWithTheirScaleKindAndCurrency(String lang, String wanted, String text) {
    String found =
        Numbers.of(text, new Lang(lang)).stream()
            .map(NumbersTest::written)
            .collect(Collectors.joining(", "));
    assertThat(found.isEmpty() ? "-" : found).as(text).isEqualTo(wanted);
  }

  @Test
  void aFigureKnowsWhereItStands() {
    Figure figure = Numbers.of("up by 4.2% today", Lang.EN).getFirst();
    assertThat("up by 4.2% today".substring(figure.start(), figure.end())).isEqualTo("4.2%");
  }

  @Test
  void aWallOfDigitsIsPassedOver() {
    assertThat(Numbers.of("9".repeat(100_000), Lang.EN)).isEmpty();
  }

  private static String written(Figure f) {
    return f.kind() + " " + f.value() + (f.currency() == null ? "" : " " + f.currency());
  }

  @Test
  void aYearAfterAnAmountIsNoPartOfIt() {
    assertThat(Numbers.of("the $3.5 billion 2025 budget", Lang.EN))
        .extracting(Figure::value)
        .contains("3500000000", "2025");
  }

  @Test
  void aDayThatIsNotInTheCalendarIsNoDate() {
    assertThat(Numbers.of("2025年13月45日", new Lang("zh")))
        .noneMatch(f -> f.kind() == Figure.Kind.DATE);
  }
}
