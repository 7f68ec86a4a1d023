package org.tabadla.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Trees of JSON as rows keep them. No record is mapped by reflection: a renamed component must not
/// change what is on disk.
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static <T> ArrayNode array(List<T> values, Function<T, JsonNode> shape) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
    values.forEach(value -> array.add(shape.apply(value)));
    return array;
  }

  static ArrayNode strings(List<String> values) {
    return array(values, JsonNodeFactory.instance::stringNode);
  }

  static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /// @throws IllegalStateException when the row holds no JSON, which only damage explains
  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new IllegalStateException("[store] a row holds no JSON: " + start(json), e);
    }
  }

  static String text(JsonNode node, String name) {
    String value = textOrNull(node, name);
    if (value == null) {
      throw new IllegalStateException("[store] a row lacks " + name + ": " + start(write(node)));
    }
    return value;
  }

  static @Nullable String textOrNull(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value.asString();
  }

  /// @return null where the value is absent or null
  static <T> @Nullable T maybe(JsonNode node, String name, Function<JsonNode, T> shape) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : shape.apply(value);
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> shape) {
    List<T> list = new ArrayList<>(array.size());
    for (JsonNode item : array) {
      list.add(shape.apply(item));
    }
    return list;
  }

  static List<String> strings(JsonNode array) {
    return list(array, JsonNode::asString);
  }

  private static String start(String json) {
    return json.substring(0, Math.min(json.length(), 60));
  }
}
