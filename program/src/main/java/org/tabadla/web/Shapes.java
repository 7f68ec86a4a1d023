package org.tabadla.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Link;
import org.tabadla.model.Moment;
import org.tabadla.model.Name;
import org.tabadla.model.Text;
import org.tabadla.model.Version;
import org.tabadla.store.Store;

/// The shapes of the API's JSON. A value that is not known is null, never left out; instants are
/// UTC.
final class Shapes {
  private Shapes() {}

  static Map<String, Object> row(Store.Row row) {
    var out = new Shape();
    out.set("id", row.id().value());
    out.set("source", row.source().value());
    out.set("sourceName", row.sourceName());
    out.set("story", row.story().value());
    out.set("title", row.title());
    out.set("excerpt", row.excerpt());
    out.set("lang", row.lang().tag());
    out.set("when", row.when());
    out.set("copyOf", row.copyOf());
    out.set("version", row.version());
    return out.fields;
  }

  static Map<String, Object> story(Store.StoryRow story) {
    var out = new Shape();
    out.set("id", story.id().value());
    out.set("lead", row(story.lead()));
    out.set("articles", story.articles());
    out.set("outlets", story.outlets());
    out.set("langs", story.langs().stream().map(l -> l.tag()).toList());
    out.set("first", story.first());
    out.set("last", story.last());
    return out.fields;
  }

  static Map<String, Object> near(Store.NearStory near) {
    var out = new Shape();
    out.set("story", near.id().value());
    out.set("weight", near.weight());
    out.set("reasons", near.reasons().stream().map(Safe::text).toList());
    return out.fields;
  }

  static Map<String, Object> source(Store.SourceRow row) {
    var out = new Shape();
    out.set("id", row.source().id().value());
    out.set("name", row.source().name());
    out.set("site", Safe.href(row.source().site()));
    out.set("lang", row.source().lang().tag());
    out.set("articles", row.articles());
    out.set("newest", row.newest());
    out.set("trouble", row.trouble());
    return out.fields;
  }

  static Map<String, Object> count(Store.Count count) {
    var out = new Shape();
    out.set("key", count.key());
    out.set("label", count.label());
    out.set("lang", count.lang().tag());
    out.set("articles", count.articles());
    return out.fields;
  }

  static Map<String, Object> entry(Store.Entry entry, long views, List<Link> links) {
    var out = new Shape();
    out.fields.putAll(article(entry.article()));
    out.set("story", entry.story().value());
    out.set("why", entry.why());
    out.set("version", entry.version());
    out.set("views", views);
    out.set(
        "keywords",
        entry.notes().keywords().stream()
            .map(k ->
                Map.of("text", Safe.text(k.text().value()), "key", k.key(), "weight", k.weight()))
            .toList());
    out.set("names", entry.notes().names().stream().map(Shapes::name).toList());
    out.set("topics", entry.notes().topics().stream().map(SaidShapes::about).toList());
    out.set("quotes", entry.notes().quotes().stream().map(SaidShapes::quote).toList());
    out.set("links", links.stream().map(Shapes::link).toList());
    return out.fields;
  }

  private static Map<String, Object> name(Name name) {
    var out = new Shape();
    out.set("text", name.text().value());
    out.set("kind", name.kind().name().toLowerCase(Locale.ROOT));
    out.set("key", name.key());
    out.set("concept", name.concept());
    out.set("count", name.count());
    return out.fields;
  }

  private static Map<String, Object> link(Link link) {
    var out = new Shape();
    out.set("to", link.to().value());
    out.set("kind", link.kind() == Link.Kind.COPY_OF ? "copy-of" : "related");
    out.set("weight", link.weight());
    out.set("reasons", link.reasons().stream().map(Safe::text).toList());
    return out.fields;
  }

  /// @param before the version before, null for the first
  static Map<String, Object> version(Version version, @Nullable Version before) {
    var out = new Shape();
    out.set("number", version.number());
    out.set("article", article(version.article()));
    out.set(
        "revision",
        before == null
            ? null
            : RevisionShape.of(Revision.between(before.article(), version.article())));
    return out.fields;
  }

  static Map<String, Object> article(Article article) {
    var out = new Shape();
    out.set("id", article.id().value());
    out.set("source", article.source().value());
    out.set("url", Safe.href(article.url()));
    out.set("title", article.title().value());
    out.set("standfirst", text(article.standfirst()));
    out.set("authors", article.authors().stream().map(a -> Safe.text(a.value())).toList());
    out.set("agency", value(article.agency()));
    out.set("dateline", value(article.dateline()));
    out.set(
        "contributors",
        article.imprint().contributors().stream()
            .map(c -> Map.of("name", Safe.text(c.name().value()), "role", Safe.text(c.role())))
            .toList());
    out.set("via", value(article.imprint().via()));
    out.set("section", value(article.imprint().section()));
    out.set("turned", value(article.imprint().turned()));
    out.set("tags", article.tags().stream().map(Safe::text).toList());
    out.set("published", moment(article.published()));
    out.set("modified", moment(article.modified()));
    out.set("lang", article.lang().tag());
    out.set("body", article.body().stream().map(Shapes::block).toList());
    out.set("image", article.image() == null ? null : Safe.href(article.image().url()));
    out.set("paywalled", article.paywalled());
    out.set("fetched", article.fetched());
    return out.fields;
  }

  private static @Nullable String text(@Nullable Text text) {
    return text == null ? null : text.value();
  }

  private static @Nullable String value(@Nullable Found<String> found) {
    return found == null ? null : found.value();
  }

  private static @Nullable Map<String, Object> moment(@Nullable Found<Moment> found) {
    if (found == null) {
      return null;
    }
    var out = new Shape();
    Moment moment = found.value();
    out.set(
        "value",
        switch (moment.precision()) {
          case DAY -> moment.date().toString();
          case TIME -> moment.at().toString();
        });
    out.set("rule", found.rule());
    out.set("words", found.words());
    return out.fields;
  }

  private static Map<String, Object> block(Block block) {
    var out = new Shape();
    switch (block) {
      case Block.Paragraph p -> out.set("paragraph", p.text());
      case Block.Heading h -> {
        out.set("heading", h.text());
        out.set("level", h.level());
      }
      case Block.Quote q -> out.set("quote", q.text());
      case Block.Listing l -> {
        out.set("list", l.items().stream().map(Safe::text).toList());
        out.set("ordered", l.ordered());
      }
      case Block.Table t ->
          out.set(
              "table", t.rows().stream().map(r -> r.stream().map(Safe::text).toList()).toList());
      case Block.Picture p -> {
        out.set("picture", Safe.href(p.url()));
        out.set("caption", p.caption());
        out.set("credit", p.credit());
      }
      case Block.Entry e -> {
        out.set("entry", e.blocks().stream().map(Shapes::block).toList());
        out.set("at", moment(e.at()));
        out.set("title", e.title());
      }
      case Block.Gallery g -> out.set("gallery", g.pictures().stream().map(Shapes::block).toList());
      case Block.Video v -> {
        out.set("video", Safe.href(v.url()));
        out.set("duration", v.duration() == null ? null : v.duration().value().toString());
        out.set("poster", Safe.href(v.poster()));
      }
      case Block.Continued c -> {
        out.set("continued", c.addresses().stream().map(Safe::href).toList());
        out.set("page", c.page());
        out.set("pages", c.pages() == 0 ? null : c.pages());
      }
    }
    return out.fields;
  }

  /// Fields in order; strings cleaned, ids and instants written out.
  private static final class Shape {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    void set(String name, @Nullable Object value) {
      fields.put(name, written(value));
    }

    private static @Nullable Object written(@Nullable Object value) {
      return switch (value) {
        case null -> null;
        case String text -> Safe.text(text);
        case Instant instant -> instant.toString();
        case ArticleId id -> id.value();
        default -> value;
      };
    }
  }
}
