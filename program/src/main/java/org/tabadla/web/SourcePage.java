package org.tabadla.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An outlet with its articles, the addresses that are visited, and what went wrong.
///
/// @param site the outlet's own front page, or null
/// @param troubles addresses that gave no article
public record SourcePage(
    Shell shell,
    Said name,
    @Nullable String site,
    @Nullable String language,
    String count,
    List<Address> feeds,
    List<Address> troubles,
    List<Line> lines,
    @Nullable String next) {

  /// An address with what came of it.
  ///
  /// @param href null where a reader cannot be sent there
  /// @param trouble the reason with the value seen and the remedy, or null when all is well
  /// @param when of the visit; null when it is not known
  public record Address(
      Said text, @Nullable String href, @Nullable Said trouble, @Nullable When when) {}
}
