package org.tabadla.web.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.web.Shell;

/// Claims, the newest first, or those that a search found.
///
/// @param query what was searched, or ""
/// @param action where a new claim is sent to; null for who may only read
/// @param next the next page's address, or null
public record ClaimsPage(
    Shell shell,
    String query,
    String count,
    List<ClaimLine> lines,
    List<ReviewerLine> reviewers,
    @Nullable String next,
    @Nullable String action) {
  /// An organisation with what a reader must know to weigh its word.
  ///
  /// @param ownGovernment a key of the interface's words
  public record ReviewerLine(
      String id,
      org.tabadla.web.Said name,
      @Nullable String url,
      org.tabadla.web.Said ownership,
      org.tabadla.web.Said funding,
      String ownGovernment,
      String key) {}
}
