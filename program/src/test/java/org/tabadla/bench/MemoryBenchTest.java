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
    double first = MemoryBench.asNth(press, 1);
    double tenth = MemoryBench.asNth(press, 10);
    assertThat(tenth).isGreaterThan(first + LEAST_GAIN).isGreaterThan(LEAST_AS_TENTH);
  }
}
