package org.tabadla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The quality floors: measured by `.ci/run` on the data packs; here it is made sure that they are
/// there and mean something.
class FloorsTest {
  private static final int FEWEST_FLOORS = 40;

  @Test
  void everyMeasuredAreaHasFloors() {
    Map<String, Double> floors = floors();
    assertThat(floors).hasSizeGreaterThan(FEWEST_FLOORS);
    for (String area : new String[] {"read/", "feeds/", "language/", "link/", "pipe/"}) {
      assertThat(floors.keySet()).as("floors of " + area).anyMatch(key -> key.startsWith(area));
    }
  }

  @Test
  void floorsAreSharesThatRequireSomething() {
    floors()
        .forEach((metric, floor) -> {
          if (metric.equals("feeds/sanitize/active")) {
            assertThat(floor).as("active content left").isZero();
          } else {
            assertThat(floor).as(metric).isGreaterThan(0).isLessThanOrEqualTo(1);
          }
        });
  }

  @Test
  void everyTaskAnswersEveryLine() {
    floors()
        .forEach((metric, floor) -> {
          if (metric.endsWith("/answered")) {
            assertThat(floor).as(metric).isGreaterThanOrEqualTo(0.99);
          }
        });
  }

  private static Map<String, Double> floors() {
    return JsonMapper.builder()
        .build()
        .readValue(ProjectFiles.read("floors.json"), new TypeReference<Map<String, Double>>() {});
  }
}
