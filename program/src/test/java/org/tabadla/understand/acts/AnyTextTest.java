package org.tabadla.understand.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tabadla.model.Act;
import org.tabadla.model.Lang;
import tools.jackson.databind.JsonNode;

/// Whatever a page holds, the reader of acts answers, and what it answers stands in the text.
class AnyTextTest {
  private static final Instant WHEN = Instant.parse("2026-03-04T05:06:07Z");
  private static final int EACH = 4;
  private static final int SHORTEST = 6;

  @Test
  void aTextThatIsCutShuffledOrRunTogetherIsReadAllTheSame() throws Exception {
    var random = new Random(7);
    List<JsonNode> gold = ActsScore.gold("tuned");
    int read = 0;
    int found = 0;
    for (int i = 0; i < gold.size(); i += EACH) {
      String text = gold.get(i).path("text").asString();
      var lang = new Lang(gold.get(i).path("lang").asString());
      String next = gold.get((i + 1) % gold.size()).path("text").asString();
      for (String broken : broken(text, next, random)) {
        List<Act> acts = ActReader.of("", broken, lang, WHEN);
        read++;
        found += acts.size();
        for (Act act : acts) {
          assertThat(ActsScore.unsupported(act, broken, lang)).as("%s in %s", act, broken).isZero();
        }
      }
    }
    assertThat(read).isGreaterThan(1_000);
    assertThat(found).as("acts read in broken texts").isGreaterThan(300);
  }

  private static List<String> broken(String text, String next, Random random) {
    var words = new ArrayList<>(Arrays.asList(text.split(" ")));
    String reversed = String.join(" ", words.reversed());
    Collections.shuffle(words, random);
    int cut = SHORTEST + random.nextInt(Math.max(1, text.length() - SHORTEST));
    return List.of(
        text.substring(0, cut),
        text.substring(cut),
        String.join(" ", words),
        reversed,
        text.replaceAll("[.۔،,:。，]", ""),
        text.substring(cut) + next.substring(0, next.length() / 2));
  }
}
