package org.tabadla.web.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.web.Chip;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;

/// A list of commitments: of a party, a pair of countries, a sector, a place, a status; or what is
/// due and silent. That of a party or pair also tells what is due and where sources differ.
///
/// @param kind what the list goes by, a key of the interface's words
/// @param codes of the countries it is of (ISO 3166); none for others
/// @param note what is to be known of the list, or null
/// @param statuses the same list of one status each, with how many stand there
/// @param roles as what a party acts, with how often
/// @param partners with whom
/// @param sections parts of it that want looking at
/// @param next the next page's address, or null
/// @param watch null for who cannot watch it
public record CommitmentsPage(
    Shell shell,
    String kind,
    Said heading,
    List<String> codes,
    String count,
    @Nullable String note,
    List<Chosen> statuses,
    List<String> roles,
    List<Chip> partners,
    List<Section> sections,
    List<CommitmentLine> lines,
    @Nullable String next,
    @Nullable WatchBox watch) {
  /// A narrower list.
  ///
  /// @param isHere whether it is the one that is shown
  public record Chosen(Chip chip, boolean isHere) {}

  /// Commitments that want looking at.
  ///
  /// @param title a key of the interface's words
  public record Section(String title, List<CommitmentLine> lines) {}
}
