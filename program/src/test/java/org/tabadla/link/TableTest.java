package org.tabadla.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableTest {
  /// Few keys, so that many share a slot and holes open amid runs.
  @Test
  void itHoldsWhatAMapHoldsAfterAnyPutsAndRemoves() {
    var table = new Table<String>();
    Map<Integer, String> map = new HashMap<>();
    var random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      int key = random.nextInt(300) - 150;
      if (random.nextInt(3) == 0) {
        table.remove(key);
        map.remove(key);
      } else {
        table.put(key, "v" + i);
        map.put(key, "v" + i);
      }
      int asked = random.nextInt(300) - 150;
      assertThat(table.get(asked)).isEqualTo(map.get(asked));
      assertThat(table.size()).isEqualTo(map.size());
    }
    assertThat(table.keys())
        .containsExactly(map.keySet().stream().mapToInt(k -> k).sorted().toArray());
  }
}
