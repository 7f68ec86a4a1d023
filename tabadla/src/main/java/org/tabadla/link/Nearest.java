package org.tabadla.link;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.link.Neighbours.Near;
import org.tabadla.model.Lang;

/// Ranks texts by how near they are to one, once all are known: across languages, or in any.
public final class Nearest {
  private static final int MOST = 100;

  private final Map<String, Sketch> sketches = new LinkedHashMap<>();
  private final Neighbours words = new Neighbours(Sketch::words);
  private final Neighbours bridges = new Neighbours(Sketch::bridges);

  /// @param score 0 to 1
  public record Scored(String id, double score) {}

  /// Takes a text in.
  public void add(String id, Lang lang, String title, String text, @Nullable Instant when) {
    Sketch sketch = Sketcher.of(id, lang, title, text, when);
    sketches.put(id, sketch);
    words.add(sketch);
    bridges.add(sketch);
  }

  /// Ranks the texts of other languages. The best of each language is always among them, however
  /// low its score.
  public List<Scored> across(String id) {
    Sketch sketch = known(id);
    var out = new ArrayList<Scored>();
    sketches.values().stream()
        .map(s -> s.lang().primary())
        .distinct()
        .filter(lang -> !lang.equals(sketch.lang().primary()))
        .forEach(lang ->
            out.addAll(
                ranked(
                    bridges.find(
                        sketch, other -> other.lang().primary().equals(lang), MOST / 10))));
    out.sort(Comparator.comparingDouble(Scored::score).reversed());
    return out;
  }

  /// Ranks the texts of all languages.
  public List<Scored> similar(String id) {
    Sketch sketch = known(id);
    String own = sketch.lang().primary();
    var out =
        new ArrayList<>(
            ranked(words.find(sketch, other -> other.lang().primary().equals(own), MOST)));
    out.addAll(ranked(bridges.find(sketch, other -> !other.lang().primary().equals(own), MOST)));
    out.sort(Comparator.comparingDouble(Scored::score).reversed());
    return out.subList(0, Math.min(MOST, out.size()));
  }

  private Sketch known(String id) {
    Sketch sketch = sketches.get(id);
    if (sketch == null) {
      throw new IllegalArgumentException("unknown id: " + id);
    }
    return sketch;
  }

  private static List<Scored> ranked(List<Near> near) {
    return near.stream().map(n -> new Scored(n.sketch().id(), n.score())).toList();
  }
}
