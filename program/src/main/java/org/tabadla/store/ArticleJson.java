package org.tabadla.store;

import static org.tabadla.store.Json.list;
import static org.tabadla.store.Json.maybe;
import static org.tabadla.store.Json.object;
import static org.tabadla.store.Json.strings;
import static org.tabadla.store.Json.text;
import static org.tabadla.store.Json.textOrNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Found;
import org.tabadla.model.Imprint;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;
import org.tabadla.model.SourceId;
import org.tabadla.model.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An article as its version's row keeps it: JSON with the format's number in `v`.
final class ArticleJson {
  /// Grows when an older program could no longer read what is written.
  private static final int FORMAT = 2;

  private static final int OLDEST_FORMAT = 1;

  private ArticleJson() {}

  static String write(Article article) {
    ObjectNode node = object();
    node.put("v", FORMAT);
    node.put("id", article.id().value());
    node.put("source", article.source().value());
    node.put("url", article.url());
    node.put("site", article.site());
    node.set("title", ofText(article.title()));
    put(node, "standfirst", article.standfirst(), ArticleJson::ofText);
    node.set("authors", Json.array(article.authors(), ArticleJson::ofFoundText));
    put(node, "agency", article.agency(), ArticleJson::ofFoundText);
    put(node, "dateline", article.dateline(), ArticleJson::ofFoundText);
    put(node, "published", article.published(), ArticleJson::ofFoundMoment);
    put(node, "modified", article.modified(), ArticleJson::ofFoundMoment);
    node.set("body", Json.array(article.body(), BlockJson::of));
    put(node, "image", article.image(), BlockJson::of);
    node.put("lang", article.lang().tag());
    node.set("tags", strings(article.tags()));
    node.put("paywalled", article.paywalled());
    node.put("fetched", article.fetched().toString());
    if (!article.imprint().equals(Imprint.NONE)) {
      node.set("imprint", ofImprint(article.imprint()));
    }
    return Json.write(node);
  }

  /// @throws IllegalStateException when a newer program wrote the row
  static Article read(String json) {
    JsonNode node = Json.read(json);
    int format = node.path("v").asInt(0);
    if (format < OLDEST_FORMAT || format > FORMAT) {
      throw new IllegalStateException(
          "[store] article row of format " + format + ", known is " + FORMAT + "; run rebuild");
    }
    return new Article(
        new ArticleId(text(node, "id")),
        new SourceId(text(node, "source")),
        text(node, "url"),
        textOrNull(node, "site"),
        toText(node.path("title")),
        maybe(node, "standfirst", ArticleJson::toText),
        list(node.path("authors"), ArticleJson::toFoundText),
        maybe(node, "agency", ArticleJson::toFoundText),
        maybe(node, "dateline", ArticleJson::toFoundText),
        maybe(node, "published", ArticleJson::toFoundMoment),
        maybe(node, "modified", ArticleJson::toFoundMoment),
        list(node.path("body"), BlockJson::toBlock),
        maybe(node, "image", BlockJson::toPicture),
        new Lang(text(node, "lang")),
        strings(node.path("tags")),
        node.path("paywalled").asBoolean(false),
        Instant.parse(text(node, "fetched")),
        toImprint(node.path("imprint")));
  }

  private static ObjectNode ofImprint(Imprint imprint) {
    ObjectNode node = object();
    node.set(
        "contributors",
        Json.array(imprint.contributors(), c -> ofFoundText(c.name()).put("role", c.role())));
    put(node, "via", imprint.via(), ArticleJson::ofFoundText);
    put(node, "section", imprint.section(), ArticleJson::ofFoundText);
    node.put("amp", imprint.amp());
    put(
        node,
        "pictureSize",
        imprint.pictureSize(),
        size -> object().put("width", size.width()).put("height", size.height()));
    put(node, "turned", imprint.turned(), ArticleJson::ofFoundText);
    return node;
  }

  /// @param node missing in rows of before there were imprints
  private static Imprint toImprint(JsonNode node) {
    if (!node.isObject()) {
      return Imprint.NONE;
    }
    return new Imprint(
        list(
            node.path("contributors"),
            c -> new Imprint.Contributor(text(c, "role"), toFoundText(c))),
        maybe(node, "via", ArticleJson::toFoundText),
        maybe(node, "section", ArticleJson::toFoundText),
        textOrNull(node, "amp"),
        maybe(
            node,
            "pictureSize",
            size -> new Imprint.Size(size.path("width").asInt(1), size.path("height").asInt(1))),
        maybe(node, "turned", ArticleJson::toFoundText));
  }

  static ObjectNode ofText(Text text) {
    return object().put("text", text.value()).put("lang", text.lang().tag());
  }

  static Text toText(JsonNode node) {
    return new Text(text(node, "text"), new Lang(text(node, "lang")));
  }

  private static <T> void put(
      ObjectNode node, String name, @Nullable T value, Function<T, ObjectNode> shape) {
    if (value != null) {
      node.set(name, shape.apply(value));
    }
  }

  private static ObjectNode ofFoundText(Found<String> found) {
    return ofFound(found).put("value", found.value());
  }

  private static Found<String> toFoundText(JsonNode node) {
    return new Found<>(text(node, "value"), text(node, "rule"), text(node, "words"));
  }

  static ObjectNode ofFoundMoment(Found<Moment> found) {
    Moment moment = found.value();
    return ofFound(found)
        .put("at", moment.at().toString())
        .put("precision", moment.precision().name())
        .put("zone", moment.zone().getId());
  }

  static Found<Moment> toFoundMoment(JsonNode node) {
    var moment =
        new Moment(
            Instant.parse(text(node, "at")),
            Moment.Precision.valueOf(text(node, "precision")),
            ZoneId.of(text(node, "zone")));
    return new Found<>(moment, text(node, "rule"), text(node, "words"));
  }

  static ObjectNode ofFound(Found<?> found) {
    return object().put("rule", found.rule()).put("words", found.words());
  }
}
