package org.tabadla.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Small papers that a room keeps and may change or throw away, such as sessions and tokens. What
/// must be remembered for good is a {@link Deed} and stands in the {@link Journal}.
public interface Shelf {
  /// The longest body of a paper, in UTF-16 code units.
  int LARGEST_BODY_CHARS = 1_000_000;

  /// @param kind what sort of paper it is, led by the room: `people/session`
  /// @param key unique among the papers of one kind
  /// @param body a JSON object
  record Paper(String kind, String key, String body) {
    public Paper {
      Checks.notBlank("paper's kind", kind);
      Checks.notBlank("paper's key", key);
      if (body.length() > LARGEST_BODY_CHARS) {
        throw new IllegalArgumentException("paper of " + body.length() + " characters: " + key);
      }
    }
  }

  Optional<Paper> get(String kind, String key);

  /// @return at most `limit` papers of a kind by key, those behind `after`; null begins at the
  ///   first
  List<Paper> list(String kind, @Nullable String after, int limit);

  /// @return at most `limit` papers of a kind whose key begins so, by key
  default List<Paper> under(String kind, String prefix, int limit) {
    return list(kind, prefix, limit).stream()
        .takeWhile(paper -> paper.key().startsWith(prefix))
        .toList();
  }

  /// Puts a paper in the place of the one with its kind and key, and returns when it would survive
  /// a loss of power.
  void put(Paper paper);

  /// @return whether it was there
  boolean remove(String kind, String key);
}
