package org.tabadla.store;

import static org.tabadla.store.Json.list;
import static org.tabadla.store.Json.maybe;
import static org.tabadla.store.Json.object;
import static org.tabadla.store.Json.strings;
import static org.tabadla.store.Json.text;
import static org.tabadla.store.Json.textOrNull;

import java.time.Duration;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The blocks of a body as {@link ArticleJson} keeps them; `type` tells which one it is.
final class BlockJson {
  private BlockJson() {}

  static ObjectNode of(Block block) {
    return switch (block) {
      case Block.Paragraph p -> typed("paragraph").put("text", p.text());
      case Block.Heading h -> typed("heading").put("level", h.level()).put("text", h.text());
      case Block.Quote q -> typed("quote").put("text", q.text());
      case Block.Picture p ->
          typed("picture")
              .put("url", p.url())
              .put("caption", p.caption())
              .put("credit", p.credit());
      case Block.Listing l -> {
        ObjectNode node = typed("listing").put("ordered", l.ordered());
        node.set("items", strings(l.items()));
        yield node;
      }
      case Block.Table t -> {
        ObjectNode node = typed("table");
        node.set("rows", Json.array(t.rows(), Json::strings));
        yield node;
      }
      case Block.Entry e -> ofEntry(e);
      case Block.Gallery g -> {
        ObjectNode node = typed("gallery");
        node.set("pictures", Json.array(g.pictures(), BlockJson::of));
        yield node;
      }
      case Block.Video v -> ofVideo(v);
      case Block.Continued c -> {
        ObjectNode node = typed("continued").put("page", c.page()).put("pages", c.pages());
        node.set("addresses", strings(c.addresses()));
        yield node;
      }
    };
  }

  private static ObjectNode typed(String type) {
    return object().put("type", type);
  }

  private static ObjectNode ofEntry(Block.Entry entry) {
    ObjectNode node = typed("entry").put("title", entry.title());
    if (entry.at() != null) {
      node.set("at", ArticleJson.ofFoundMoment(entry.at()));
    }
    node.set("blocks", Json.array(entry.blocks(), BlockJson::of));
    return node;
  }

  private static ObjectNode ofVideo(Block.Video video) {
    ObjectNode node = typed("video").put("url", video.url()).put("poster", video.poster());
    Found<Duration> duration = video.duration();
    if (duration != null) {
      node.set(
          "duration", ArticleJson.ofFound(duration).put("seconds", duration.value().toSeconds()));
    }
    return node;
  }

  static Block toBlock(JsonNode node) {
    String type = text(node, "type");
    return switch (type) {
      case "paragraph" -> new Block.Paragraph(text(node, "text"));
      case "heading" -> new Block.Heading(node.path("level").asInt(2), text(node, "text"));
      case "quote" -> new Block.Quote(text(node, "text"));
      case "picture" -> toPicture(node);
      case "listing" ->
          new Block.Listing(node.path("ordered").asBoolean(false), strings(node.path("items")));
      case "table" -> new Block.Table(list(node.path("rows"), Json::strings));
      case "entry" ->
          new Block.Entry(
              maybe(node, "at", ArticleJson::toFoundMoment),
              textOrNull(node, "title"),
              list(node.path("blocks"), BlockJson::toBlock));
      case "gallery" -> new Block.Gallery(list(node.path("pictures"), BlockJson::toPicture));
      case "video" ->
          new Block.Video(
              textOrNull(node, "url"),
              maybe(node, "duration", BlockJson::toDuration),
              textOrNull(node, "poster"));
      case "continued" ->
          new Block.Continued(
              node.path("page").asInt(1),
              node.path("pages").asInt(0),
              strings(node.path("addresses")));
      default -> throw new IllegalStateException("[store] unknown block type: " + type);
    };
  }

  static Block.Picture toPicture(JsonNode node) {
    return new Block.Picture(
        text(node, "url"), textOrNull(node, "caption"), textOrNull(node, "credit"));
  }

  private static Found<Duration> toDuration(JsonNode node) {
    return new Found<>(
        Duration.ofSeconds(node.path("seconds").asLong(0)),
        text(node, "rule"),
        text(node, "words"));
  }
}
