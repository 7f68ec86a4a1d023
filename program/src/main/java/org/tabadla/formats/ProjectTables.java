package org.tabadla.formats;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Text;

/// Projects as a table, one row a project (RFC 4180), and as JSON.
final class ProjectTables {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "status",
          "title",
          "language",
          "description",
          "start",
          "end",
          "funding",
          "accountable",
          "extending",
          "implementing",
          "countries",
          "sectors",
          "commitments",
          "documents",
          "due",
          "updated");

  private ProjectTables() {}

  static String csv(List<Project> projects) {
    var out = new StringBuilder();
    NewsFeeds.row(out, COLUMNS.toArray(String[]::new));
    for (Project each : projects) {
      Text title = each.title().getFirst();
      NewsFeeds.row(
          out,
          each.id(),
          each.status().name().toLowerCase(Locale.ROOT),
          title.value(),
          title.lang().isKnown() ? title.lang().tag() : null,
          each.description().isEmpty() ? null : each.description().getFirst().value(),
          each.start(),
          each.end(),
          parties(each, Project.Role.FUNDING),
          parties(each, Project.Role.ACCOUNTABLE),
          parties(each, Project.Role.EXTENDING),
          parties(each, Project.Role.IMPLEMENTING),
          joined(each.countries().stream()),
          joined(each.sectors().stream().map(s -> coded(s.code(), s.name()))),
          joined(each.amounts().stream().map(ProjectTables::amount)),
          joined(each.documents().stream().map(Project.Document::url)),
          joined(each.milestones().stream().map(m -> m.due() + " " + m.title())),
          each.updated());
    }
    return out.toString();
  }

  static String json(List<Project> projects) {
    return Conversion.pretty(StrictJson.MAPPER.valueToTree(projects));
  }

  private static String parties(Project project, Project.Role role) {
    return joined(
        project.parties().stream()
            .filter(party -> party.role() == role)
            .map(party -> party.name()));
  }

  private static String coded(@Nullable String code, String name) {
    return code == null || code.equals(name) ? name : code + " " + name;
  }

  private static String amount(Project.Amount amount) {
    String of = amount.of().isEmpty() ? "" : " (" + amount.of() + ")";
    return (amount.value().toPlainString() + " " + amount.currency()).strip() + of;
  }

  private static String joined(Stream<String> parts) {
    return parts.collect(Collectors.joining("; "));
  }
}
