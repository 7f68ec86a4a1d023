package org.tabadla.web;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Link;
import org.tabadla.model.Moment;
import org.tabadla.model.Name;
import org.tabadla.model.Notes;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Entry;
import org.tabadla.store.Store.Row;

/// Fills the page of an article.
final class Articles {
  private static final int LINES = 12;
  private static final int CHIPS = 20;

  private final Store store;
  private final Shells shells;

  Articles(Store store, Shells shells) {
    this.store = store;
    this.shells = shells;
  }

  Entry entry(ArticleId id) {
    return store.entry(id).orElseThrow(() -> new Missing("article " + id));
  }

  ArticlePage page(Reader reader, ArticleId id) {
    Entry entry = entry(id);
    Article article = entry.article();
    Ui ui = reader.ui();
    Lang lang = article.lang();
    List<Link> links = store.links(id);
    List<Row> story = store.storyArticles(entry.story());
    String sourceName =
        store.source(article.source()).map(s -> s.source().name()).orElse(article.source().value());
    long outlets = story.stream().map(Row::source).distinct().count();
    return new ArticlePage(
        shells.of(ui, article.title().value(), Reader.articlePath(id)),
        Said.of(article.title()),
        article.standfirst() == null ? null : Said.of(article.standfirst()),
        when(reader, article.published()),
        dateFrom(article.published()),
        reader.dated().of(Moment.time(article.fetched(), ZoneOffset.UTC)),
        when(reader, article.modified()),
        reader.source(article.source(), sourceName),
        Safe.href(article.url()),
        article.authors().stream().map(a -> Said.of(a.value(), lang)).toList(),
        said(article.agency(), lang),
        said(article.dateline(), lang),
        said(article.imprint().via(), lang),
        Blocks.shown(article.body()),
        reader.dated(),
        picture(article),
        article.paywalled(),
        article.imprint().turned() == null ? null : article.imprint().turned().value(),
        TopicPages.chips(ui, entry.notes()),
        Quotes.of(reader, article, entry.notes()),
        keywords(reader, entry.notes()),
        names(reader, entry.notes()),
        copyOf(reader, links),
        reader.lines(store.rows(first(store.copiesOf(id)))),
        elsewhere(reader, entry, story, links),
        related(reader, links),
        entry.why().stream().map(Said::unknown).toList(),
        ui.link("/story/" + Steps.of(entry.story().value())),
        ui.count("count.articles", story.size()) + " · " + ui.count("outlets", outlets),
        entry.version() > 1 ? ui.link(Reader.articlePath(id) + "/versions") : null,
        entry.version(),
        views(ui, store.views(id)));
  }

  private static String views(Ui ui, long views) {
    return views == 0 ? ui.say("article.views.none") : ui.count("article.views", views);
  }

  private static @Nullable When when(Reader reader, @Nullable Found<Moment> found) {
    return found == null ? null : reader.dated().of(found.value());
  }

  private static @Nullable Said dateFrom(@Nullable Found<Moment> found) {
    return found == null ? null : Said.unknown(found.rule() + ": " + found.words());
  }

  private static @Nullable Said said(@Nullable Found<String> found, Lang lang) {
    return found == null ? null : Said.of(found.value(), lang);
  }

  private static ArticlePage.@Nullable Picture picture(Article article) {
    var image = article.image();
    String href = image == null ? null : Safe.href(image.url());
    if (image == null || href == null) {
      return null;
    }
    return new ArticlePage.Picture(
        href, image.caption() == null ? null : Said.of(image.caption(), article.lang()));
  }

  private static List<Chip> keywords(Reader reader, Notes notes) {
    return notes.keywords().stream()
        .limit(CHIPS)
        .map(k -> reader.keyword(k.key(), Said.of(k.text()), null))
        .toList();
  }

  private static List<Chip> names(Reader reader, Notes notes) {
    return notes.names().stream()
        .limit(CHIPS)
        .map(n -> reader.name(n.key(), Said.of(n.text()), kind(reader.ui(), n.kind())))
        .toList();
  }

  private static String kind(Ui ui, Name.Kind kind) {
    return switch (kind) {
      case PERSON -> ui.say("article.person");
      case PLACE -> ui.say("article.place");
      case ORGANISATION -> ui.say("article.organisation");
    };
  }

  private static List<ArticleId> first(List<ArticleId> ids) {
    return ids.subList(0, Math.min(LINES, ids.size()));
  }

  private @Nullable Line copyOf(Reader reader, List<Link> links) {
    var originals =
        links.stream().filter(l -> l.kind() == Link.Kind.COPY_OF).map(Link::to).limit(1).toList();
    var rows = store.rows(originals);
    return rows.isEmpty() ? null : reader.line(rows.getFirst());
  }

  /// The same story in other articles, copies folded; what the page shows as copy or original
  /// already is left out.
  private static List<Line> elsewhere(
      Reader reader, Entry entry, List<Row> story, List<Link> links) {
    ArticleId self = entry.article().id();
    var shown =
        links.stream()
            .filter(l -> l.kind() == Link.Kind.COPY_OF)
            .map(Link::to)
            .collect(Collectors.toSet());
    var others =
        story.stream()
            .filter(row -> !row.id().equals(self) && !shown.contains(row.id()))
            .filter(row -> !self.equals(row.copyOf()))
            .toList();
    return reader.folded(others).stream().limit(LINES).toList();
  }

  private List<Line> related(Reader reader, List<Link> links) {
    Map<ArticleId, Link> byTarget = new LinkedHashMap<>();
    links.stream()
        .filter(l -> l.kind() == Link.Kind.RELATED)
        .limit(LINES)
        .forEach(l -> byTarget.putIfAbsent(l.to(), l));
    return store.rows(List.copyOf(byTarget.keySet())).stream()
        .map(row -> reader.line(row).because(reasons(byTarget.get(row.id()))))
        .toList();
  }

  private static List<Said> reasons(@Nullable Link link) {
    return link == null ? List.of() : link.reasons().stream().map(Said::unknown).toList();
  }
}
