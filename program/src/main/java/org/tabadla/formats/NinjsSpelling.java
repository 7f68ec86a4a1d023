package org.tabadla.formats;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The three spellings of ninjs: 1.x has single words and objects of renditions, 2.x arrays and
/// small letters, 3.x arrays and capitals within.
final class NinjsSpelling {
  private static final Set<String> FIRST =
      Set.of(
          "headline",
          "byline",
          "person",
          "organisation",
          "place",
          "subject",
          "event",
          "object",
          "infosource",
          "genre",
          "altids",
          "$standard",
          "mimetype",
          "trustindicator",
          "charcount",
          "wordcount");

  private static final Set<String> SECOND =
      Set.of(
          "versioncreated",
          "firstcreated",
          "contentcreated",
          "representationtype",
          "pubstatus",
          "embargoed",
          "copyrightholder",
          "copyrightnotice",
          "usageterms",
          "ednote",
          "infosources",
          "trustindicators",
          "rightsinfo",
          "digitalsourcetype",
          "contenttype",
          "sizeinbytes");

  /// In the order in which they are tried where the spelling tells nothing.
  private static final List<Format> NEWEST_FIRST =
      List.of(
          Format.NINJS_3_1,
          Format.NINJS_3_0,
          Format.NINJS_2_2,
          Format.NINJS_2_1,
          Format.NINJS_2_0,
          Format.NINJS_1_6);

  private NinjsSpelling() {}

  /// @return the newest version of the item's spelling under which it is valid; where none is, the
  ///   newest of that spelling
  static Format of(JsonNode item) {
    List<Format> candidates = candidates(item);
    for (Format format : candidates) {
      if (JsonSchemas.faults(format, item).isEmpty()) {
        return format;
      }
    }
    return candidates.getFirst();
  }

  private static List<Format> candidates(JsonNode item) {
    if (isFirst(item)) {
      return List.of(Format.NINJS_1_6);
    }
    if (spells(item, SECOND)) {
      return List.of(Format.NINJS_2_2, Format.NINJS_2_1, Format.NINJS_2_0, Format.NINJS_1_6);
    }
    return NEWEST_FIRST;
  }

  private static boolean isFirst(JsonNode item) {
    return item.path("renditions").isObject()
        || item.path("associations").isObject()
        || item.propertyNames().stream()
            .anyMatch(key ->
                FIRST.contains(key)
                    || key.startsWith("body_")
                    || key.startsWith("description_")
                    || key.startsWith("headline_"));
  }

  private static boolean spells(JsonNode node, Set<String> words) {
    if (node.isObject()) {
      for (var entry : node.properties()) {
        if (words.contains(entry.getKey()) || spells(entry.getValue(), words)) {
          return true;
        }
      }
    }
    if (node.isArray()) {
      for (JsonNode each : node) {
        if (spells(each, words)) {
          return true;
        }
      }
    }
    return false;
  }
}
