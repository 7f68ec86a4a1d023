package org.tabadla.formats;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The classes and properties of the bundled subset of [schema.org](https://schema.org) 30.0.
final class SchemaOrgTerms {
  /// Parents that the subset names and does not describe.
  private static final Map<String, String> ABOVE =
      Map.ofEntries(
          Map.entry("Review", "CreativeWork"),
          Map.entry("Article", "CreativeWork"),
          Map.entry("Comment", "CreativeWork"),
          Map.entry("WebPage", "CreativeWork"),
          Map.entry("WebContent", "CreativeWork"),
          Map.entry("SocialMediaPosting", "Article"),
          Map.entry("ImageObject", "MediaObject"),
          Map.entry("AudioObject", "MediaObject"),
          Map.entry("CreativeWork", "Thing"),
          Map.entry("Organization", "Thing"),
          Map.entry("Person", "Thing"),
          Map.entry("Intangible", "Thing"),
          Map.entry("ReactAction", "Action"));

  static final SchemaOrgTerms SUBSET = new SchemaOrgTerms();

  private final Map<String, Set<String>> parents = new HashMap<>();
  private final Map<String, Set<String>> domains = new HashMap<>();
  private final Map<String, Set<String>> ranges = new HashMap<>();

  private SchemaOrgTerms() {
    JsonNode root = StrictJson.MAPPER.readTree(Resources.bytes(Format.CLAIM_REVIEW.schema()));
    ABOVE.forEach((child, parent) -> parents.put(child, Set.of(parent)));
    for (JsonNode term : root.path("@graph")) {
      String name = bare(term.path("@id"));
      if (term.path("@type").toString().contains("rdfs:Class")) {
        parents.put(name, bares(term.path("rdfs:subClassOf")));
      } else {
        domains.put(name, bares(term.path("schema:domainIncludes")));
        ranges.put(name, bares(term.path("schema:rangeIncludes")));
      }
    }
  }

  boolean knowsClass(String name) {
    return parents.containsKey(name) || name.equals("Thing");
  }

  boolean knowsProperty(String name) {
    return domains.containsKey(name);
  }

  /// @return whether a class may have a property
  boolean isOf(String property, String type) {
    return domains.getOrDefault(property, Set.of()).stream().anyMatch(d -> isA(type, d));
  }

  Set<String> ranges(String property) {
    return ranges.getOrDefault(property, Set.of());
  }

  /// @return whether a class is another one or below it
  boolean isA(String type, String above) {
    var todo = new ArrayDeque<String>();
    todo.add(type);
    var seen = new HashSet<String>();
    while (!todo.isEmpty()) {
      String at = todo.remove();
      if (at.equals(above)) {
        return true;
      }
      if (seen.add(at)) {
        todo.addAll(parents.getOrDefault(at, Set.of()));
      }
    }
    return false;
  }

  private static Set<String> bares(JsonNode node) {
    var out = new HashSet<String>();
    if (node.isArray()) {
      node.forEach(each -> out.add(bare(each.path("@id"))));
    } else if (node.isObject()) {
      out.add(bare(node.path("@id")));
    }
    return out;
  }

  private static String bare(JsonNode id) {
    return bare(id.asString(""));
  }

  /// @return a term without its prefix or address
  static String bare(String term) {
    return term.replaceFirst("^(schema:|https?://schema\\.org/)", "");
  }
}
