package org.tabadla.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tabadla.web.Diff.Run;
import org.tabadla.web.Revision.Part;

/// A revision as JSON, for the API and `show --versions --json`.
public final class RevisionShape {
  private RevisionShape() {}

  /// @return `said`, `notes`, `fields` and `parts`, as openapi.json describes them
  public static Map<String, Object> of(Revision revision) {
    var out = new LinkedHashMap<String, Object>();
    out.put("said", lower(revision.said()));
    out.put("notes", revision.notes());
    out.put("fields", revision.fields().stream().map(RevisionShape::field).toList());
    out.put("parts", revision.parts().stream().map(RevisionShape::part).toList());
    return out;
  }

  private static Map<String, Object> field(Revision.Field field) {
    var out = new LinkedHashMap<String, Object>();
    out.put("field", lower(field.name()));
    out.put("runs", runs(field.runs()));
    return out;
  }

  private static Map<String, Object> part(Part part) {
    return switch (part) {
      case Part.Same(int blocks) -> Map.of("same", blocks);
      case Part.Changed(var runs) -> Map.of("changed", runs(runs));
      case Part.Added(var text) -> Map.of("added", text);
      case Part.Removed(var text) -> Map.of("removed", text);
      case Part.Moved(var text) -> Map.of("moved", text);
    };
  }

  private static List<Map<String, Object>> runs(List<Run> runs) {
    return runs.stream().map(RevisionShape::run).toList();
  }

  private static Map<String, Object> run(Run run) {
    var out = new LinkedHashMap<String, Object>();
    out.put("change", lower(run.change()));
    out.put("words", run.words());
    return out;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
