package org.tabadla.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tabadla.model.Version;
import org.tabadla.web.Diff;
import org.tabadla.web.Revision;
import org.tabadla.web.RevisionShape;

/// What an outlet changed, as lines of a terminal: `[-removed-]` and `{+added+}`, the marks of
/// `wdiff`.
final class VersionText {
  private final Said said;
  private final boolean json;

  VersionText(Said said, boolean json) {
    this.said = said;
    this.json = json;
  }

  /// @param versions oldest first
  void print(List<Version> versions) {
    var shapes = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < versions.size(); i++) {
      Version now = versions.get(i);
      Revision revision =
          i == 0 ? null : Revision.between(versions.get(i - 1).article(), now.article());
      if (json) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("number", now.number());
        shape.put("fetched", now.article().fetched().toString());
        shape.put("revision", revision == null ? null : RevisionShape.of(revision));
        shapes.add(shape);
        continue;
      }
      said.line("version " + now.number() + " · fetched " + now.article().fetched());
      if (revision == null) {
        said.line("  " + now.article().title().value());
      } else {
        print(revision);
      }
      said.line("");
    }
    if (json) {
      said.json(Map.of("versions", shapes));
    }
  }

  private void print(Revision revision) {
    said.line(
        switch (revision.said()) {
          case CORRECTION -> "  the outlet says that it corrected this";
          case UPDATE -> "  the outlet says that it updated this";
          case SILENT -> "  changed without a word from the outlet";
        });
    revision
        .fields()
        .forEach(field ->
            said.line(
                "  " + field.name().name().toLowerCase(Locale.ROOT) + ": " + words(field.runs())));
    for (Revision.Part part : revision.parts()) {
      said.line(
          "  "
              + switch (part) {
                case Revision.Part.Same(int blocks) -> "  … " + blocks + " unchanged";
                case Revision.Part.Changed(var runs) -> "~ " + words(runs);
                case Revision.Part.Added(var text) -> "+ " + text;
                case Revision.Part.Removed(var text) -> "- " + text;
                case Revision.Part.Moved(var text) -> "↕ " + text;
              });
    }
  }

  private static String words(List<Diff.Run> runs) {
    return runs.stream()
        .map(run ->
            switch (run.change()) {
              case KEPT -> run.words();
              case ADDED -> "{+" + run.words().strip() + "+} ";
              case REMOVED -> "[-" + run.words().strip() + "-] ";
            })
        .collect(Collectors.joining())
        .strip();
  }
}
