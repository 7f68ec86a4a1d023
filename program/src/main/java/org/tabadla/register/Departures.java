package org.tabadla.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which lists of statuses and of pairs of countries a commitment has left. Who harvests one such
/// list holds it still, and must be told.
final class Departures {
  private final Map<String, Set<String>> left = new HashMap<>();

  /// @param now empty where it is joined to another and stands nowhere
  void moved(String id, List<String> before, List<String> now) {
    if (before.equals(now)) {
      return;
    }
    Set<String> gone = left.computeIfAbsent(id, k -> new TreeSet<>());
    gone.addAll(before);
    now.forEach(gone::remove);
  }

  boolean has(String id, String page) {
    return left.getOrDefault(id, Set.of()).contains(page);
  }

  /// @return the lists in which a commitment stands that are followed here
  static List<String> followed(Commitment commitment, Keys keys) {
    var out = new ArrayList<String>();
    out.add(Shelf.Kind.STATUS.step() + "/" + commitment.newest().status().word());
    keys.pairs().forEach(k -> out.add(Shelf.Kind.PAIR.step() + "/" + k));
    return out;
  }
}
