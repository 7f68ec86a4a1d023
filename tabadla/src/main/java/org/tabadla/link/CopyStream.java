package org.tabadla.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// Groups near copies as they come, among the latest {@link Options#mostArticles} texts. Not
/// thread-safe.
public final class CopyStream {
  /// @param cluster the id of the earliest of the group
  /// @param copyOf the id of the earliest near copy; null when there is none
  /// @param overlap the largest share of this text that one earlier text holds, 0 to 1
  public record Copied(String cluster, @Nullable String copyOf, double overlap) {}

  private final Copies copies;
  private final int mostTexts;
  private final java.util.Map<Integer, String> clusters = new java.util.HashMap<>();
  private int next;

  public CopyStream(Options options) {
    copies = new Copies(options.copy());
    mostTexts = options.mostArticles();
  }

  /// @param title "" when there is none
  public Copied add(String id, Lang lang, String title, String text, @Nullable Instant date) {
    var item = new Item(id, lang, title, text, date, java.util.List.of());
    Profile profile = Profile.of(item, false).kept();
    Copies.Match match = copies.nearest(profile);
    String earliest = match != null && match.copy() ? clusters.get(match.place()) : null;
    int place = next++;
    copies.add(place, profile);
    clusters.put(place, earliest == null ? id : earliest);
    if (place >= mostTexts) {
      copies.remove(place - mostTexts);
      clusters.remove(place - mostTexts);
      if (place % mostTexts == 0) {
        copies.dropBefore(place - mostTexts + 1);
      }
    }
    double overlap = match == null ? 0 : match.overlap();
    return new Copied(earliest == null ? id : earliest, earliest, overlap);
  }
}
