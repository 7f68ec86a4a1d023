package org.tabadla.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.TreeMap;
import org.tabadla.model.Lang;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One text for one JSON value, so that its hash and signature are the same everywhere (RFC 8785,
/// of numbers whole ones only).
public final class CanonicalJson {
  /// Records to JSON and back; what is null is left out.
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
          .addMixIn(Lang.class, LangAsText.class)
          .build();

  private static final int DEEPEST = 64;
  private static final long LARGEST_EXACT = (1L << 53) - 1;

  private CanonicalJson() {}

  /// A language is written as its tag.
  private abstract static class LangAsText {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    @SuppressWarnings("unused")
    LangAsText(String tag) {}

    @JsonValue
    abstract String tag();
  }

  /// @throws IllegalArgumentException for numbers with a fraction or beyond 2^53, and for values
  ///   nested deeper than 64
  public static String of(Object value) {
    var out = new StringBuilder();
    write(MAPPER.valueToTree(value), out, 0);
    return out.toString();
  }

  private static void write(JsonNode node, StringBuilder out, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("JSON nested deeper than " + DEEPEST);
    }
    if (node.isObject()) {
      var sorted = new TreeMap<String, JsonNode>();
      node.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
      out.append('{');
      String comma = "";
      for (var each : sorted.entrySet()) {
        out.append(comma);
        quoted(each.getKey(), out);
        out.append(':');
        write(each.getValue(), out, depth + 1);
        comma = ",";
      }
      out.append('}');
    } else if (node.isArray()) {
      out.append('[');
      String comma = "";
      for (JsonNode each : node) {
        out.append(comma);
        write(each, out, depth + 1);
        comma = ",";
      }
      out.append(']');
    } else if (node.isString()) {
      quoted(node.asString(), out);
    } else if (node.isNumber()) {
      out.append(whole(node));
    } else {
      out.append(node.isNull() ? "null" : Boolean.toString(node.asBoolean()));
    }
  }

  private static long whole(JsonNode node) {
    if (!node.isIntegralNumber() || Math.abs(node.asLong()) > LARGEST_EXACT) {
      throw new IllegalArgumentException("no whole number: " + node);
    }
    return node.asLong();
  }

  private static void quoted(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ') {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
