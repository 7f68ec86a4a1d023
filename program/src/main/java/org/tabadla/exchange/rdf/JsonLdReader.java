package org.tabadla.exchange.rdf;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the compact JSON-LD in which policies are written: aliases, typed values, nested nodes.
///
/// It is not all of JSON-LD 1.1: no frames, no reverse properties, no contexts from the network.
public final class JsonLdReader {
  static final int DEEPEST = 64;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  private final Graph graph = new Graph();
  private int blanks;

  private JsonLdReader() {}

  /// @param source the document's name, for errors
  public static Graph read(String source, String text) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JacksonException e) {
      throw new Refusal(
          "[" + source + "] no JSON that can be read: " + e.getOriginalMessage(),
          "give JSON-LD of at most " + DEEPEST + " levels, or Turtle");
    }
    var reader = new JsonLdReader();
    try {
      reader.values(root, new JsonLdContext());
    } catch (Refusal e) {
      throw new Refusal("[" + source + "] " + e.getMessage(), e.remedy());
    }
    return reader.graph;
  }

  private void values(JsonNode values, JsonLdContext context) {
    if (values.isArray()) {
      values.forEach(each -> values(each, context));
    } else if (values.isObject()) {
      node(values, context);
    }
  }

  private Node node(JsonNode object, JsonLdContext outer) {
    JsonLdContext context = object.has("@context") ? outer.with(object.path("@context")) : outer;
    String id = keyword(object, context, "@id");
    Node node =
        id == null
            ? new Node.Blank("j" + blanks++)
            : id.startsWith("_:")
                ? new Node.Blank("b-" + id.substring(2))
                : new Node.Iri(context.address(id, false));
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      String property = context.property(each.getKey());
      if (property == null || property.equals("@id") || property.equals("@context")) {
        continue;
      }
      if (property.equals("@type")) {
        types(node, each.getValue(), context);
      } else if (property.equals("@graph")) {
        values(each.getValue(), context);
      } else if (!property.startsWith("@")) {
        objects(node, property, each.getValue(), context, context.kind(each.getKey()));
      }
    }
    return node;
  }

  private static @Nullable String keyword(JsonNode object, JsonLdContext context, String keyword) {
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      if (keyword.equals(context.property(each.getKey())) && each.getValue().isString()) {
        return each.getValue().stringValue();
      }
    }
    return null;
  }

  private void types(Node node, JsonNode types, JsonLdContext context) {
    if (types.isArray()) {
      types.forEach(each -> types(node, each, context));
    } else if (types.isString()) {
      graph.add(node, Names.TYPE, new Node.Iri(context.address(types.stringValue(), true)));
    }
  }

  private void objects(
      Node subject, String property, JsonNode value, JsonLdContext context, String kind) {
    if (value.isArray()) {
      value.forEach(each -> objects(subject, property, each, context, kind));
    } else if (value.isObject() && (value.has("@list") || value.has("@set"))) {
      JsonNode many = value.has("@list") ? value.path("@list") : value.path("@set");
      objects(subject, property, many, context, kind);
    } else if (!value.isNull()) {
      graph.add(subject, property, object(value, context, kind));
    }
  }

  private Node object(JsonNode value, JsonLdContext context, String kind) {
    if (value.isObject()) {
      JsonNode literal = value.path("@value");
      if (literal.isMissingNode()) {
        // What is named like a term, {"@id": "odrl:play"}, is expanded as an address.
        return node(value, context);
      }
      String type = value.path("@type").stringValue("");
      return new Node.Literal(
          literal.isString() ? literal.stringValue() : literal.toString(),
          type.isEmpty() ? typeOf(literal) : context.address(type, true),
          value.path("@language").stringValue(""));
    }
    String plain = value.isString() ? value.stringValue() : value.toString();
    if (kind.equals("@id") || kind.equals("@vocab")) {
      return plain.startsWith("_:")
          ? new Node.Blank("b-" + plain.substring(2))
          : new Node.Iri(context.address(plain, kind.equals("@vocab")));
    }
    return new Node.Literal(plain, kind.isEmpty() ? typeOf(value) : kind, "");
  }

  private static String typeOf(JsonNode value) {
    String name =
        value.isBoolean()
            ? "boolean"
            : value.isIntegralNumber() ? "integer" : value.isNumber() ? "decimal" : "string";
    return Names.XSD + name;
  }
}
