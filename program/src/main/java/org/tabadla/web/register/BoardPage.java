package org.tabadla.web.register;

import java.util.List;
import org.tabadla.web.Chip;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;

/// The register at a glance: by status, by sector and status, by party, pair and place.
///
/// @param rows the sectors with how many commitments stand at each status
public record BoardPage(
    Shell shell,
    String count,
    List<Column> columns,
    List<String> statuses,
    List<Row> rows,
    List<Group> groups,
    String silent,
    List<Document> documents) {
  /// The newest commitments of one status.
  public record Column(String status, Chip all, List<CommitmentLine> lines) {}

  /// A sector.
  public record Row(Chip sector, List<Integer> counts) {}

  /// Lists of one kind.
  public record Group(String title, List<Chip> chips) {}

  /// The register in another system's format.
  public record Document(String href, String name) {}

  /// @return words that have no direction of their own
  public static Said plain(String words) {
    return Said.unknown(words);
  }
}
