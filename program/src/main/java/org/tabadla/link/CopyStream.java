package org.tabadla.link;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;

/// Groups near copies in a stream of texts, each group by itself. Not thread-safe.
public final class CopyStream {
  /// @param cluster the id of the earliest text of the group of copies
  /// @param copyOf the earliest text that this one copies, or null
  /// @param overlap the largest share of this text that one earlier text holds, 0 to 1
  public record Answer(String cluster, @Nullable String copyOf, double overlap) {}

  private final Options options;
  private final Map<String, Group> groups = new HashMap<>();

  public CopyStream() {
    this(Options.STANDARD);
  }

  public CopyStream(Options options) {
    this.options = options;
  }

  /// Compares a text with the earlier ones of its group, and takes it in.
  ///
  /// @param title "" when there is none
  public Answer add(
      String id, String group, Lang lang, String title, String text, @Nullable Instant when) {
    Profile profile = Profile.of(new Item(id, lang, title, text, when), false);
    return groups.computeIfAbsent(group, g -> new Group(options)).add(profile);
  }

  /// The latest texts of one group.
  private static final class Group {
    private final Copies copies;
    private final int mostTexts;
    private final Map<Integer, Known> known = new HashMap<>();
    private int next;

    private record Known(Copied text, String cluster) {}

    Group(Options options) {
      copies = new Copies(options.copy(), this::text);
      mostTexts = options.mostArticles();
    }

    private @Nullable Copied text(int place) {
      Known one = known.get(place);
      return one == null ? null : one.text;
    }

    Answer add(Profile profile) {
      Copied text = Copied.of(profile);
      Copies.Match match = copies.nearest(profile, text);
      Known original = match != null && match.copy() ? known.get(match.place()) : null;
      String earliest = original == null ? null : original.cluster;
      int place = next++;
      copies.add(place, profile);
      known.put(place, new Known(text, earliest == null ? profile.id() : earliest));
      if (place >= mostTexts) {
        known.remove(place - mostTexts);
        if (place % mostTexts == 0) {
          copies.tidy();
        }
      }
      return new Answer(
          earliest == null ? profile.id() : earliest,
          earliest,
          match == null ? 0 : match.overlap());
    }
  }
}
