package org.tabadla.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Sentences;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Figure;
import org.tabadla.model.Keyword;
import org.tabadla.model.Lang;
import org.tabadla.model.Name;
import org.tabadla.model.Notes;
import org.tabadla.model.SourceId;
import org.tabadla.model.Span;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Row;

/// Finds what each outlet adds to a story: names, figures and keywords that no other outlet has.
///
/// Names that are in the tables and figures are compared across languages; keywords and other names
/// only with outlets that tell it in the same language, since elsewhere they would be others for
/// their letters alone. Copies add nothing.
final class Additions {
  private static final int OUTLETS = 12;
  private static final int SHOWN = 6;
  private static final int SENTENCE_LIMIT_CHARS = 400;

  private final Store store;

  Additions(Store store) {
    this.store = store;
  }

  /// One thing that an article tells.
  ///
  /// @param lang the language within which it is compared; null for all
  private record Thing(String kind, String key, @Nullable String lang) {}

  private record Told(Row row, Notes notes) {}

  List<StoryPage.Addition> of(Reader reader, List<Row> rows, Map<ArticleId, Notes> notes) {
    Map<SourceId, List<Told>> outlets = new LinkedHashMap<>();
    for (Row row : rows) {
      Notes of = notes.get(row.id());
      if (row.copyOf() == null && of != null) {
        outlets.computeIfAbsent(row.source(), k -> new ArrayList<>()).add(new Told(row, of));
      }
    }
    if (outlets.size() < 2) {
      return List.of();
    }
    Map<Thing, Set<SourceId>> tellers = new HashMap<>();
    Map<String, Set<SourceId>> speakers = new HashMap<>();
    outlets.forEach((source, all) ->
        all.forEach(told -> {
          String lang = told.row().lang().primary();
          speakers.computeIfAbsent(lang, k -> new TreeSet<>(ORDER)).add(source);
          things(told)
              .forEach((thing, said) ->
                  tellers.computeIfAbsent(thing, k -> new TreeSet<>(ORDER)).add(source));
        }));
    return outlets.entrySet().stream()
        .limit(OUTLETS)
        .map(e -> addition(reader, e.getValue(), tellers, speakers))
        .filter(StoryPage.Addition::isSome)
        .toList();
  }

  private static final java.util.Comparator<SourceId> ORDER =
      java.util.Comparator.comparing(SourceId::value);

  private StoryPage.Addition addition(
      Reader reader,
      List<Told> all,
      Map<Thing, Set<SourceId>> tellers,
      Map<String, Set<SourceId>> speakers) {
    Map<String, List<Said>> only = new HashMap<>();
    Told best = all.getFirst();
    int most = 0;
    for (Told told : all) {
      int before = only.values().stream().mapToInt(List::size).sum();
      boolean alone = speakers.getOrDefault(told.row().lang().primary(), Set.of()).size() < 2;
      things(told)
          .forEach((thing, said) -> {
            boolean compared = thing.lang() == null || !alone;
            List<Said> list = only.computeIfAbsent(thing.kind(), k -> new ArrayList<>());
            if (compared
                && tellers.getOrDefault(thing, Set.of()).size() == 1
                && !list.contains(said)) {
              list.add(said);
            }
          });
      int more = only.values().stream().mapToInt(List::size).sum() - before;
      if (more > most) {
        best = told;
        most = more;
      }
    }
    Row row = best.row();
    return new StoryPage.Addition(
        reader.source(row.source(), row.sourceName()),
        first(only, "name"),
        first(only, "figure"),
        first(only, "keyword"),
        most == 0 ? null : sentence(best, tellers));
  }

  private static List<Said> first(Map<String, List<Said>> only, String kind) {
    return only.getOrDefault(kind, List.of()).stream().limit(SHOWN).toList();
  }

  private static Map<Thing, Said> things(Told told) {
    Map<Thing, Said> things = new LinkedHashMap<>();
    String lang = told.row().lang().primary();
    for (Name name : told.notes().names()) {
      var thing = new Thing("name", name.key(), name.concept() == null ? lang : null);
      things.putIfAbsent(thing, Said.of(name.text()));
    }
    for (Figure figure : told.notes().figures()) {
      if (isTelling(figure)) {
        things.putIfAbsent(thing(figure), said(figure, told.row().lang()));
      }
    }
    for (Keyword keyword : told.notes().keywords()) {
      things.putIfAbsent(new Thing("keyword", keyword.key(), lang), Said.of(keyword.text()));
    }
    return things;
  }

  private static Thing thing(Figure figure) {
    return new Thing("figure", figure.kind() + " " + figure.value(), null);
  }

  /// Dates differ by when an outlet wrote, and a bare digit tells nothing.
  private static boolean isTelling(Figure figure) {
    return switch (figure.kind()) {
      case PERCENT, MONEY -> true;
      case NUMBER -> figure.value().length() > 1;
      case DATE, YEAR, ORDINAL -> false;
    };
  }

  private static Said said(Figure figure, Lang lang) {
    String unit = figure.unit();
    String words =
        switch (figure.kind()) {
          case PERCENT -> figure.value() + " %";
          case MONEY ->
              figure.currency() == null ? figure.value() : figure.currency() + " " + figure.value();
          default -> unit == null ? figure.value() : figure.value() + " " + unit;
        };
    return unit == null || figure.kind() != Figure.Kind.NUMBER
        ? new Said(Safe.text(words), null, "ltr")
        : Said.of(words, lang);
  }

  /// @return the first sentence that holds a figure, or else a name, of this outlet alone
  private @Nullable Said sentence(Told told, Map<Thing, Set<SourceId>> tellers) {
    Article article = store.entry(told.row().id()).map(Store.Entry::article).orElse(null);
    if (article == null) {
      return null;
    }
    String text = article.text();
    for (Figure figure : told.notes().figures()) {
      if (isTelling(figure) && tellers.getOrDefault(thing(figure), Set.of()).size() == 1) {
        return around(text, figure.start(), article.lang());
      }
    }
    for (Name name : told.notes().names()) {
      var thing = new Thing("name", name.key(), null);
      int at = text.indexOf(name.text().value());
      if (at >= 0 && tellers.getOrDefault(thing, Set.of()).size() == 1) {
        return around(text, at, article.lang());
      }
    }
    return null;
  }

  private static @Nullable Said around(String text, int at, Lang lang) {
    for (Span span : Sentences.of(text, lang)) {
      if (span.start() <= at && at < span.end()) {
        String sentence = text.substring(span.start(), span.end());
        return sentence.length() > SENTENCE_LIMIT_CHARS ? null : Said.of(sentence, lang);
      }
    }
    return null;
  }
}
