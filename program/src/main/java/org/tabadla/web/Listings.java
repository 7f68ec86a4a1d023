package org.tabadla.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Lang;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Cursor;
import org.tabadla.store.Store.Row;
import org.tabadla.store.Store.StoryRow;

/// All listings there are, from the store and the index.
final class Listings {
  private static final int QUERY_LIMIT_CHARS = 500;
  private static final int SEARCH_LIMIT_FROM = 10_000;
  private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,5}");
  private static final Pattern LANG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
  private static final Pattern SOURCE = Pattern.compile("[\\w.:-]{1,200}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Store store;
  private final Search search;

  Listings(Store store, Search search) {
    this.store = store;
    this.search = search;
  }

  /// What came of a search.
  sealed interface Searched {
    record Found(Listing listing) implements Searched {}

    record Bad(String why) implements Searched {}

    /// Nothing was asked.
    record Nothing() implements Searched {}
  }

  Listing front(@Nullable Cursor after, int limit) {
    List<StoryRow> more = store.stories(after, limit + 1);
    List<StoryRow> shown = more.subList(0, Math.min(limit, more.size()));
    StoryRow last = shown.isEmpty() ? null : shown.getLast();
    String next =
        last == null || more.size() <= limit
            ? null
            : "after=" + Cursors.write(last.last(), last.id().value());
    List<Row> leads = shown.stream().map(StoryRow::lead).toList();
    return new Listing(null, Lang.UND, "/", "", leads, shown, Map.of(), -1, next);
  }

  /// Articles of all outlets, newest first.
  Listing newest(@Nullable Cursor after, int limit) {
    return listing(null, Lang.UND, "/", -1, limit, n -> store.newest(after, n));
  }

  Listing source(SourceId id, @Nullable Cursor after, int limit) {
    var row = store.source(id).orElseThrow(() -> new Missing("source " + id));
    String path = "/source/" + Steps.of(id.value());
    return listing(
        row.source().name(),
        Lang.UND,
        path,
        row.articles(),
        limit,
        n -> store.newestOf(id, after, n));
  }

  Listing keyword(String key, @Nullable Cursor after, int limit) {
    var count = store.keyword(key).orElseThrow(() -> new Missing("keyword " + key));
    return counted("/keyword/", count, limit, n -> store.withKeyword(key, after, n));
  }

  Listing name(String key, @Nullable Cursor after, int limit) {
    var count = store.name(key).orElseThrow(() -> new Missing("name " + key));
    return counted("/name/", count, limit, n -> store.withName(key, after, n));
  }

  /// What a standing query met.
  Listing watch(String id, @Nullable Cursor after, int limit) {
    var watch = store.watches().watch(id).orElseThrow(() -> new Missing("standing query"));
    return listing(
        watch.title(),
        Lang.UND,
        Watches.path(id),
        watch.hits(),
        limit,
        n -> store.watches().hits(id, after, n));
  }

  private static Listing counted(
      String room, Store.Count count, int limit, Function<Integer, List<Row>> rows) {
    String path = room + Steps.of(count.key());
    return listing(count.label(), count.lang(), path, count.articles(), limit, rows);
  }

  /// A story's articles, newest first.
  Listing story(StoryId id, int limit) {
    var story = store.story(id).orElseThrow(() -> new Missing("story " + id));
    List<Row> rows = store.storyArticles(id).reversed().stream().limit(limit).toList();
    Row lead = story.lead();
    String path = Reader.storyPath(story);
    return new Listing(
        lead.title(), lead.lang(), path, "", rows, List.of(), Map.of(), story.articles(), null);
  }

  private static Listing listing(
      @Nullable String title,
      Lang lang,
      String path,
      long total,
      int limit,
      Function<Integer, List<Row>> rows) {
    List<Row> more = rows.apply(limit + 1);
    List<Row> shown = more.subList(0, Math.min(limit, more.size()));
    Row last = shown.isEmpty() ? null : shown.getLast();
    String next =
        last == null || more.size() <= limit
            ? null
            : "after=" + Cursors.write(last.when(), last.id().value());
    return new Listing(title, lang, path, "", shown, List.of(), Map.of(), total, next);
  }

  /// @param asked the form
  /// @param from the parameter of that name: how many hits stood on earlier pages
  Searched search(SearchPage.Asked asked, @Nullable String from, int limit) {
    String query = query(asked);
    if (query.isBlank()) {
      return new Searched.Nothing();
    }
    int skipped = from == null || from.isEmpty() ? 0 : number("from", from);
    var order = asked.newest() ? Search.Order.NEWEST : Search.Order.RELEVANCE;
    return switch (search.search(query, order, skipped, limit)) {
      case Search.Answer.BadQuery bad -> new Searched.Bad(bad.why());
      case Search.Answer.Found found ->
          new Searched.Found(found(asked, found, skipped + found.hits().size()));
    };
  }

  private Listing found(SearchPage.Asked asked, Search.Answer.Found found, int seen) {
    Map<ArticleId, String> excerpts = new HashMap<>();
    found.hits().forEach(hit -> excerpts.put(hit.id(), hit.excerpt()));
    List<Row> rows = store.rows(found.hits().stream().map(Search.Hit::id).toList());
    boolean more = !found.hits().isEmpty() && seen < found.total() && seen <= SEARCH_LIMIT_FROM;
    return new Listing(
        asked.q(),
        Lang.UND,
        "/search",
        parameters(asked),
        rows,
        List.of(),
        excerpts,
        found.total(),
        more ? "from=" + seen : null);
  }

  /// @return the words and the filters as one query
  static String query(SearchPage.Asked asked) {
    if (asked.q().length() > QUERY_LIMIT_CHARS) {
      throw new BadRequest("q", asked.q());
    }
    var filters = new StringBuilder();
    filter(filters, "lang", asked.lang(), LANG);
    filter(filters, "source", asked.source(), SOURCE);
    filter(filters, "after", asked.after(), DAY);
    filter(filters, "before", asked.before(), DAY);
    String words = asked.q().strip();
    return words.isEmpty() || filters.isEmpty()
        ? words + filters.toString().strip()
        : "(" + words + ")" + filters;
  }

  private static void filter(StringBuilder out, String field, String value, Pattern form) {
    if (value.isEmpty()) {
      return;
    }
    if (!form.matcher(value).matches()) {
      throw new BadRequest(field, value);
    }
    out.append(' ').append(field).append(':');
    out.append(value.indexOf(':') < 0 ? value : '"' + value + '"');
  }

  private static String parameters(SearchPage.Asked asked) {
    var out = new StringBuilder("q=").append(encoded(asked.q()));
    append(out, "lang", asked.lang());
    append(out, "source", asked.source());
    append(out, "after", asked.after());
    append(out, "before", asked.before());
    append(out, "order", asked.newest() ? "newest" : "");
    return out.toString();
  }

  private static void append(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.append('&').append(name).append('=').append(encoded(value));
    }
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// @throws BadRequest when it is no number of up to five digits
  static int number(String parameter, String value) {
    if (!SMALL_NUMBER.matcher(value).matches()) {
      throw new BadRequest(parameter, value);
    }
    return Math.min(Integer.parseInt(value), SEARCH_LIMIT_FROM);
  }
}
