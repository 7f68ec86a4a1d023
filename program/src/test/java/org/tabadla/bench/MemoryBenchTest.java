package org.tabadla.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tabadla.ProjectFilesForBench;

class MemoryBenchTest {
  private static final double LEAST_GAIN = 0.05;
  private static final double LEAST_AS_TENTH = 0.98;
  private static Map<String, List<MemoryBench.Sample>> press;

  @BeforeAll
  static void read() throws Exception {
    press = ProjectFilesForBench.press();
  }

  @Test
  void theTenthPageOfASiteIsBetterReadThanItsFirst() {
    double first = MemoryBench.asNth(press, 1).f1();
    double tenth = MemoryBench.asNth(press, 10).f1();
    assertThat(tenth).isGreaterThan(first + LEAST_GAIN).isGreaterThan(LEAST_AS_TENTH);
  }

  @Test
  void theMeasureIsThatOfTheReadPacks() {
    var score = BodyScore.of("one two three four five six", "One two, three four five");
    assertThat(score.precision()).isEqualTo(1);
    assertThat(score.recall()).isEqualTo(2 / 3.0);
    assertThat(BodyScore.of("\u4e2d\u6587\u4e5f\u4e00\u6837", "\u4e2d\u6587\u4e5f\u4e00").recall())
        .isEqualTo(0.5);
    assertThat(BodyScore.of("two words", "two words").f1()).isEqualTo(1);
    assertThat(BodyScore.of("two words", "").f1()).isZero();
  }
}
