package org.tabadla.formats;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.Block;
import org.tabadla.model.Found;
import org.tabadla.model.Moment;
import org.tabadla.model.Text;

/// Makes the item that an article of the archive is.
final class ArticleItems {
  private ArticleItems() {}

  static NewsItem of(Article article) {
    var draft = new NewsItem.Draft();
    draft.kind = NewsItem.Kind.TEXT;
    draft.uri = article.url();
    String changed = written(article.modified());
    String published = written(article.published());
    draft.times =
        new NewsItem.Times(
            published,
            changed != null ? changed : Stamps.of(article.when()),
            published,
            changed,
            null,
            null);
    draft.handling = new NewsItem.Handling("usable", null, null, List.of(), article.paywalled());
    if (article.lang().isKnown()) {
      draft.languages.add(article.lang().tag());
    }
    draft.say(Words.Use.HEADLINE, article.title().value());
    draft.say(
        Words.Use.BYLINE, String.join(", ", article.authors().stream().map(Found::value).toList()));
    if (article.standfirst() != null && !article.standfirst().isBlank()) {
      draft.words.add(
          new Words(
              Words.Use.DESCRIPTION, "summary", "text/plain", null, article.standfirst().value()));
    }
    draft.words.add(new Words(Words.Use.BODY, "text", "text/html", null, html(article.body())));
    article.tags().forEach(tag -> draft.say(Words.Use.KEYWORD, tag));
    concepts(article, draft);
    if (article.image() != null) {
      draft.renditions.add(picture(article.image()));
    }
    return draft.item();
  }

  private static void concepts(Article article, NewsItem.Draft draft) {
    String outlet = article.site() == null ? article.source().toString() : article.site();
    draft.concepts.add(source(outlet, "provider"));
    if (article.agency() != null) {
      draft.concepts.add(source(article.agency().value(), "agency"));
    }
    article
        .authors()
        .forEach(a -> draft.concepts.add(Concept.named(Concept.Kind.CREATOR, a.value())));
    if (article.dateline() != null) {
      draft.concepts.add(
          Concept.named(Concept.Kind.LOCATED, article.dateline().value())
              .with(List.of(new Text(article.dateline().value(), article.lang()))));
    }
  }

  private static Concept source(String name, String role) {
    return Concept.named(Concept.Kind.SOURCE, name).as(Concept.Kind.SOURCE, role);
  }

  private static Rendition picture(Block.Picture picture) {
    return new Rendition(
        "main", picture.url(), null, picture.caption(), null, null, null, null, Map.of());
  }

  private static @Nullable String written(@Nullable Found<Moment> moment) {
    return moment == null ? null : Stamps.of(moment.value().at());
  }

  /// The blocks as markup that is also well-formed XML.
  static String html(List<Block> body) {
    var out = new StringBuilder();
    for (Block block : body) {
      switch (block) {
        case Block.Paragraph(String text) -> tag(out, "p", text);
        case Block.Heading(int level, String text) -> tag(out, "h" + level, text);
        case Block.Quote(String text) -> tag(out, "blockquote", text);
        case Block.Listing(boolean ordered, List<String> items) -> {
          out.append(ordered ? "<ol>" : "<ul>");
          items.forEach(item -> tag(out, "li", item));
          out.append(ordered ? "</ol>" : "</ul>");
        }
        case Block.Table(List<List<String>> rows) -> {
          out.append("<table>");
          for (List<String> row : rows) {
            out.append("<tr>");
            row.forEach(cell -> tag(out, "td", cell));
            out.append("</tr>");
          }
          out.append("</table>");
        }
        case Block.Entry(_, String title, List<Block> blocks) -> {
          if (title != null) {
            tag(out, "h3", title);
          }
          out.append(html(blocks));
        }
        case Block.Gallery(List<Block.Picture> pictures) -> pictures.forEach(p -> caption(out, p));
        case Block.Picture picture -> caption(out, picture);
        case Block.Video _, Block.Continued _ -> {}
      }
    }
    return out.toString();
  }

  private static void caption(StringBuilder out, Block.Picture picture) {
    out.append("<figure><img src=\"")
        .append(XmlWriter.escaped(picture.url()))
        .append("\" alt=\"\"/>");
    if (picture.caption() != null) {
      tag(out, "figcaption", picture.caption());
    }
    out.append("</figure>");
  }

  private static void tag(StringBuilder out, String tag, String text) {
    out.append('<')
        .append(tag)
        .append('>')
        .append(XmlWriter.escaped(text))
        .append("</")
        .append(tag)
        .append('>');
  }
}
