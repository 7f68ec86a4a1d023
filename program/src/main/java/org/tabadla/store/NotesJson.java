package org.tabadla.store;

import static org.tabadla.store.Json.list;
import static org.tabadla.store.Json.object;
import static org.tabadla.store.Json.text;
import static org.tabadla.store.Json.textOrNull;

import org.tabadla.model.About;
import org.tabadla.model.Figure;
import org.tabadla.model.Keyword;
import org.tabadla.model.Name;
import org.tabadla.model.Notes;
import org.tabadla.model.Quote;
import org.tabadla.model.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Notes as an article's row keeps them: JSON with the format's number in `v`.
final class NotesJson {
  private static final int FORMAT = 1;

  private NotesJson() {}

  static String write(Notes notes) {
    ObjectNode node = object().put("v", FORMAT);
    node.set("keywords", Json.array(notes.keywords(), NotesJson::ofKeyword));
    node.set("names", Json.array(notes.names(), NotesJson::ofName));
    node.set("figures", Json.array(notes.figures(), NotesJson::ofFigure));
    node.set("topics", Json.array(notes.topics(), NotesJson::ofTopic));
    node.set("quotes", Json.array(notes.quotes(), NotesJson::ofQuote));
    return Json.write(node);
  }

  static Notes read(String json) {
    JsonNode node = Json.read(json);
    int format = node.path("v").asInt(0);
    if (format != FORMAT) {
      throw new IllegalStateException(
          "[store] notes row of format " + format + ", known is " + FORMAT + "; run rebuild");
    }
    return new Notes(
        list(node.path("keywords"), NotesJson::toKeyword),
        list(node.path("names"), NotesJson::toName),
        list(node.path("figures"), NotesJson::toFigure),
        list(node.path("topics"), NotesJson::toTopic),
        list(node.path("quotes"), NotesJson::toQuote));
  }

  private static ObjectNode ofQuote(Quote quote) {
    ObjectNode node = object().put("speaker", quote.speaker()).put("name", quote.name());
    node.set("speaker_at", ofSpan(quote.speakerSpan()));
    node.put("words", quote.words());
    node.set("words_at", ofSpan(quote.span()));
    node.set("verb_at", ofSpan(quote.verbSpan()));
    return node.put("direct", quote.isDirect());
  }

  private static Quote toQuote(JsonNode node) {
    return new Quote(
        text(node, "speaker"),
        toSpan(node.path("speaker_at")),
        textOrNull(node, "name"),
        text(node, "words"),
        toSpan(node.path("words_at")),
        toSpan(node.path("verb_at")),
        node.path("direct").asBoolean(false));
  }

  private static ArrayNode ofSpan(Span span) {
    return object().arrayNode().add(span.start()).add(span.end());
  }

  private static Span toSpan(JsonNode node) {
    return new Span(node.path(0).asInt(0), node.path(1).asInt(0));
  }

  private static ObjectNode ofTopic(About topic) {
    ObjectNode node =
        object()
            .put("code", topic.code())
            .put("above", topic.above())
            .put("weight", topic.weight());
    ArrayNode reasons = node.putArray("reasons");
    topic.reasons().forEach(reasons::add);
    return node;
  }

  private static About toTopic(JsonNode node) {
    return new About(
        text(node, "code"),
        textOrNull(node, "above"),
        node.path("weight").asDouble(0),
        list(node.path("reasons"), JsonNode::asString));
  }

  private static ObjectNode ofKeyword(Keyword keyword) {
    return ArticleJson.ofText(keyword.text())
        .put("key", keyword.key())
        .put("weight", keyword.weight());
  }

  private static Keyword toKeyword(JsonNode node) {
    return new Keyword(
        ArticleJson.toText(node), text(node, "key"), node.path("weight").asDouble(0));
  }

  private static ObjectNode ofName(Name name) {
    return ArticleJson.ofText(name.text())
        .put("kind", name.kind().name())
        .put("key", name.key())
        .put("concept", name.concept())
        .put("count", name.count());
  }

  private static Name toName(JsonNode node) {
    return new Name(
        ArticleJson.toText(node),
        Name.Kind.valueOf(text(node, "kind")),
        text(node, "key"),
        textOrNull(node, "concept"),
        node.path("count").asInt(1));
  }

  private static ObjectNode ofFigure(Figure figure) {
    return object()
        .put("start", figure.start())
        .put("end", figure.end())
        .put("kind", figure.kind().name())
        .put("value", figure.value())
        .put("unit", figure.unit())
        .put("currency", figure.currency())
        .put("of", figure.of())
        .put("when", figure.when());
  }

  private static Figure toFigure(JsonNode node) {
    return new Figure(
        node.path("start").asInt(0),
        node.path("end").asInt(0),
        Figure.Kind.valueOf(text(node, "kind")),
        text(node, "value"),
        textOrNull(node, "unit"),
        textOrNull(node, "currency"),
        textOrNull(node, "of"),
        textOrNull(node, "when"));
  }
}
