package org.tabadla.link;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// Groups near copies in a stream of texts.
public final class CopyStream {
  private final Map<String, Copies> groups = new HashMap<>();
  private final Map<String, String> clusters = new HashMap<>();

  /// @param cluster the id of the earliest text of the group of copies
  /// @param copyOf the earliest text that this one copies, or null
  /// @param overlap the largest share of this text that one earlier text holds, 0 to 1
  public record Answer(String cluster, @Nullable String copyOf, double overlap) {}

  /// Compares a text with the earlier ones of its group, and takes it in.
  public Answer add(
      String id, String group, Lang lang, String title, String text, @Nullable Instant when) {
    Sketch sketch = Sketcher.of(id, lang, title, text, when);
    Copies copies = groups.computeIfAbsent(group, _ -> new Copies());
    Copies.Match match = copies.find(sketch);
    copies.add(sketch);
    Sketch original = match.of();
    String cluster = original == null ? id : clusters.getOrDefault(original.id(), original.id());
    clusters.put(id, cluster);
    return new Answer(cluster, original == null ? null : original.id(), match.overlap());
  }
}
