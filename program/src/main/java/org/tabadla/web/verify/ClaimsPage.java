package org.tabadla.web.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;
import org.tabadla.web.register.WatchBox;

/// Claims, the newest first, or those that a search found, or those of a speaker.
///
/// @param speaker whose claims these are; null for everybody's
/// @param query what was searched, or ""
/// @param action where a new claim is sent to; null for who may only read
/// @param profile where what an organisation tells of itself is sent to; null for who may not sign
/// @param watch the form by which the reader watches the page; null for who cannot
/// @param next the next page's address, or null
public record ClaimsPage(
    Shell shell,
    @Nullable Said speaker,
    String query,
    String count,
    List<ClaimLine> lines,
    List<ReviewerLine> reviewers,
    @Nullable String next,
    @Nullable String action,
    @Nullable String profile,
    @Nullable WatchBox watch) {
  /// An organisation with what a reader must know to weigh its word.
  ///
  /// @param href its page in this house
  /// @param ownGovernment a key of the interface's words
  /// @param seal likewise: of what it says of itself
  public record ReviewerLine(
      String id,
      String href,
      Said name,
      @Nullable String url,
      Said ownership,
      Said funding,
      String ownGovernment,
      String seal,
      String key) {}
}
