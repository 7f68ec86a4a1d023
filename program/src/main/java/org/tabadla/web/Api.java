package org.tabadla.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.ArticleId;
import org.tabadla.model.SourceId;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Cursor;
import tools.jackson.databind.json.JsonMapper;

/// The same as JSON for programs, to read; `openapi.json` describes it.
final class Api {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LIMIT_ROWS = 100;
  private static final int NEAR = 20;
  private static final int TELLINGS = 300;
  static final String TYPE = "application/json; charset=utf-8";

  private final Store store;
  private final Listings listings;
  private final TopicPages topics;
  private final Trends trends;
  private final Replies replies;

  Api(Store store, Listings listings, TopicPages topics, Trends trends, Replies replies) {
    this.store = store;
    this.listings = listings;
    this.topics = topics;
    this.trends = trends;
    this.replies = replies;
  }

  /// @return every address of the API with what answers it
  Map<String, Handler> handlers() {
    Map<String, Handler> all = new LinkedHashMap<>();
    all.put("/api/openapi.json", this::description);
    all.put("/api/articles", ctx -> list(ctx, listings.newest(after(ctx), limit(ctx))));
    all.put("/api/articles/{key}", this::article);
    all.put("/api/articles/{key}/versions", this::versions);
    all.put("/api/stories", this::stories);
    all.put("/api/stories/{key}", this::story);
    all.put("/api/sources", ctx -> send(ctx, Map.of("sources", sources())));
    all.put("/api/sources/{key}", this::source);
    all.put(
        "/api/sources/{key}/articles",
        ctx -> list(ctx, listings.source(new SourceId(Routes.key(ctx)), after(ctx), limit(ctx))));
    all.put("/api/search", this::search);
    all.put(
        "/api/keywords",
        ctx -> send(ctx, Map.of("keywords", counts(store.keywords(since(ctx), limit(ctx))))));
    all.put(
        "/api/keywords/{key}",
        ctx -> list(ctx, listings.keyword(Routes.key(ctx), after(ctx), limit(ctx))));
    all.put(
        "/api/names",
        ctx -> send(ctx, Map.of("names", counts(store.names(since(ctx), limit(ctx))))));
    all.put(
        "/api/names/{key}",
        ctx -> list(ctx, listings.name(Routes.key(ctx), after(ctx), limit(ctx))));
    all.put("/api/names/{key}/quotes", this::quotes);
    all.put(
        "/api/topics", ctx -> send(ctx, Map.of("topics", topics(store, since(ctx), limit(ctx)))));
    all.put(
        "/api/topics/{key}",
        ctx -> list(ctx, topics.listing(Ui.EN, Routes.key(ctx), after(ctx), limit(ctx))));
    all.put("/api/trends", ctx -> send(ctx, trends.shape()));
    all.put(
        "/api/watches/{key}",
        ctx -> list(ctx, listings.watch(Routes.key(ctx), after(ctx), limit(ctx))));
    return all;
  }

  private static List<Map<String, Object>> topics(Store store, Instant since, int limit) {
    return store.topics().top(since, limit).stream().map(SaidShapes::topic).toList();
  }

  /// What somebody was quoted as saying, an article at a time.
  private void quotes(Context ctx) {
    String name = Routes.key(ctx);
    if (store.name(name).isEmpty()) {
      throw new Missing("name " + name);
    }
    int limit = limit(ctx);
    var more = store.quotes().by(name, after(ctx), limit + 1);
    var shown = more.subList(0, Math.min(limit, more.size()));
    var body = new LinkedHashMap<String, Object>();
    body.put("quotes", shown.stream().flatMap(SaidShapes::spoken).toList());
    body.put("next", more.size() <= limit ? null : "after=" + Quotes.cursor(shown.getLast().row()));
    send(ctx, body);
  }

  void add(RoutesConfig routes) {
    handlers()
        .forEach((path, handler) -> {
          routes.get(path, handler);
          routes.head(path, handler);
        });
  }

  static void trouble(Context ctx, int status, @Nullable String detail) {
    var said = new LinkedHashMap<String, Object>();
    said.put("status", status);
    said.put("error", Objects.requireNonNullElse(detail, status == 404 ? "not found" : "failed"));
    ctx.contentType(TYPE).result(JSON.writeValueAsString(said));
  }

  private void send(Context ctx, Object body) {
    ctx.header("Access-Control-Allow-Origin", "*");
    replies.text(ctx, TYPE, JSON.writeValueAsString(body));
  }

  private void description(Context ctx) {
    try (InputStream in = Api.class.getResourceAsStream("openapi.json")) {
      byte[] bytes = Objects.requireNonNull(in, "openapi.json").readAllBytes();
      ctx.header("Access-Control-Allow-Origin", "*");
      replies.text(ctx, TYPE, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void list(Context ctx, Listing listing) {
    var body = new LinkedHashMap<String, Object>();
    body.put("articles", listing.rows().stream().map(Shapes::row).toList());
    body.put("next", listing.next());
    send(ctx, body);
  }

  private void article(Context ctx) {
    var id = new ArticleId(Routes.key(ctx));
    var entry = store.entry(id).orElseThrow(() -> new Missing("article " + id));
    send(ctx, Shapes.entry(entry, store.views(id), store.links(id)));
  }

  private void versions(Context ctx) {
    var versions = store.versions(new ArticleId(Routes.key(ctx)));
    if (versions.isEmpty()) {
      throw new Missing("article");
    }
    var shapes = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < versions.size(); i++) {
      shapes.add(Shapes.version(versions.get(i), i == 0 ? null : versions.get(i - 1)));
    }
    send(ctx, Map.of("versions", shapes));
  }

  private void stories(Context ctx) {
    Listing listing = listings.front(after(ctx), limit(ctx));
    var body = new LinkedHashMap<String, Object>();
    body.put("stories", listing.stories().stream().map(Shapes::story).toList());
    body.put("next", listing.next());
    send(ctx, body);
  }

  private void story(Context ctx) {
    var id = Routes.story(store, ctx);
    var story = store.story(id).orElseThrow(() -> new Missing("story " + id));
    var body = Shapes.story(story);
    body.put("tellings", store.storyArticles(id).stream().map(Shapes::row).toList());
    var told = store.tellings(id, TELLINGS);
    body.put("topics", SaidShapes.topics(told));
    body.put("quotes", told.stream().flatMap(SaidShapes::quotes).toList());
    body.put("near", store.nearStories(id, NEAR).stream().map(Shapes::near).toList());
    send(ctx, body);
  }

  private List<Map<String, Object>> sources() {
    return store.sources().stream().map(Shapes::source).toList();
  }

  private void source(Context ctx) {
    var id = new SourceId(Routes.key(ctx));
    var row = store.source(id).orElseThrow(() -> new Missing("source " + id));
    send(ctx, Shapes.source(row));
  }

  private void search(Context ctx) {
    switch (listings.search(Routes.asked(ctx, false), ctx.queryParam("from"), limit(ctx))) {
      case Listings.Searched.Nothing nothing -> throw new BadRequest("q", "");
      case Listings.Searched.Bad bad -> throw new BadRequest("q", bad.why());
      case Listings.Searched.Found found -> {
        var body = new LinkedHashMap<String, Object>();
        body.put("total", found.listing().total());
        body.put("articles", found.listing().rows().stream().map(Shapes::row).toList());
        body.put("next", found.listing().next());
        send(ctx, body);
      }
    }
  }

  private static List<Map<String, Object>> counts(List<Store.Count> counts) {
    return counts.stream().map(Shapes::count).toList();
  }

  private static @Nullable Cursor after(Context ctx) {
    return Cursors.read(ctx.queryParam("after"));
  }

  private static int limit(Context ctx) {
    String limit = ctx.queryParam("limit");
    return limit == null
        ? Listing.PAGE_ROWS
        : Math.clamp(Listings.number("limit", limit), 1, LIMIT_ROWS);
  }

  private static Instant since(Context ctx) {
    String since = ctx.queryParam("since");
    try {
      return since == null ? Instant.EPOCH : Instant.parse(since);
    } catch (DateTimeParseException e) {
      throw new BadRequest("since", since);
    }
  }
}
