package org.tabadla.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Letters;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Lang;
import org.tabadla.model.Notes;
import org.tabadla.model.Quote;
import org.tabadla.store.QuoteRecords.Spoken;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Cursor;
import org.tabadla.store.Store.Row;

/// Who said what: of an article, of a story, of a person.
final class Quotes {
  private static final int OF_STORY = 16;
  private static final int OF_NAME = 5;
  private static final int PAGE_ARTICLES = 20;

  /// How many words of the shorter one must be in the other for both to be one quote.
  private static final double SAME = 0.8;

  private final Store store;
  private final Shells shells;

  Quotes(Store store, Shells shells) {
    this.store = store;
    this.shells = shells;
  }

  /// One quote of a story or person with the articles that have it.
  private static final class Told {
    final Quote quote;
    final List<Row> rows = new ArrayList<>();
    final Set<String> words;

    Told(Quote quote, Row row) {
      this.quote = quote;
      this.words = words(quote, row.lang());
      rows.add(row);
    }

    Row first() {
      return rows.getFirst();
    }

    boolean isSame(Quote other, Row row) {
      if (!first().lang().primary().equals(row.lang().primary())) {
        return false;
      }
      Set<String> theirs = words(other, row.lang());
      long shared = theirs.stream().filter(words::contains).count();
      return shared >= SAME * Math.max(words.size(), theirs.size());
    }

    long outlets() {
      return rows.stream().map(Row::source).distinct().count();
    }
  }

  private static Set<String> words(Quote quote, Lang lang) {
    String folded = Letters.fold(quote.words(), lang);
    // Chinese writes no spaces: its characters stand for words.
    return lang.primary().equals("zh")
        ? folded.codePoints().mapToObj(Character::toString).collect(Collectors.toSet())
        : new HashSet<>(List.of(folded.split("[\\s\\p{P}]+", -1)));
  }

  static List<QuoteLine> of(Reader reader, Article article, Notes notes) {
    return notes.quotes().stream()
        .map(quote ->
            new QuoteLine(
                speaker(reader, quote, article.lang()),
                said(quote, article.lang()),
                null,
                List.of(),
                claim(reader, article.id(), quote)))
        .toList();
  }

  private static String claim(Reader reader, ArticleId article, Quote quote) {
    return reader.ui().link("/claims/new")
        + "?quote="
        + Steps.of(article.value())
        + "~"
        + quote.span().start();
  }

  /// A story's quotes: those that most outlets have first, then those in the reader's language,
  /// then the earliest.
  static List<QuoteLine> of(Reader reader, List<Row> rows, Map<ArticleId, Notes> notes) {
    List<Told> all = new ArrayList<>();
    for (Row row : rows) {
      Stream.ofNullable(notes.get(row.id()))
          .flatMap(of -> of.quotes().stream())
          .forEach(quote -> add(all, quote, row));
    }
    return all.stream()
        .sorted(
            Comparator.comparingLong(Told::outlets)
                .reversed()
                .thenComparing(told -> reader.foreign(told.first().lang()) != null))
        .limit(OF_STORY)
        .map(told -> line(reader, told))
        .toList();
  }

  private static void add(List<Told> all, Quote quote, Row row) {
    for (Told told : all) {
      if (told.isSame(quote, row)) {
        told.rows.add(row);
        return;
      }
    }
    all.add(new Told(quote, row));
  }

  /// The newest quotes of a name, for its page.
  List<QuoteLine> of(Reader reader, String name) {
    return lines(reader, store.quotes().by(name, null, OF_NAME)).stream().limit(OF_NAME).toList();
  }

  QuotesPage page(Reader reader, String name, @Nullable Cursor after) {
    long articles = store.quotes().articles(name);
    Store.Count named =
        store.name(name).filter(n -> articles > 0).orElseThrow(() -> new Missing("name " + name));
    List<Spoken> more = store.quotes().by(name, after, PAGE_ARTICLES + 1);
    List<Spoken> shown = more.subList(0, Math.min(PAGE_ARTICLES, more.size()));
    Store.Count mine = Reader.label(store.nameLabels(name), reader.ui().lang());
    Store.Count label = mine == null ? named : mine;
    String here = path(name);
    return new QuotesPage(
        shells.of(reader.ui(), label.label(), here),
        reader.name(name, Said.of(label.label(), label.lang()), null),
        reader.ui().count("count.articles", articles),
        lines(reader, shown),
        more.size() <= PAGE_ARTICLES
            ? null
            : reader.ui().link(here) + "?after=" + cursor(shown.getLast().row()));
  }

  static String path(String name) {
    return "/name/" + Steps.of(name) + "/quotes";
  }

  static String cursor(Row row) {
    return Cursors.write(row.when(), row.id().value());
  }

  private static List<QuoteLine> lines(Reader reader, List<Spoken> spoken) {
    List<Told> all = new ArrayList<>();
    spoken.forEach(of -> of.quotes().forEach(quote -> add(all, quote, of.row())));
    return all.stream().map(told -> line(reader, told)).toList();
  }

  private static QuoteLine line(Reader reader, Told told) {
    Row row = told.first();
    return new QuoteLine(
        speaker(reader, told.quote, row.lang()),
        said(told.quote, row.lang()),
        new QuoteLine.Origin(
            reader.ui().link(Reader.articlePath(row.id())),
            Safe.text(row.title()),
            reader.source(row.source(), row.sourceName()),
            reader.dated().ofRow(row.when()),
            reader.foreign(row.lang())),
        also(reader, told),
        claim(reader, row.id(), told.quote));
  }

  /// One chip an outlet: its article, under the outlet's name.
  private static List<Chip> also(Reader reader, Told told) {
    Set<String> seen = new HashSet<>(Set.of(told.first().source().value()));
    return told.rows.stream()
        .filter(row -> seen.add(row.source().value()))
        .map(row ->
            new Chip(
                reader.ui().link(Reader.articlePath(row.id())),
                Said.unknown(row.sourceName()),
                null))
        .toList();
  }

  private static Chip speaker(Reader reader, Quote quote, Lang lang) {
    Said said = Said.of(quote.speaker(), lang);
    String name = quote.name();
    return name == null ? new Chip("", said, null) : reader.name(name, said, null);
  }

  private static Said said(Quote quote, Lang lang) {
    return Said.of(quote.isDirect() ? marked(quote.words(), lang) : quote.words(), lang);
  }

  /// The marks of CLDR: «» in Russian and Persian; in Urdu and Arabic the closing one of Latin
  /// scripts opens.
  private static String marked(String words, Lang lang) {
    return switch (lang.primary()) {
      case "ru", "fa", "fr" -> "«" + words + "»";
      case "ur", "ar", "sd", "pnb" -> "”" + words + "“";
      default -> "“" + words + "”";
    };
  }
}
