package org.tabadla.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tabadla.link.ClaimIndex;
import org.tabadla.model.Lang;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The pipe task that finds the claims a post repeats: claims.
final class ClaimTasks implements PipeTask.Whole {
  private record Query(JsonNode id, String text, Lang lang) {}

  private final ClaimIndex index = new ClaimIndex();
  private final Map<String, JsonNode> ids = new LinkedHashMap<>();
  private final List<Query> queries = new ArrayList<>();

  @Override
  public void take(ObjectNode line) {
    JsonNode id = line.get("id");
    if (id == null || id.isNull()) {
      throw new IllegalArgumentException("no id");
    }
    String kind = PipeInput.text(line, "kind");
    switch (kind) {
      case "claim" -> claim(line, id);
      case "query" ->
          queries.add(new Query(id, PipeInput.text(line, "text"), PipeInput.lang(line)));
      default -> throw new IllegalArgumentException("kind is neither claim nor query: " + kind);
    }
  }

  private void claim(ObjectNode line, JsonNode id) {
    String key = id.isString() ? id.stringValue() : id.toString();
    if (ids.putIfAbsent(key, id) == null) {
      index.add(
          key,
          PipeInput.lang(line),
          PipeInput.text(line, "claim"),
          PipeInput.textOr(line, "title", ""));
    }
  }

  @Override
  public void end(Consumer<ObjectNode> answers) {
    for (Query query : queries) {
      ObjectNode out = TextTasks.object();
      out.set("id", query.id);
      ArrayNode matches = out.putArray("matches");
      ArrayNode scores = out.putArray("scores");
      for (ClaimIndex.Match match : index.search(query.text, query.lang)) {
        matches.add(ids.get(match.id()));
        scores.add(match.score());
      }
      answers.accept(out);
    }
  }
}
