package org.tabadla.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How many commitments each place has, of each sector and status: what a map shows.
final class Spots {
  private static final char PARTED = '\n';

  /// By sector and status, each "" for any; then by place.
  private final Map<String, Map<String, Integer>> counts = new HashMap<>();

  /// @param by 1 for one more, -1 for one less
  void change(Keys keys, Status status, int by) {
    Set<String> places = keys.places();
    if (places.isEmpty()) {
      return;
    }
    List<String> sectors = Stream.concat(Stream.of(""), keys.sectors().stream()).toList();
    for (String sector : sectors) {
      for (String at : List.of("", status.word())) {
        Map<String, Integer> row =
            counts.computeIfAbsent(sector + PARTED + at, k -> new HashMap<>());
        for (String place : places) {
          row.merge(place, by, (a, b) -> a + b == 0 ? null : a + b);
        }
      }
    }
  }

  /// @param sector a sector's key; "" for any
  /// @return places with how many commitments they have
  List<Lists.Counted> of(String sector, @Nullable Status status) {
    var out = new ArrayList<Lists.Counted>();
    counts
        .getOrDefault(sector + PARTED + (status == null ? "" : status.word()), Map.of())
        .forEach((place, count) -> out.add(new Lists.Counted(place, count)));
    out.sort(null);
    return List.copyOf(out);
  }
}
