package org.tabadla.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How well keywords, names and figures come out on the half of the gold that nobody looked at.
/// Floors stand a little below what was reached.
class UnderstandGoldTest {
  private static final String SCORED = "scored";

  private static List<GoldUnderstanding.Line> lines(String part, String lang) throws IOException {
    List<GoldUnderstanding.Line> lines =
        GoldUnderstanding.only(GoldUnderstanding.lines(part, SCORED), lang);
    assertThat(lines).isNotEmpty();
    return lines;
  }

  @Test
  void keywordsAreWhatAnEditorWouldGive() throws Exception {
    assertThat(GoldUnderstanding.keywords(lines("keywords", "ur"))).isGreaterThan(0.49);
    assertThat(GoldUnderstanding.keywords(lines("keywords", "en"))).isGreaterThan(0.38);
    assertThat(GoldUnderstanding.keywords(lines("keywords", "zh"))).isGreaterThan(0.30);
    assertThat(GoldUnderstanding.keywords(lines("keywords", "ru"))).isGreaterThan(0.37);
  }

  @Test
  void personsPlacesAndOrganisationsAreFoundWithTheirKind() throws Exception {
    assertThat(GoldUnderstanding.sum(lines("names", "ur"), GoldUnderstanding::names).f1())
        .isGreaterThan(0.80);
    assertThat(GoldUnderstanding.sum(lines("names", "en"), GoldUnderstanding::names).f1())
        .isGreaterThan(0.75);
    assertThat(GoldUnderstanding.sum(lines("names", "ru"), GoldUnderstanding::names).f1())
        .isGreaterThan(0.80);
    assertThat(GoldUnderstanding.sum(lines("names", "zh"), GoldUnderstanding::names).f1())
        .isGreaterThan(0.50);
  }

  @Test
  void figuresAreRight() throws Exception {
    assertThat(precision("ur")).isGreaterThan(0.94);
    assertThat(precision("en")).isGreaterThan(0.80);
    assertThat(precision("zh")).isGreaterThan(0.80);
    assertThat(precision("ru")).isGreaterThan(0.88);
  }

  private static double precision(String lang) throws IOException {
    return GoldUnderstanding.sum(lines("names", lang), GoldUnderstanding::figures).precision();
  }
}
