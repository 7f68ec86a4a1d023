package org.tabadla.web.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.web.Said;

/// A claim in a list. What organisations found stands beside it unweighed, each with whose it is.
public record ClaimLine(
    String id,
    String href,
    Said words,
    @Nullable Said speaker,
    @Nullable String date,
    List<Found> found,
    String appearances) {
  /// One organisation's own words.
  public record Found(Said organisation, Said finding) {}
}
