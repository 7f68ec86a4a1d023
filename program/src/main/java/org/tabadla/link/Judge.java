package org.tabadla.link;

import org.jspecify.annotations.Nullable;

/// Says how sure it is that two sides are one story. The program judges by {@link Merge}; training
/// judges by what is known.
interface Judge {
  /// @param article the one that asks; null when `small` does
  /// @param small a whole story that asks; null when an article does
  /// @param story the story that would take it in
  /// @param evidence by {@link Sign}
  /// @return 0 to 1
  double chance(@Nullable Held article, @Nullable Story small, Story story, float[] evidence);

  /// @return what the program judges by
  static Judge shipped() {
    Merge merge = Merge.shipped();
    return (article, small, story, evidence) -> merge.chance(evidence);
  }
}
