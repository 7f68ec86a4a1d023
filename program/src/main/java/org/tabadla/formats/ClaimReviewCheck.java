package org.tabadla.formats;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Checks ClaimReview JSON-LD against the classes, properties and value types of the schema.org
/// subset. schema.org itself demands nothing; a review that does not say what it reviewed is no use
/// to anyone, so that one property is asked for.
final class ClaimReviewCheck {
  private static final SchemaOrgTerms TERMS = SchemaOrgTerms.SUBSET;
  private static final int MOST_FAULTS = 50;

  /// Properties of Thing, CreativeWork and Review that the subset leaves out.
  private static final Set<String> PLAIN_URLS = Set.of("url", "sameAs", "image", "logo");

  private static final Set<String> PLAIN_DATES =
      Set.of("datePublished", "dateModified", "dateCreated");

  private final List<Finding> faults = new ArrayList<>();
  private final List<Finding> advice = new ArrayList<>();

  private ClaimReviewCheck() {}

  static boolean isOne(JsonNode root) {
    JsonNode many = root.isArray() ? root : root.path("@graph");
    if (many.isArray()) {
      for (JsonNode each : many) {
        if (isOne(each)) {
          return true;
        }
      }
      return false;
    }
    return types(root).contains("ClaimReview");
  }

  static Checked check(JsonNode root) {
    var check = new ClaimReviewCheck();
    JsonNode many = root.isArray() ? root : root.path("@graph");
    if (many.isArray()) {
      String base = root.isArray() ? "" : "/@graph";
      for (int i = 0; i < many.size(); i++) {
        check.node(many.get(i), base + "/" + i);
      }
    } else {
      check.node(root, "");
    }
    JsonNode context = root.path("@context");
    if (!root.isArray() && !context.toString().contains("schema.org")) {
      check.fault("/@context", "must be https://schema.org, and is " + context);
    }
    return Checked.of(Format.CLAIM_REVIEW, check.faults, check.advice);
  }

  private void node(JsonNode node, String at) {
    List<String> types = types(node);
    for (String type : types) {
      if (!TERMS.knowsClass(type)) {
        advice.add(new Finding(at + "/@type", "not in the subset: " + type));
      }
    }
    if (types.contains("ClaimReview")) {
      review(node, at);
    }
    for (var property : node.properties()) {
      String name = SchemaOrgTerms.bare(property.getKey());
      if (!name.startsWith("@")) {
        property(types, name, property.getValue(), at + "/" + property.getKey());
      }
    }
  }

  private void review(JsonNode node, String at) {
    if (node.path("claimReviewed").asString("").isBlank()) {
      fault(at + "/claimReviewed", "a ClaimReview must say what it reviewed");
    }
    for (String key : List.of("author", "url", "itemReviewed", "reviewRating", "datePublished")) {
      if (!node.has(key)) {
        advice.add(new Finding(at + "/" + key, "readers of ClaimReview look for it"));
      }
    }
  }

  private void property(List<String> types, String name, JsonNode value, String at) {
    if (TERMS.knowsProperty(name)
        && !types.isEmpty()
        && types.stream().allMatch(TERMS::knowsClass)
        && types.stream().noneMatch(type -> TERMS.isOf(name, type))) {
      fault(at, name + " is no property of " + String.join(", ", types));
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        value(name, value.get(i), at + "/" + i);
      }
    } else {
      value(name, value, at);
    }
  }

  private void value(String name, JsonNode value, String at) {
    Set<String> ranges =
        PLAIN_URLS.contains(name)
            ? Set.of("URL", "Thing")
            : PLAIN_DATES.contains(name) ? Set.of("Date", "DateTime") : TERMS.ranges(name);
    if (value.isObject()) {
      boolean plain = value.has("@value") || value.has("@id");
      List<String> types = types(value);
      if (!ranges.isEmpty()
          && !plain
          && !types.isEmpty()
          && types.stream().allMatch(TERMS::knowsClass)
          && types.stream().noneMatch(t -> ranges.stream().anyMatch(r -> TERMS.isA(t, r)))) {
        fault(at, "takes " + named(ranges) + ", not " + String.join(", ", types));
      }
      node(value, at);
    } else if (!ranges.isEmpty() && !fits(value, ranges)) {
      fault(at, "takes " + named(ranges) + ", not " + value);
    }
  }

  /// Words may stand for a thing, as schema.org's own notes allow; a bare number or truth value may
  /// not.
  private static boolean fits(JsonNode value, Set<String> ranges) {
    if (value.isNumber()) {
      return ranges.stream()
          .anyMatch(r -> r.equals("Number") || r.equals("Integer") || r.equals("Text"));
    }
    if (value.isBoolean()) {
      return ranges.contains("Boolean");
    }
    String text = value.asString("");
    if (ranges.contains("Text") || text.isEmpty()) {
      return value.isString();
    }
    return ranges.stream().anyMatch(range -> isWritten(text, range));
  }

  private static boolean isWritten(String text, String range) {
    return switch (range) {
      case "URL" -> isUrl(text);
      case "Date", "DateTime" -> isDate(text);
      case "Number", "Integer" -> text.matches("-?\\d+(\\.\\d+)?");
      case "Boolean" -> text.matches("(https?://schema.org/)?(True|False|true|false)");
      case "Time", "Duration", "Quantity" -> true;
      default -> TERMS.knowsClass(range) || Character.isUpperCase(range.codePointAt(0));
    };
  }

  private static boolean isUrl(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return text.startsWith("http") && !text.contains(" ");
    }
  }

  private static boolean isDate(String text) {
    try {
      return text.length() > "2025-01-01".length()
          ? OffsetDateTime.parse(text).getYear() > 0
          : LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeException e) {
      return text.matches("\\d{4}(-\\d{2})?|\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2})?.*");
    }
  }

  private static List<String> types(JsonNode node) {
    JsonNode type = node.path("@type");
    var out = new ArrayList<String>();
    if (type.isArray()) {
      type.forEach(t -> out.add(SchemaOrgTerms.bare(t.asString(""))));
    } else if (type.isString()) {
      out.add(SchemaOrgTerms.bare(type.asString()));
    }
    return out;
  }

  private static String named(Set<String> ranges) {
    return String.join(" or ", ranges.stream().sorted().toList());
  }

  private void fault(String place, String message) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Finding(place, message));
    }
  }
}
