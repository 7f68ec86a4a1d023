package org.tabadla.formats;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Tells what a document is by its root and its own words, never by a file's name.
final class Sniffed {
  private static final String NAR = "http://iptc.org/std/nar/2006-10-01/";
  private static final String NITF = "http://iptc.org/std/NITF/2006-10-18/";

  private static final Set<String> SHAPES =
      Set.of(
          "Feature",
          "FeatureCollection",
          "GeometryCollection",
          "Point",
          "MultiPoint",
          "LineString",
          "MultiLineString",
          "Polygon",
          "MultiPolygon");

  private static final Set<String> POLICIES =
      Set.of("Policy", "Set", "Offer", "Agreement", "Assertion", "Privacy", "Request", "Ticket");

  private static final List<String> RULES = List.of("permission", "prohibition", "obligation");

  private static final List<String> PROJECT_KEYS =
      List.of("contractingProcesses", "publicAuthority", "assetLifetime", "completion", "sector");

  /// A version that a ninjs item names itself.
  private static final Pattern NINJS_VERSION =
      Pattern.compile("^(?:.*ninjs-schema_)?(\\d\\.\\d)(?:\\.json#?)?$");

  private Sniffed() {}

  static @Nullable Format xml(XmlNode root) {
    if (root.namespace().equals(NAR)) {
      return Format.NEWSML_G2;
    }
    if (root.namespace().equals(NITF) || root.name().equals("nitf")) {
      return Format.NITF;
    }
    return switch (root.name()) {
      case "iati-activities" -> Format.IATI_ACTIVITIES;
      case "iati-organisations" -> Format.IATI_ORGANISATIONS;
      default -> null;
    };
  }

  static @Nullable Format json(JsonNode root) {
    JsonNode first = root.isArray() && !root.isEmpty() ? root.get(0) : root;
    if (first.has("photoVideoMetadataIPTC")) {
      return Format.VIDEO_METADATA;
    }
    if (ClaimReviewCheck.isOne(root)) {
      return Format.CLAIM_REVIEW;
    }
    if (isPolicy(first) || isPolicy(first.path("@graph").path(0))) {
      return Format.ODRL;
    }
    if (SHAPES.contains(first.path("type").asString(""))
        && (first.has("coordinates")
            || first.has("geometry")
            || first.has("features")
            || first.has("geometries"))) {
      return Format.GEOJSON;
    }
    Format contracts = contracts(first);
    return contracts != null ? contracts : isNews(first) ? ninjs(first) : null;
  }

  private static boolean isPolicy(JsonNode node) {
    JsonNode type = node.path("@type");
    String name = type.isArray() ? type.path(0).asString("") : type.asString("");
    return POLICIES.contains(name.replace("odrl:", ""))
        ? node.has("uid") || isOdrl(node)
        : isOdrl(node) && RULES.stream().anyMatch(node::has);
  }

  private static boolean isOdrl(JsonNode node) {
    return node.path("@context").toString().contains("odrl");
  }

  private static @Nullable Format contracts(JsonNode node) {
    if (node.path("projects").isArray()) {
      return Format.OC4IDS_PACKAGE;
    }
    if (node.path("releases").isArray()) {
      return Format.OCDS_PACKAGE;
    }
    if (node.has("ocid")) {
      return Format.OCDS_RELEASE;
    }
    return node.has("id") && !node.has("uri") && PROJECT_KEYS.stream().anyMatch(node::has)
        ? Format.OC4IDS_PROJECT
        : null;
  }

  static boolean isNews(JsonNode node) {
    return node.isObject()
        && (node.has("uri")
            || node.has("standard")
            || node.has("$standard")
            || node.has("headlines")
            || node.has("headline"));
  }

  /// The version that an item names, else the newest that its spelling allows.
  private static Format ninjs(JsonNode node) {
    for (String key : List.of("standard", "$standard")) {
      for (String field : List.of("version", "schema")) {
        Matcher m = NINJS_VERSION.matcher(node.path(key).path(field).asString(""));
        Format named = m.matches() ? Format.typed("ninjs-" + m.group(1)) : null;
        if (named != null) {
          return named;
        }
      }
    }
    return NinjsSpelling.of(node);
  }
}
