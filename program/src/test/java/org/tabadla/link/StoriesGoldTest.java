package org.tabadla.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What linking reaches on the project's own gold; the half that nobody tuned on has the say.
class StoriesGoldTest {
  @Test
  void storiesOfTheScoredHalfAreFound() throws Exception {
    TrainStories.Reached r = TrainStories.reached(LabelledStream.gold("scored"), Judge.shipped());
    assertThat(r.last().f1()).as("BCubed").isGreaterThanOrEqualTo(0.90);
    assertThat(r.urdu().f1()).as("Urdu alone").isGreaterThanOrEqualTo(0.88);
    assertThat(r.across()).as("pairs across languages").isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void copiesOfTheScoredHalfAreFound() throws Exception {
    assertThat(GoldPart.copies(LabelledStream.gold("scored"))).isGreaterThanOrEqualTo(0.80);
  }

  @Test
  void followUpsJoinTheirStoryThoughItIsMonthsOld() throws Exception {
    var engine = new Engine(Options.STANDARD);
    Map<String, Set<String>> told = new HashMap<>();
    int joined = 0;
    int all = 0;
    for (LabelledStream.Row row : LabelledStream.gold("scored").rows()) {
      String name = engine.place(row.item(), row.item().id(), null).story().name;
      Set<String> before = told.computeIfAbsent(row.story(), s -> new HashSet<>());
      if (row.kind().equals("follow-up") && !before.isEmpty()) {
        all++;
        joined += before.contains(name) ? 1 : 0;
      }
      before.add(name);
    }
    assertThat((double) joined / all).isGreaterThanOrEqualTo(0.7);
  }
}
