package org.tabadla.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Block;
import org.tabadla.model.Figure;
import org.tabadla.model.Found;
import org.tabadla.model.Keyword;
import org.tabadla.model.Lang;
import org.tabadla.model.Link;
import org.tabadla.model.Moment;
import org.tabadla.model.Name;
import org.tabadla.model.Notes;
import org.tabadla.model.Placement;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.model.Text;
import org.tabadla.store.Store.Outcome;
import org.tabadla.store.Store.VisitRow;

/// Articles to save, made up from as little as a test cares about.
public final class Samples {
  static final Instant NOON = Instant.parse("2025-07-11T12:00:00Z");
  static final SourceId MUMTAZ = new SourceId("mumtaz.example");
  static final SourceId DAWN = new SourceId("dawn.example");

  private Samples() {}

  static Article article(SourceId source, String path, String title, Lang lang, Instant when) {
    return article(source, path, title, "A body of its own: " + title, lang, when);
  }

  public static Article article(
      SourceId source, String path, String title, String body, Lang lang, Instant when) {
    String url = "https://" + source + "/" + path;
    return new Article(
        ArticleId.of(url),
        source,
        url,
        null,
        new Text(title, lang),
        null,
        List.of(),
        null,
        null,
        new Found<>(Moment.time(when, ZoneId.of("Asia/Karachi")), "jsonld:datePublished", "x"),
        null,
        List.of(new Block.Paragraph(body)),
        null,
        lang,
        List.of(),
        false,
        when);
  }

  /// The `n`-th of a row of articles, a minute apart.
  static Article numbered(int n) {
    return article(MUMTAZ, "a" + n, "Headline " + n, Lang.EN, NOON.plusSeconds(60L * n));
  }

  /// An article in which nothing is left out.
  static Article full() {
    Lang ur = Lang.UR;
    String url = "https://mumtaz.example/full";
    return new Article(
        ArticleId.of(url),
        MUMTAZ,
        url,
        "روزنامہ ممتاز",
        new Text("ڈیجیٹل معیشت کے 12 منصوبے", ur),
        new Text("فورم میں دستخط", ur),
        List.of(new Found<>("A. Writer", "byline", "By A. Writer")),
        new Found<>("APP", "credit", "(APP)"),
        new Found<>("بیجنگ", "dateline", "بیجنگ :"),
        new Found<>(Moment.day(LocalDate.of(2025, 7, 11)), "text", "11th, July 2025"),
        new Found<>(Moment.time(NOON.plusNanos(5), ZoneId.of("+05:00")), "meta", "later"),
        List.of(
            new Block.Heading(2, "Heading"),
            new Block.Paragraph("Lone \uD800 surrogates and \0 are no reason to lose an article."),
            new Block.Quote("Quoted"),
            new Block.Picture("https://mumtaz.example/p.jpg", null, "APP"),
            new Block.Listing(true, List.of("one", "two")),
            new Block.Table(List.of(List.of("a", "b"), List.of("c", "d")))),
        new Block.Picture("https://mumtaz.example/main.jpg", "Caption", null),
        ur,
        List.of("tag"),
        true,
        NOON);
  }

  static Notes notes(String... keys) {
    return new Notes(
        java.util.Arrays.stream(keys)
            .map(key ->
                new Keyword(new Text(key.toUpperCase(java.util.Locale.ROOT), Lang.EN), key, 0.5))
            .toList(),
        List.of(
            new Name(new Text("Beijing", Lang.EN), Name.Kind.PLACE, "beijing", "city:beijing", 2)),
        List.of(new Figure(1, 3, Figure.Kind.NUMBER, "12", null, null)));
  }

  public static Placement alone(Article article) {
    return new Placement(article.id(), StoryId.of(article.id()), List.of(), List.of());
  }

  static Placement with(Article article, Article first, Link... links) {
    return new Placement(
        article.id(), StoryId.of(first.id()), List.of("same words"), List.of(links));
  }

  static Link copy(Article of, Article original) {
    return new Link(of.id(), original.id(), Link.Kind.COPY_OF, 0.9, List.of("90 %"));
  }

  static VisitRow visit(Article article) {
    return new VisitRow(
        article.url(),
        article.source(),
        null,
        article.fetched(),
        "00",
        "f:1",
        Outcome.ARTICLE,
        "",
        article.id(),
        "told");
  }

  static VisitRow failed(SourceId source, String path, Instant at) {
    return new VisitRow(
        "https://" + source + "/" + path,
        source,
        null,
        at,
        null,
        null,
        Outcome.FAILED,
        "[" + source + "] HTTP 500: ask later",
        null,
        null);
  }
}
