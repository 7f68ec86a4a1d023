package org.tabadla.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import tools.jackson.databind.JsonNode;

/// Reads an item of any ninjs version. The versions differ in spelling and in whether several
/// things are an array or an object of names; keys are found whatever their capitals.
final class NinjsReader {
  private static final Set<String> RENDITION_KEYS =
      Set.of(
          "name",
          "href",
          "contenttype",
          "mimetype",
          "title",
          "width",
          "height",
          "sizeinbytes",
          "duration");

  private NinjsReader() {}

  static NewsItem read(JsonNode node) {
    var draft = new NewsItem.Draft();
    draft.uri = textOr(node, "uri", "");
    draft.kind = NewsItem.Kind.of(text(node, "type"));
    draft.version = text(node, "version");
    draft.times =
        new NewsItem.Times(
            text(node, "firstcreated"),
            text(node, "versioncreated"),
            text(node, "contentcreated"),
            null,
            text(node, "embargoeduntil", "embargoed"),
            text(node, "expires"));
    String representation = textOr(node, "representationtype", "");
    draft.handling =
        new NewsItem.Handling(
            text(node, "pubstatus"),
            integer(node, "urgency"),
            text(node, "profile"),
            List.of(),
            representation.equals("partial") || representation.equals("incomplete"));
    String language = text(node, "language");
    if (language != null) {
      draft.languages.add(language);
    }
    rights(node, draft);
    words(node, draft);
    concepts(node, draft);
    named(node, "renditions", (name, each) -> draft.renditions.add(rendition(name, each)));
    named(
        node,
        "associations",
        (name, each) ->
            draft.associations.add(new Association(name, text(each, "rel"), read(each))));
    altIds(node, draft);
    for (JsonNode each : at(node, "plannedcoverage")) {
      draft.coverage.add(coverage(each));
    }
    JsonNode event = at(node, "eventdetails");
    if (event.isObject()) {
      draft.event = event(event, at(node, "places"));
    }
    return draft.item();
  }

  private static void rights(JsonNode node, NewsItem.Draft draft) {
    String holder = text(node, "copyrightholder");
    JsonNode more = at(node, "rightsinfo");
    draft.rights =
        new NewsItem.Rights(
            holder == null ? null : Concept.named(Concept.Kind.HOLDER, holder),
            text(node, "copyrightnotice"),
            text(node, "usageterms"),
            text(more, "langid"),
            text(more, "linkedrights"),
            text(more, "encodedrights"));
  }

  private static void words(JsonNode node, NewsItem.Draft draft) {
    draft.say(Words.Use.TITLE, text(node, "title"));
    draft.say(Words.Use.HEADLINE, text(node, "headline"));
    draft.say(Words.Use.SLUGLINE, text(node, "slugline"));
    draft.say(Words.Use.BYLINE, text(node, "by", "byline"));
    draft.say(Words.Use.NOTE, text(node, "ednote"));
    String mime = text(node, "mimetype");
    for (var entry : node.properties()) {
      String key = entry.getKey();
      JsonNode value = entry.getValue();
      if (value.isString() && key.contains("_")) { // ninjs 1: body_xhtml, headline_extended
        Words.Use use = use(key.substring(0, key.indexOf('_')));
        String role = key.substring(key.indexOf('_') + 1);
        if (use != null) {
          draft.words.add(
              new Words(use, role, contentType(use, role, mime, value), null, value.asString()));
        }
      } else if (value.isArray() && key.endsWith("s")) {
        Words.Use use = use(key.equals("bodies") ? "body" : key.substring(0, key.length() - 1));
        if (use != null) {
          value.forEach(each -> draft.words.add(words(use, each)));
        }
      }
    }
  }

  private static Words words(Words.Use use, JsonNode each) {
    return new Words(
        use, text(each, "role"), text(each, "contenttype"), null, textOr(each, "value", ""));
  }

  private static Words.@Nullable Use use(String word) {
    return switch (word) {
      case "headline" -> Words.Use.HEADLINE;
      case "description" -> Words.Use.DESCRIPTION;
      case "body" -> Words.Use.BODY;
      default -> null;
    };
  }

  /// ninjs 1 tells the format of a text only by the name of its key.
  private static @Nullable String contentType(
      Words.Use use, String role, @Nullable String mime, JsonNode value) {
    if (role.contains("html")) {
      return "text/html";
    }
    if (role.contains("nitf")) {
      return "application/nitf+xml";
    }
    if (role.contains("rich") || value.asString().stripLeading().startsWith("<p>")) {
      return "text/html";
    }
    return use == Words.Use.BODY && role.contains("text")
        ? "text/plain"
        : use == Words.Use.BODY ? mime : null;
  }

  private static void concepts(JsonNode node, NewsItem.Draft draft) {
    all(node, draft, Concept.Kind.PERSON, "people", "person");
    all(node, draft, Concept.Kind.ORGANISATION, "organisations", "organisation");
    all(node, draft, Concept.Kind.PLACE, "places", "place");
    all(node, draft, Concept.Kind.SUBJECT, "subjects", "subject");
    all(node, draft, Concept.Kind.EVENT, "events", "event");
    all(node, draft, Concept.Kind.OBJECT, "objects", "object");
    all(node, draft, Concept.Kind.SOURCE, "infosources", "infosource");
    all(node, draft, Concept.Kind.GENRE, "genres", "genre");
    String located = text(node, "located");
    if (located != null) {
      draft.concepts.add(Concept.named(Concept.Kind.LOCATED, located));
    }
  }

  private static void all(
      JsonNode node, NewsItem.Draft draft, Concept.Kind kind, String many, String one) {
    JsonNode found = at(node, many);
    for (JsonNode each : found.isArray() ? found : at(node, one)) {
      draft.concepts.add(concept(kind, each));
    }
  }

  private static Concept concept(Concept.Kind kind, JsonNode each) {
    String name = text(each, "name");
    String id = text(each, "id");
    return new Concept(
        kind,
        name == null ? List.of() : List.of(new Text(name, Lang.UND)),
        text(each, "uri"),
        text(each, "scheme"),
        text(each, "code"),
        text(each, "literal") == null ? id : text(each, "literal"),
        text(each, "rel") == null ? text(each, "role") : text(each, "rel"),
        text(each, "creator"),
        integer(each, "relevance"),
        integer(each, "confidence"));
  }

  private static Rendition rendition(String name, JsonNode each) {
    var more = new LinkedHashMap<String, String>();
    each.properties()
        .forEach(e -> {
          if (!RENDITION_KEYS.contains(e.getKey().toLowerCase(Locale.ROOT))
              && e.getValue().isValueNode()) {
            more.put(e.getKey(), e.getValue().asString());
          }
        });
    JsonNode duration = at(each, "duration");
    return new Rendition(
        name,
        text(each, "href"),
        text(each, "contenttype", "mimetype"),
        text(each, "title"),
        whole(each, "width"),
        whole(each, "height"),
        whole(each, "sizeinbytes"),
        duration.isNumber() ? duration.asDouble() : null,
        more);
  }

  private static void altIds(JsonNode node, NewsItem.Draft draft) {
    JsonNode ids = at(node, "altids");
    if (ids.isObject()) {
      ids.properties()
          .forEach(e -> draft.altIds.add(new NewsItem.AltId(e.getKey(), plain(e.getValue()))));
    }
    if (ids.isArray()) {
      ids.forEach(each ->
          draft.altIds.add(new NewsItem.AltId(text(each, "role"), textOr(each, "value", ""))));
    }
  }

  private static Coverage coverage(JsonNode each) {
    JsonNode dates = at(each, "dates");
    JsonNode by = at(each, "commissioned");
    String commissioned = text(by, "by");
    return new Coverage(
        text(each, "uri"),
        text(each, "title"),
        NewsItem.Kind.of(text(each, "type")),
        text(dates, "startdate", "expectedstartdate"),
        text(dates, "enddate", "expectedenddate"),
        text(each, "ednote"),
        text(each, "language"),
        integer(each, "urgency"),
        integer(each, "wordcount"),
        commissioned == null ? List.of() : List.of(commissioned),
        List.of());
  }

  private static EventPlan event(JsonNode event, JsonNode places) {
    JsonNode dates = at(event, "dates");
    JsonNode organiser = at(event, "organiser");
    return new EventPlan(
        text(dates, "startdate", "expectedstartdate"),
        text(dates, "enddate", "expectedenddate"),
        text(dates, "expectedduration"),
        text(event, "eventstatus"),
        text(places.path(0), "name"),
        organiser.isObject() ? concept(Concept.Kind.ORGANISATION, organiser) : null);
  }

  /// Visits things with their names: an array of objects with a `name`, or an object of names.
  private static void named(JsonNode node, String key, BiConsumer<String, JsonNode> visitor) {
    JsonNode found = at(node, key);
    if (found.isArray()) {
      found.forEach(each -> visitor.accept(textOr(each, "name", ""), each));
    } else {
      found.properties().forEach(e -> visitor.accept(e.getKey(), e.getValue()));
    }
  }

  private static JsonNode at(JsonNode node, String key) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (entry.getKey().equalsIgnoreCase(key)) {
        return entry.getValue();
      }
    }
    return node.path("\u0000");
  }

  private static @Nullable String text(JsonNode node, String... keys) {
    for (String key : keys) {
      JsonNode value = at(node, key);
      if (value.isValueNode() && !value.isNull()) {
        String text = value.asString();
        if (!text.isBlank()) {
          return text;
        }
      }
    }
    return null;
  }

  private static String textOr(JsonNode node, String key, String other) {
    String text = text(node, key);
    return text == null ? other : text;
  }

  private static String plain(JsonNode value) {
    return value.isValueNode() ? value.asString() : value.toString();
  }

  private static @Nullable Integer integer(JsonNode node, String key) {
    Long whole = whole(node, key);
    return whole == null ? null : Math.clamp(whole, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static @Nullable Long whole(JsonNode node, String key) {
    JsonNode value = at(node, key);
    return value.isNumber() ? (Long) Math.round(value.asDouble()) : null;
  }
}
