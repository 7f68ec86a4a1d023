package org.tabadla.web.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Letters;
import org.tabadla.language.Words;
import org.tabadla.model.Article;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Figure;
import org.tabadla.model.Quote;
import org.tabadla.model.Text;
import org.tabadla.store.Store;
import org.tabadla.verify.Desk;

/// Finds, among the quotes of the newest articles, those that several outlets tell or that hold a
/// figure that can be looked up, and that nobody has put down as a claim.
final class Suggestions {
  private static final int LOOKED_BACK = 400;
  private static final int MOST = 60;
  private static final int FEWEST_WORDS = 4;
  private static final int MOST_OF_SPEAKER = 200;

  /// How many words of the longer one must be in the other for both to be one quote.
  private static final double SAME = 0.8;

  private static final Set<Figure.Kind> CHECKABLE =
      Set.of(Figure.Kind.NUMBER, Figure.Kind.PERCENT, Figure.Kind.MONEY);

  private final Desk desk;
  private final Store store;
  private @Nullable Found found;

  Suggestions(Desk desk, Store store) {
    this.desk = desk;
    this.store = store;
  }

  /// A quote in an article.
  record Place(Article article, Quote quote) {
    Text words() {
      return new Text(quote.words(), article.lang());
    }

    Instant at() {
      var published = article.published();
      return published == null ? article.fetched() : published.value().at();
    }
  }

  /// A quote with the articles that have it.
  ///
  /// @param figures those in it that can be looked up, as written
  record Told(List<Place> places, Set<String> words, List<String> figures) {
    Place first() {
      return places.stream().min(Comparator.comparing(Place::at)).orElseThrow();
    }

    long outlets() {
      return places.stream().map(p -> p.article().source()).distinct().count();
    }
  }

  /// What was found up to an article of the log, before anything of it was put down as a claim.
  private record Found(long newest, List<Told> all) {}

  /// @return the most widely told first, then the newest
  List<Told> all() {
    return found().all().stream()
        .filter(told -> told.places().stream().noneMatch(p -> desk.knows(p.words())))
        .limit(MOST)
        .toList();
  }

  /// The articles are read once, and again when there is a new one, however often the page is asked
  /// for.
  private synchronized Found found() {
    long newest = store.newestSeq();
    Found known = found;
    if (known == null || known.newest() != newest) {
      known = new Found(newest, looked(newest));
      found = known;
    }
    return known;
  }

  private List<Told> looked(long newest) {
    Map<String, List<Told>> bySpeaker = new HashMap<>();
    for (Store.Entry entry : store.since(Math.max(0, newest - LOOKED_BACK), LOOKED_BACK)) {
      List<Quote> quotes = entry.notes().quotes();
      quotes.forEach(quote -> add(bySpeaker, entry, new Place(entry.article(), quote)));
    }
    return bySpeaker.values().stream()
        .flatMap(List::stream)
        .filter(told -> told.outlets() > 1 || !told.figures().isEmpty())
        .sorted(
            Comparator.comparingLong(Told::outlets)
                .reversed()
                .thenComparing(told -> told.first().at(), Comparator.reverseOrder()))
        .toList();
  }

  /// A quote of an article by where it begins in the article's text.
  Optional<Place> at(ArticleId article, int start) {
    return store
        .entry(article)
        .flatMap(entry ->
            entry.notes().quotes().stream()
                .filter(quote -> quote.span().start() == start)
                .findFirst()
                .map(quote -> new Place(entry.article(), quote)));
  }

  private static void add(Map<String, List<Told>> all, Store.Entry entry, Place place) {
    Set<String> words = words(place);
    if (words.size() < FEWEST_WORDS) {
      return;
    }
    String name = place.quote().name();
    String speaker = name == null ? place.quote().speaker() : name;
    String key = place.article().lang().primary() + " " + speaker;
    List<Told> same = all.computeIfAbsent(key, k -> new ArrayList<>());
    for (Told told : same) {
      if (isSame(told.words(), words)) {
        told.places().add(place);
        return;
      }
    }
    if (same.size() < MOST_OF_SPEAKER) {
      same.add(new Told(new ArrayList<>(List.of(place)), words, figures(entry, place.quote())));
    }
  }

  private static boolean isSame(Set<String> one, Set<String> other) {
    long shared = one.stream().filter(other::contains).count();
    return shared >= SAME * Math.max(one.size(), other.size());
  }

  private static Set<String> words(Place place) {
    String text = Letters.fold(place.quote().words(), place.article().lang());
    var out = new HashSet<String>();
    Words.of(text, place.article().lang()).forEach(span -> out.add(span.of(text)));
    return out;
  }

  private static List<String> figures(Store.Entry entry, Quote quote) {
    String text = entry.article().text();
    return entry.notes().figures().stream()
        .filter(f -> CHECKABLE.contains(f.kind()))
        .filter(f -> f.start() >= quote.span().start() && f.end() <= quote.span().end())
        .filter(f -> f.end() <= text.length() && isLarge(f))
        .map(f -> text.substring(f.start(), f.end()))
        .distinct()
        .limit(3)
        .toList();
  }

  /// «One of» and «two days» are figures, too; what is counted in units of one hand says little.
  private static boolean isLarge(Figure figure) {
    return figure.kind() != Figure.Kind.NUMBER
        || figure.value().toLowerCase(Locale.ROOT).replaceAll("[^0-9]", "").length() > 1;
  }
}
