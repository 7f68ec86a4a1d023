package org.tabadla.formats;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes an item as ninjs 3.1, or as 2.1 for those who are not there yet: the same shape in small
/// letters, without events, plans and the finer points of a file.
final class NinjsWriter {
  private static final Set<String> RENDITION_TEXTS =
      Set.of("format", "aspectRatio", "videoCodec", "transportProtocol", "bitrate");

  /// What ninjs 2.1 does not have.
  private static final Set<String> LATER =
      Set.of(
          "eventDetails",
          "plannedCoverage",
          "aspectRatio",
          "videoCodec",
          "transportProtocol",
          "bitrate",
          "frameRate",
          "scanType");

  private final Format version;

  /// @param version NINJS_3_1 or NINJS_2_1
  NinjsWriter(Format version) {
    this.version = version;
  }

  ObjectNode write(NewsItem item) {
    ObjectNode node = item(item);
    node.putObject("standard")
        .put("name", "ninjs")
        .put("version", version == Format.NINJS_3_1 ? "3.1" : "2.1")
        .put(
            "schema",
            "http://www.iptc.org/std/ninjs/ninjs-schema_"
                + (version == Format.NINJS_3_1 ? "3.1" : "2.1")
                + ".json#");
    return version == Format.NINJS_3_1 ? node : older(node);
  }

  private ObjectNode item(NewsItem item) {
    ObjectNode node = StrictJson.MAPPER.createObjectNode();
    node.put("uri", uri(item));
    put(node, "type", type(item.kind()));
    if (item.handling().partial()) {
      node.put("representationType", "partial");
    }
    put(node, "profile", item.handling().profile());
    put(node, "version", item.version());
    NewsItem.Times times = item.times();
    put(node, "firstCreated", Stamps.full(times.firstCreated()));
    put(node, "versionCreated", Stamps.full(times.versionCreated()));
    put(node, "contentCreated", Stamps.full(times.contentCreated()));
    put(node, "embargoedUntil", Stamps.full(times.embargoed()));
    put(node, "expires", Stamps.full(times.expires()));
    // An embargo until further notice cannot be said otherwise.
    put(node, "pubStatus", "".equals(times.embargoed()) ? "withheld" : item.handling().pubStatus());
    Integer urgency = item.handling().urgency();
    if (urgency != null) {
      node.put("urgency", urgency);
    }
    rights(node, item.rights());
    put(node, "language", item.language());
    texts(node, item);
    concepts(node, item);
    array(
        node, "renditions", item.renditions(), (array, each) -> rendition(array.addObject(), each));
    array(node, "associations", item.associations(), this::association);
    array(
        node,
        "altIds",
        item.altIds(),
        (array, each) -> put(array.addObject(), "role", each.role()).put("value", each.value()));
    if (item.event() != null) {
      event(node.putObject("eventDetails"), item.event());
    }
    array(
        node,
        "plannedCoverage",
        item.coverage(),
        (array, each) -> coverage(array.addObject(), each));
    return node;
  }

  private static void rights(ObjectNode node, NewsItem.Rights rights) {
    Concept holder = rights.holder();
    put(node, "copyrightHolder", holder == null ? null : holder.shown());
    put(node, "copyrightNotice", rights.notice());
    put(node, "usageTerms", rights.usageTerms());
    if (rights.linked() != null || rights.encoded() != null) {
      ObjectNode more = node.putObject("rightsInfo");
      put(more, "langId", rights.language());
      put(more, "linkedRights", rights.linked());
      put(more, "encodedRights", rights.linked() == null ? rights.encoded() : null);
    }
  }

  private static void texts(ObjectNode node, NewsItem item) {
    put(node, "title", item.first(Words.Use.TITLE));
    put(node, "slugline", item.first(Words.Use.SLUGLINE));
    String by = item.first(Words.Use.BYLINE);
    put(node, "by", by == null ? makers(item) : by);
    String note = String.join("\n", item.words(Words.Use.NOTE).map(Words::text).toList());
    put(node, "edNote", note.isEmpty() ? null : note);
    texts(node, "headlines", item, Words.Use.HEADLINE);
    texts(node, "descriptions", item, Words.Use.DESCRIPTION);
    texts(node, "bodies", item, Words.Use.BODY);
    List<String> places = item.concepts(Concept.Kind.LOCATED).map(Concept::shown).toList();
    put(node, "located", places.isEmpty() ? null : String.join(", ", places));
  }

  private static @Nullable String makers(NewsItem item) {
    List<String> names =
        item.concepts(Concept.Kind.CREATOR).map(Concept::name).filter(Objects::nonNull).toList();
    return names.isEmpty() ? null : String.join(", ", names);
  }

  private static void texts(ObjectNode node, String key, NewsItem item, Words.Use use) {
    array(
        node,
        key,
        item.words(use).toList(),
        (array, words) -> {
          ObjectNode one = array.addObject();
          put(one, "role", words.role());
          put(one, "contentType", words.contentType());
          one.put("value", words.value());
        });
  }

  private static void concepts(ObjectNode node, NewsItem item) {
    concepts(
        node, "people", item, Concept.Kind.PERSON, Concept.Kind.CREATOR, Concept.Kind.CONTRIBUTOR);
    concepts(node, "organisations", item, Concept.Kind.ORGANISATION);
    concepts(node, "places", item, Concept.Kind.PLACE);
    concepts(node, "subjects", item, Concept.Kind.SUBJECT);
    concepts(node, "events", item, Concept.Kind.EVENT);
    concepts(node, "objects", item, Concept.Kind.OBJECT);
    concepts(node, "infoSources", item, Concept.Kind.SOURCE);
    concepts(node, "genres", item, Concept.Kind.GENRE);
    List<String> keywords = item.words(Words.Use.KEYWORD).map(Words::text).toList();
    if (!keywords.isEmpty()) {
      ArrayNode subjects =
          node.get("subjects") instanceof ArrayNode given ? given : node.putArray("subjects");
      keywords.forEach(word -> subjects.addObject().put("name", word).put("rel", "keyword"));
    }
  }

  private static void concepts(ObjectNode node, String key, NewsItem item, Concept.Kind... kinds) {
    List<Concept> wanted =
        item.concepts().stream().filter(c -> List.of(kinds).contains(c.kind())).toList();
    array(node, key, wanted, (array, each) -> concept(array.addObject(), each));
  }

  private static void concept(ObjectNode one, Concept concept) {
    put(one, "name", concept.name());
    String rel =
        switch (concept.kind()) {
          case CREATOR -> "creator";
          case CONTRIBUTOR -> "contributor";
          default -> concept.rel();
        };
    if (concept.kind() != Concept.Kind.GENRE) {
      put(one, concept.kind() == Concept.Kind.SOURCE ? "role" : "rel", rel);
    }
    put(one, "uri", concept.address());
    String literal =
        concept.literal() == null && concept.address() == null ? concept.code() : concept.literal();
    put(one, "literal", literal);
    if (concept.kind() == Concept.Kind.SUBJECT) {
      put(one, "creator", concept.creator());
      number(one, "relevance", concept.relevance());
      number(one, "confidence", concept.confidence());
    }
  }

  private static void rendition(ObjectNode one, Rendition rendition) {
    one.put("name", rendition.name());
    put(one, "href", rendition.href());
    put(one, "contentType", rendition.contentType());
    put(one, "title", rendition.title());
    number(one, "width", rendition.width());
    number(one, "height", rendition.height());
    number(one, "sizeInBytes", rendition.size());
    if (rendition.duration() != null) {
      one.put("duration", rendition.duration());
    }
    rendition
        .more()
        .forEach((key, value) -> {
          String known =
              RENDITION_TEXTS.stream().filter(key::equalsIgnoreCase).findFirst().orElse(null);
          if (known != null) {
            one.put(known, value);
          } else if (key.equalsIgnoreCase("frameRate") && value.matches("\\d+(\\.\\d+)?")) {
            one.put("frameRate", Double.parseDouble(value));
          } else if (key.equalsIgnoreCase("videoAspectRatio")) {
            one.put("aspectRatio", value);
          }
        });
  }

  private void association(ArrayNode array, Association association) {
    ObjectNode one = item(association.item());
    one.put("name", association.name());
    if (version == Format.NINJS_3_1) {
      put(one, "rel", association.rel());
    }
    array.add(one);
  }

  private static void event(ObjectNode one, EventPlan event) {
    dates(one.putObject("dates"), event.start(), event.end(), event.duration());
    put(
        one,
        "eventStatus",
        event.status() != null && event.status().contains(":") ? event.status() : null);
    if (event.organiser() != null) {
      concept(one.putObject("organiser"), event.organiser());
    }
  }

  private static void coverage(ObjectNode one, Coverage coverage) {
    put(one, "uri", coverage.id() != null && coverage.id().contains(":") ? coverage.id() : null);
    put(one, "title", coverage.title());
    put(one, "type", coverage.kind() == null ? null : type(coverage.kind()));
    if (coverage.scheduled() != null || coverage.until() != null) {
      dates(one.putObject("dates"), coverage.scheduled(), coverage.until(), null);
    }
    if (!coverage.assigned().isEmpty()) {
      one.putObject("commissioned").put("by", String.join(", ", coverage.assigned()));
    }
    put(one, "edNote", coverage.note());
    number(one, "urgency", coverage.urgency());
    put(one, "language", coverage.language());
    number(one, "wordCount", coverage.words());
  }

  /// Exact times under one name, shorter dates under the other.
  private static void dates(
      ObjectNode one, @Nullable String start, @Nullable String end, @Nullable String duration) {
    date(one, "startDate", "expectedStartDate", start);
    date(one, "endDate", "expectedEndDate", end);
    put(one, "expectedDuration", duration);
  }

  private static void date(ObjectNode one, String exact, String rough, @Nullable String written) {
    if (written != null) {
      String text = written.strip();
      boolean isExact = text.contains("T") && Stamps.full(text) != null;
      if (isExact) {
        put(one, exact, Stamps.full(text));
      } else if (text.matches("\\d{4}(-\\d\\d(-\\d\\d)?)?")) {
        put(one, rough, text);
      }
    }
  }

  static @Nullable String type(NewsItem.Kind kind) {
    return switch (kind) {
      case TEXT, AUDIO, VIDEO, PICTURE, GRAPHIC, COMPOSITE, COMPONENT, EVENT, PLANNING ->
          kind.word();
      case CONCEPT, CATALOG, UNKNOWN -> null;
    };
  }

  /// The item's own address; one made of its words where it has none, so that the same item gets
  /// the same.
  static String uri(NewsItem item) {
    if (!item.uri().isBlank()) {
      return item.uri();
    }
    String seed = item.words() + "\n" + item.renditions();
    return "urn:uuid:" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
  }

  /// Makes ninjs 2.1 of 3.1: small letters, and less.
  private static ObjectNode older(ObjectNode node) {
    ObjectNode out = StrictJson.MAPPER.createObjectNode();
    node.properties()
        .forEach(e -> {
          String key = e.getKey();
          if (LATER.contains(key)) {
            return;
          }
          String old = key.equals("embargoedUntil") ? "embargoed" : key.toLowerCase(Locale.ROOT);
          if (key.equals("type") && Set.of("event", "planning").contains(e.getValue().asString())) {
            out.put(old, "composite");
          } else {
            out.set(old, older(e.getValue()));
          }
        });
    return out;
  }

  private static JsonNode older(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return older(object);
    }
    if (value instanceof ArrayNode array) {
      ArrayNode out = StrictJson.MAPPER.createArrayNode();
      array.forEach(each -> out.add(older(each)));
      return out;
    }
    return value;
  }

  private interface Each<T> {
    void write(ArrayNode array, T each);
  }

  private static <T> void array(ObjectNode node, String key, List<T> values, Each<T> each) {
    if (!values.isEmpty()) {
      ArrayNode array = node.putArray(key);
      values.forEach(value -> each.write(array, value));
    }
  }

  private static ObjectNode put(ObjectNode node, String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      node.put(key, value);
    }
    return node;
  }

  private static void number(ObjectNode node, String key, @Nullable Number value) {
    if (value != null) {
      node.put(key, value.longValue());
    }
  }
}
