package org.tabadla.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.link.Neighbours.Near;

/// Puts texts into stories as they arrive, one after the other. Everything that links (the road,
/// and `pipe`) goes through here.
///
/// Within a language, a text joins the story whose texts are nearest by words; across languages by
/// what crosses them: names, numbers, Latin words, consonants. A story is compared by its nearest
/// texts, so a long one is no easier to join than a short one.
final class Engine {
  private static final int NEIGHBOURS = 30;
  private static final int NEAREST_OF_A_STORY = 3;
  private static final int FEWEST_SHARED_WORDS = 3;
  private static final int FEWEST_SHARED_BRIDGES = 4;
  private static final Duration LONGEST_GAP = Duration.ofDays(14);

  /// The score from which a text joins a story of its language, and what each day between them
  /// costs.
  private static final double JOIN = 0.24;

  private static final double JOIN_ACROSS = 0.30;
  private static final double PER_DAY = 0.012;

  private final Copies copies = new Copies();
  private final Neighbours words = new Neighbours(Sketch::words);
  private final Neighbours bridges = new Neighbours(Sketch::bridges);
  private final Map<String, String> storyOf = new HashMap<>();

  /// Where a text belongs.
  ///
  /// @param story the id of the text that began the story
  /// @param why the reasons for joining it; empty for a text that begins one
  /// @param copy what the index of copies says
  /// @param related texts of other stories, best first
  record Place(String story, List<String> why, Copies.Match copy, List<Near> related) {}

  /// Finds the place of a text, and remembers the text there.
  Place place(Sketch sketch) {
    Copies.Match copy = copies.find(sketch);
    List<Near> near =
        words.find(
            sketch, other -> other.lang().primary().equals(sketch.lang().primary()), NEIGHBOURS);
    List<Near> abroad =
        bridges.find(
            sketch, other -> !other.lang().primary().equals(sketch.lang().primary()), NEIGHBOURS);
    Joining joining = joining(sketch, copy, near, abroad);
    String known = storyOf.get(sketch.id());
    String story = known != null ? known : joining == null ? sketch.id() : joining.story;
    Place place =
        new Place(
            story, joining == null ? List.of() : joining.why, copy, related(story, near, abroad));
    if (known == null) {
      remember(sketch, story);
    }
    return place;
  }

  /// Takes a text whose story is known.
  void remember(Sketch sketch, String story) {
    if (storyOf.putIfAbsent(sketch.id(), story) == null) {
      copies.add(sketch);
      words.add(sketch);
      bridges.add(sketch);
    }
  }

  private record Joining(String story, List<String> why) {}

  private @Nullable Joining joining(
      Sketch sketch, Copies.Match copy, List<Near> near, List<Near> abroad) {
    if (copy.of() != null && inTime(sketch, copy.of())) {
      String story = storyOf.get(copy.of().id());
      if (story != null) {
        return new Joining(story, List.of(Math.round(copy.share() * 100) + " %"));
      }
    }
    Joining home = best(sketch, near, JOIN, FEWEST_SHARED_WORDS);
    return home != null ? home : best(sketch, abroad, JOIN_ACROSS, FEWEST_SHARED_BRIDGES);
  }

  /// The story whose nearest texts score best, if that is enough.
  private @Nullable Joining best(Sketch sketch, List<Near> near, double join, int fewestShared) {
    Map<String, List<Near>> stories = new LinkedHashMap<>();
    for (Near n : near) {
      String story = storyOf.get(n.sketch().id());
      if (story != null && inTime(sketch, n.sketch())) {
        stories.computeIfAbsent(story, _ -> new ArrayList<>()).add(n);
      }
    }
    return stories.entrySet().stream()
        .filter(e -> e.getValue().getFirst().shared() >= fewestShared)
        .map(e -> new Scored(e.getKey(), score(sketch, e.getValue()), e.getValue().getFirst()))
        .max(Comparator.comparingDouble(Scored::score))
        .filter(s -> s.score >= join)
        .map(s -> new Joining(s.story, s.nearest.reasons()))
        .orElse(null);
  }

  private record Scored(String story, double score, Near nearest) {}

  private static double score(Sketch sketch, List<Near> texts) {
    double sum = 0;
    int n = Math.min(NEAREST_OF_A_STORY, texts.size());
    for (Near near : texts.subList(0, n)) {
      sum += near.score() - PER_DAY * days(sketch, near.sketch());
    }
    double best = texts.getFirst().score() - PER_DAY * days(sketch, texts.getFirst().sketch());
    return (best + sum / n) / 2;
  }

  private static double days(Sketch one, Sketch other) {
    return one.dated() && other.dated()
        ? Duration.between(one.when(), other.when()).abs().toHours() / 24.0
        : 0;
  }

  private static boolean inTime(Sketch one, Sketch other) {
    return !one.dated()
        || !other.dated()
        || Duration.between(one.when(), other.when()).abs().compareTo(LONGEST_GAP) <= 0;
  }

  private List<Near> related(String story, List<Near> near, List<Near> abroad) {
    Set<String> stories = new HashSet<>(Set.of(story));
    var out = new ArrayList<Near>();
    var all = new ArrayList<>(near);
    all.addAll(abroad);
    all.sort(Comparator.comparingDouble(Near::score).reversed());
    for (Near n : all) {
      String other = storyOf.get(n.sketch().id());
      if (other != null && stories.add(other)) {
        out.add(n);
      }
    }
    return out;
  }

  Neighbours words() {
    return words;
  }

  Neighbours bridges() {
    return bridges;
  }
}
