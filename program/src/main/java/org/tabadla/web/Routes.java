package org.tabadla.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.exchange.websub.HubLinks;
import org.tabadla.model.ArticleId;
import org.tabadla.model.SourceId;
import org.tabadla.model.StoryId;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.store.Store.Cursor;

/// Which address leads where, and the door at which every failure becomes an answer.
///
/// Each page stands at `/ur/…`, `/en/…` and so on, and without that step in the language that the
/// reader's browser asks for.
final class Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int FORBIDDEN = 403;
  private static final int QUERY_LIMIT_CHARS = 6_000;

  private final Store store;
  private final WebOptions options;
  private final Replies replies;
  private final Shells shells;
  private final Listings listings;
  private final Pages pages;
  private final Articles articles;
  private final Versions versions;
  private final Stories stories;
  private final Trends trends;
  private final Watches watches;
  private final TopicPages topics;
  private final Quotes quotes;
  private final Api api;
  private final WatchApi watchApi;

  Routes(
      Store store,
      Search search,
      WebOptions options,
      InstantSource clock,
      Replies replies,
      Supplier<String> base) {
    this.store = store;
    this.options = options;
    this.replies = replies;
    this.shells = new Shells(base, options.hub());
    this.listings = new Listings(store, search);
    this.pages = new Pages(store, listings, shells, clock);
    this.articles = new Articles(store, shells);
    this.versions = new Versions(store, shells);
    this.stories = new Stories(store, listings, shells);
    this.trends = new Trends(store, shells, clock);
    var door = new WatchDoor(store, options.watches(), shells);
    var desk = new WatchDesk(store, search, options.watches().refusal(), clock);
    this.watches = new Watches(store, options, shells, replies, desk, door);
    this.watchApi = new WatchApi(store, replies, desk, door);
    this.topics = new TopicPages(store, shells, clock);
    this.quotes = new Quotes(store, shells);
    this.api = new Api(store, listings, topics, trends, replies);
  }

  void add(RoutesConfig routes) {
    routes.before(Routes::guard);
    addPages(routes, "", ctx -> Ui.accepted(ctx.header("Accept-Language")));
    for (Ui ui : Ui.ALL) {
      addPages(routes, "/" + ui.tag(), ctx -> ui);
    }
    get(routes, "/static/{file}", replies::asset);
    get(routes, "/robots.txt", Routes::robots);
    get(routes, "/health", this::health);
    api.add(routes);
    watchApi.add(routes);
    addDoor(routes);
  }

  private void addPages(RoutesConfig routes, String at, Function<Context, Ui> language) {
    Asked front = (ctx, ui) -> front(ctx, ui);
    Map<String, Asked> all = new LinkedHashMap<>();
    all.put("/", front);
    all.put("/sources", (ctx, ui) -> replies.page(ctx, "sources", pages.sources(reader(ui))));
    all.put("/source/{key}", (ctx, ui) -> source(ctx, ui));
    all.put(
        "/keyword/{key}",
        (ctx, ui) -> replies.page(ctx, "listing", pages.keyword(reader(ui), key(ctx), after(ctx))));
    all.put(
        "/name/{key}",
        (ctx, ui) -> replies.page(ctx, "listing", pages.name(reader(ui), key(ctx), after(ctx))));
    all.put(
        "/name/{key}/quotes",
        (ctx, ui) -> replies.page(ctx, "quotes", quotes.page(reader(ui), key(ctx), after(ctx))));
    all.put(
        "/topic/{key}",
        (ctx, ui) -> replies.page(ctx, "listing", topics.page(reader(ui), key(ctx), after(ctx))));
    all.put("/article/{key}", this::article);
    all.put(
        "/article/{key}/versions",
        (ctx, ui) ->
            replies.page(ctx, "versions", versions.page(reader(ui), new ArticleId(key(ctx)))));
    all.put(
        "/story/{key}",
        (ctx, ui) -> replies.page(ctx, "story", stories.page(reader(ui), story(ctx))));
    all.put("/search", (ctx, ui) -> search(ctx, ui));
    all.put("/trends", (ctx, ui) -> replies.page(ctx, "trends", trends.page(reader(ui))));
    all.put(
        "/watch/{key}",
        (ctx, ui) -> replies.page(ctx, "listing", pages.watch(reader(ui), key(ctx), after(ctx))));
    all.forEach(
        (path, page) -> get(routes, at + path, ctx -> page.answer(ctx, language.apply(ctx))));
    watches.add(routes, at, language);
    for (FeedForm form : FeedForm.values()) {
      feeds()
          .forEach((path, listing) ->
              get(
                  routes,
                  at + path + "/feed." + form.extension(),
                  ctx -> feed(ctx, language.apply(ctx), form, listing.apply(ctx))));
    }
  }

  /// A page in one language.
  @FunctionalInterface
  private interface Asked {
    void answer(Context ctx, Ui ui);
  }

  private Map<String, Function<Context, Listing>> feeds() {
    int limit = Listing.PAGE_ROWS;
    Map<String, Function<Context, Listing>> all = new LinkedHashMap<>();
    all.put("", ctx -> listings.front(null, limit));
    all.put("/source/{key}", ctx -> listings.source(new SourceId(key(ctx)), null, limit));
    all.put("/keyword/{key}", ctx -> listings.keyword(key(ctx), null, limit));
    all.put("/name/{key}", ctx -> listings.name(key(ctx), null, limit));
    all.put("/topic/{key}", ctx -> topics.listing(languageOf(ctx), key(ctx), null, limit));
    all.put("/story/{key}", ctx -> listings.story(story(ctx), limit));
    all.put("/watch/{key}", ctx -> listings.watch(key(ctx), null, limit));
    all.put("/trends", ctx -> trends.listing());
    all.put("/search", this::searched);
    return all;
  }

  private Listing searched(Context ctx) {
    SearchPage.Asked asked = asked(ctx, true);
    return switch (listings.search(asked, null, Listing.PAGE_ROWS)) {
      case Listings.Searched.Found found -> found.listing();
      case Listings.Searched.Bad bad -> throw new BadRequest("q", bad.why());
      case Listings.Searched.Nothing nothing -> throw new BadRequest("q", "");
    };
  }

  private StoryId story(Context ctx) {
    return story(store, ctx);
  }

  /// The story that an address names, or where its articles went.
  ///
  /// @throws MovedStory when they are in another one now
  static StoryId story(Store store, Context ctx) {
    var id = new StoryId(key(ctx));
    if (id.value().length() > 1 && store.story(id).isEmpty()) {
      store
          .movedTo(id)
          .filter(to -> !to.equals(id))
          .ifPresent(to -> {
            throw new MovedStory(id, to);
          });
    }
    return id;
  }

  /// The same address with the other story in it, the query kept.
  private static void moved(Context ctx, MovedStory moved) {
    String path = ctx.req().getRequestURI();
    String to =
        path.replace("/" + Steps.of(moved.from().value()), "/" + Steps.of(moved.to().value()));
    if (to.equals(path)) {
      throw new IllegalStateException("a moved story under an unknown address: " + path);
    }
    String query = ctx.queryString();
    ctx.redirect(query == null ? to : to + "?" + query, HttpStatus.MOVED_PERMANENTLY);
  }

  private void front(Context ctx, Ui ui) {
    replies.page(ctx, "front", pages.front(reader(ui), after(ctx)));
  }

  private void source(Context ctx, Ui ui) {
    var page = pages.source(reader(ui), new SourceId(key(ctx)), after(ctx));
    replies.page(ctx, "source", page);
  }

  private void search(Context ctx, Ui ui) {
    var page = pages.search(reader(ui), asked(ctx, false), ctx.queryParam("from"));
    if (page.trouble() != null) {
      ctx.status(CLIENT_ERROR);
    }
    replies.page(ctx, "search", page);
  }

  private void article(Context ctx, Ui ui) {
    var id = new ArticleId(key(ctx));
    if (Views.isReading(ctx) && store.entry(id).isPresent()) {
      count(id);
    }
    replies.page(ctx, "article", articles.page(reader(ui), id));
  }

  /// A full disk must not keep anybody from reading.
  private void count(ArticleId id) {
    try {
      store.countView(id);
    } catch (RuntimeException e) {
      LOG.warn("[store] a view of {} could not be counted: {}", id, e.getMessage());
    }
  }

  private void feed(Context ctx, Ui ui, FeedForm form, Listing listing) {
    // What a standing query met is its owner's, and no hub tells others of it.
    String hub = listing.path().startsWith(Watches.path("")) ? null : shells.hub();
    var feeds = new Feeds(shells.base(), ui, hub);
    String body = feeds.write(form, listing);
    ctx.header("Access-Control-Allow-Origin", "*");
    if (hub != null) {
      ctx.header("Link", HubLinks.header(hub, feeds.self(listing, form)));
    }
    replies.text(ctx, form.type() + "; charset=utf-8", body);
  }

  private Reader reader(Ui ui) {
    return new Reader(ui, options.zone());
  }

  static String key(Context ctx) {
    String key = Steps.key(ctx.pathParam("key"));
    if (key.isBlank()) {
      throw new Missing("such page");
    }
    return key;
  }

  private static @Nullable Cursor after(Context ctx) {
    return Cursors.read(ctx.queryParam("after"));
  }

  /// @param newest the order of a feed is always newest first
  static SearchPage.Asked asked(Context ctx, boolean newest) {
    return new SearchPage.Asked(
        given(ctx, "q"),
        given(ctx, "lang"),
        given(ctx, "source"),
        given(ctx, "after"),
        given(ctx, "before"),
        newest || "newest".equals(ctx.queryParam("order")));
  }

  private static String given(Context ctx, String parameter) {
    return Objects.requireNonNullElse(ctx.queryParam(parameter), "");
  }

  static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }

  private static void guard(Context ctx) {
    Headers.set(ctx);
    String query = ctx.queryString();
    if (query != null && query.length() > QUERY_LIMIT_CHARS) {
      throw new BadRequest("query", query);
    }
  }

  private static void robots(Context ctx) {
    ctx.contentType("text/plain; charset=utf-8");
    ctx.result("User-agent: *\nDisallow: /search\nDisallow: /*/search\nDisallow: /api/\n");
  }

  private void health(Context ctx) {
    ctx.contentType("application/json");
    ctx.header("Cache-Control", "no-store");
    ctx.result("{\"status\":\"up\",\"articles\":" + store.articleCount() + "}");
  }

  private void addDoor(RoutesConfig routes) {
    routes.exception(Missing.class, (e, ctx) -> trouble(ctx, NOT_FOUND, null));
    routes.exception(MovedStory.class, (e, ctx) -> moved(ctx, e));
    routes.exception(BadRequest.class, (e, ctx) -> trouble(ctx, CLIENT_ERROR, e.getMessage()));
    routes.exception(
        HttpResponseException.class,
        (e, ctx) -> {
          e.getDetails().forEach((name, value) -> LOG.debug("{}: {}", name, value));
          trouble(ctx, e.getStatus(), null);
        });
    routes.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("[web] {} {}: {}", ctx.method(), Safe.text(ctx.path()), e.toString(), e);
          trouble(ctx, SERVER_ERROR, null);
        });
  }

  private void trouble(Context ctx, int status, @Nullable String detail) {
    ctx.status(status);
    if (ctx.path().startsWith("/api/")) {
      Api.trouble(ctx, status, detail);
      return;
    }
    Ui ui = languageOf(ctx);
    int shown =
        List.of(CLIENT_ERROR, FORBIDDEN, NOT_FOUND, NOT_ALLOWED).contains(status)
            ? status
            : status < SERVER_ERROR ? CLIENT_ERROR : SERVER_ERROR;
    Shell shell = shells.of(ui, ui.say("trouble." + shown), "/");
    replies.page(
        ctx,
        "trouble",
        new TroublePage(shell, shown, detail == null ? null : Said.unknown(detail)));
  }

  private static Ui languageOf(Context ctx) {
    String[] steps = ctx.path().split("/", 3);
    return Optional.of(steps)
        .filter(s -> s.length > 1)
        .flatMap(s -> Ui.of(s[1]))
        .orElseGet(() -> Ui.accepted(ctx.header("Accept-Language")));
  }
}
