package org.tabadla.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Bytes;
import org.tabadla.model.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One set of saved pages with what a person says is in them: `gold.json` and `html/ID.html.gz`.
public record PackSet(String name, List<Case> cases) {
  private static final JsonMapper JSON = new JsonMapper();

  /// One page.
  ///
  /// @param body null where the set tells none
  /// @param title null where the set tells none
  /// @param with snippets that must be in the body; null where the set tells none
  public record Case(
      String id,
      Page page,
      @Nullable String body,
      @Nullable String title,
      @Nullable List<String> with,
      List<String> without) {}

  public static PackSet of(Path folder) throws IOException {
    JsonNode gold = JSON.readTree(Files.readAllBytes(folder.resolve("gold.json")));
    var byId = new TreeMap<String, JsonNode>();
    gold.propertyStream().forEach(entry -> byId.put(entry.getKey(), entry.getValue()));
    var cases = new ArrayList<Case>();
    for (var entry : byId.entrySet()) {
      Path file = folder.resolve("html").resolve(entry.getKey() + ".html.gz");
      JsonNode said = entry.getValue();
      var page = new Page(text(said, "url"), null, new Bytes(Bench.unpacked(file)), Instant.EPOCH);
      List<String> with = said.hasNonNull("with") ? texts(said.get("with")) : null;
      List<String> without = said.hasNonNull("without") ? texts(said.get("without")) : List.of();
      cases.add(
          new Case(entry.getKey(), page, text(said, "body"), text(said, "title"), with, without));
    }
    return new PackSet(String.valueOf(folder.getFileName()), cases);
  }

  private static @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? null : value.asString();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
