package org.tabadla.web.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.web.Chip;
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
    List<Document> documents,
    @Nullable WatchBox watch) {
  /// The newest commitments of one status.
  public record Column(String status, Chip all, List<CommitmentLine> lines) {}

  /// A sector.
  public record Row(Chip sector, List<Cell> counts) {}

  /// How many commitments of a sector stand at a status.
  ///
  /// @param href their list; null where there are none
  public record Cell(String count, @Nullable String href) {}

  /// Lists of one kind.
  public record Group(String title, List<Chip> chips) {}

  /// The register in another system's format.
  public record Document(String href, String name) {}
}
