package org.tabadla.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabadla.link.Across;
import org.tabadla.link.CopyStream;
import org.tabadla.link.Nearest;
import org.tabadla.link.StoryStream;
import org.tabadla.model.Keyword;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import org.tabadla.understand.Keywords;
import org.tabadla.understand.Names;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Pipe tasks that understand and tie texts together: keywords, copies, stories, across, similar.
final class LinkTasks {
  private static final int MOST_KEYWORDS = 15;

  private LinkTasks() {}

  static ObjectNode keywords(ObjectNode line) {
    String title = PipeInput.shownOr(line, "title", "");
    String text = PipeInput.shownOr(line, "text", "");
    Lang lang = PipeInput.lang(line);
    ObjectNode out = TextTasks.object();
    ArrayNode keywords = out.putArray("keywords");
    for (Keyword keyword : Keywords.of(title, text, lang, MOST_KEYWORDS)) {
      keywords.add(keyword.text().value());
    }
    ArrayNode names = out.putArray("names");
    for (Name name : Names.of(title, text, lang)) {
      names
          .addObject()
          .put("text", name.text().value())
          .put("kind", name.kind().name().toLowerCase(Locale.ROOT))
          .put("concept", name.concept());
    }
    return out;
  }

  /// The fields that all tasks here read of a line.
  private record Doc(String id, Lang lang, String title, String text, @Nullable Instant when) {
    static Doc of(ObjectNode line) {
      return new Doc(
          idOf(line),
          PipeInput.lang(line),
          PipeInput.shownOr(line, "title", ""),
          PipeInput.shownOr(line, "text", ""),
          PipeInput.instantOrNull(line, "date"));
    }
  }

  private static String idOf(ObjectNode line) {
    JsonNode id = line.get("id");
    if (id == null || id.isNull()) {
      throw new IllegalArgumentException("no id");
    }
    return id.isString() ? id.stringValue() : id.toString();
  }

  static PipeTask copies() {
    var stream = new CopyStream();
    return stream(
        line -> {
          Doc doc = Doc.of(line);
          CopyStream.Answer answer =
              stream.add(
                  doc.id,
                  PipeInput.textOr(line, "group", ""),
                  doc.lang,
                  doc.title,
                  doc.text,
                  doc.when);
          return TextTasks.object()
              .put("cluster", answer.cluster())
              .put("copy_of", answer.copyOf())
              .put("overlap", answer.overlap());
        },
        List::of);
  }

  static PipeTask stories() {
    var stream = new StoryStream();
    return stream(
        line -> {
          Doc doc = Doc.of(line);
          return TextTasks.object()
              .put("cluster", stream.add(doc.id, doc.lang, doc.title, doc.text, doc.when));
        },
        () -> moved(stream.moved()));
  }

  private static List<ObjectNode> moved(Map<String, String> moved) {
    ObjectNode out = TextTasks.object();
    ObjectNode all = out.putObject("moved");
    moved.forEach(all::put);
    return List.of(out);
  }

  static PipeTask across() {
    var across = new Across();
    return whole(
        doc -> across.add(doc.id, doc.lang, doc.title, doc.text),
        id -> across.of(id).stream().map(s -> new Nearest.Scored(s.id(), s.score())).toList());
  }

  static PipeTask similar() {
    var nearest = new Nearest();
    return whole(
        doc -> nearest.add(doc.id, doc.lang, doc.title, doc.text, doc.when), nearest::similar);
  }

  private static PipeTask stream(
      Function<ObjectNode, ObjectNode> answer, java.util.function.Supplier<List<ObjectNode>> end) {
    return new PipeTask.Stream() {
      @Override
      public ObjectNode answer(ObjectNode line) {
        return answer.apply(line);
      }

      @Override
      public List<ObjectNode> end() {
        return end.get();
      }
    };
  }

  private static PipeTask whole(Consumer<Doc> add, Function<String, List<Nearest.Scored>> rank) {
    var ids = new ArrayList<JsonNode>();
    return new PipeTask.Whole() {
      @Override
      public void take(ObjectNode line) {
        Doc doc = Doc.of(line);
        add.accept(doc);
        ids.add(line.get("id"));
      }

      @Override
      public void end(Consumer<ObjectNode> answers) {
        for (JsonNode id : ids) {
          ObjectNode out = JsonNodeFactory.instance.objectNode();
          out.set("id", id);
          ArrayNode related = out.putArray("related");
          ArrayNode scores = out.putArray("scores");
          for (Nearest.Scored scored :
              rank.apply(id.isString() ? id.stringValue() : id.toString())) {
            related.add(scored.id());
            scores.add(scored.score());
          }
          answers.accept(out);
        }
      }
    };
  }
}
