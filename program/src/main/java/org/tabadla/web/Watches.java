package org.tabadla.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Moment;
import org.tabadla.search.Search;
import org.tabadla.store.Store;
import org.tabadla.store.WatchRecords.Watch;

/// The page where standing queries are listed, added and removed.
///
/// Until there are accounts, whoever may reach the machine's own door may do so: requests must be
/// for one of our own names (against rebinding of names), and what changes something must come from
/// our own page (`Origin`, RFC 6454), so no other site can make a browser do it.
final class Watches {
  private static final int SEE_OTHER = 303;
  private static final int CLIENT_ERROR = 400;
  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

  private final Store store;
  private final WebOptions options;
  private final Shells shells;
  private final Replies replies;
  private final WatchDesk desk;

  Watches(
      Store store,
      Search search,
      WebOptions options,
      Shells shells,
      Replies replies,
      InstantSource clock) {
    this.store = store;
    this.options = options;
    this.shells = shells;
    this.replies = replies;
    this.desk = new WatchDesk(store, search, options.watches().refusal(), clock);
  }

  void add(RoutesConfig routes, String at, Function<Context, Ui> language) {
    routes.get(at + "/watches", ctx -> list(ctx, language.apply(ctx)));
    routes.head(at + "/watches", ctx -> list(ctx, language.apply(ctx)));
    routes.post(at + "/watches", ctx -> ask(ctx, language.apply(ctx)));
    routes.post(at + "/watches/{key}/remove", ctx -> remove(ctx, language.apply(ctx)));
  }

  private void list(Context ctx, Ui ui) {
    checkName(ctx);
    String query = Objects.requireNonNullElse(ctx.queryParam("q"), "");
    show(ctx, ui, new WatchDesk.Asked(query, "", "", ""), null);
  }

  private void ask(Context ctx, Ui ui) {
    checkOrigin(ctx);
    var asked =
        new WatchDesk.Asked(
            given(ctx, "q"), given(ctx, "title"), given(ctx, "webhook"), given(ctx, "email"));
    switch (desk.add(asked)) {
      case WatchDesk.Outcome.Stands _ ->
          ctx.redirect(ui.link("/watches"), io.javalin.http.HttpStatus.forStatus(SEE_OTHER));
      case WatchDesk.Outcome.Refused(String part, String why) -> {
        ctx.status(CLIENT_ERROR);
        String what = part.equals("query") ? ui.say("search.bad") : ui.say("watches.bad." + part);
        show(ctx, ui, asked, new WatchesPage.Trouble(what, Said.unknown(why)));
      }
    }
  }

  private void remove(Context ctx, Ui ui) {
    checkOrigin(ctx);
    if (!store.watches().remove(Routes.key(ctx))) {
      throw new Missing("standing query");
    }
    ctx.redirect(ui.link("/watches"), io.javalin.http.HttpStatus.forStatus(SEE_OTHER));
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }

  private void checkName(Context ctx) {
    if (!options.watches().open() || !isOurs(ctx.header("Host"))) {
      throw new ForbiddenResponse();
    }
  }

  private void checkOrigin(Context ctx) {
    checkName(ctx);
    String origin = ctx.header("Origin");
    String host = ctx.header("Host");
    if (origin == null || host == null || !origin.replaceFirst("^https?://", "").equals(host)) {
      throw new ForbiddenResponse();
    }
  }

  private boolean isOurs(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.replaceFirst(":\\d+$", "");
    String ours = shells.base().replaceFirst("^https?://", "").replaceFirst("/.*$", "");
    return THIS_MACHINE.contains(name) || host.equals(ours);
  }

  private void show(
      Context ctx, Ui ui, WatchDesk.Asked asked, WatchesPage.@Nullable Trouble trouble) {
    var reader = new Reader(ui, options.zone());
    var entries = store.watches().all().stream().map(watch -> entry(reader, watch)).toList();
    Shell shell = shells.of(ui, ui.say("watches"), "/watches");
    // Where no referrer may be told at all, browsers hide the origin of a form from its own server.
    ctx.header("Referrer-Policy", "same-origin");
    replies.page(ctx, "watches", new WatchesPage(shell, entries.reversed(), asked, trouble));
  }

  private static WatchesPage.Entry entry(Reader reader, Watch watch) {
    Ui ui = reader.ui();
    String path = path(watch.id());
    return new WatchesPage.Entry(
        ui.link(path),
        Said.unknown(watch.title()),
        Said.unknown(watch.query()),
        ui.count("count.articles", watch.hits()),
        reader.dated().of(Moment.time(watch.added(), ZoneOffset.UTC)),
        said(watch.webhook()),
        watch.secret() == null ? null : "whsec_" + watch.secret(),
        said(watch.email()),
        said(watch.trouble()),
        Arrays.stream(FeedForm.values())
            .map(form ->
                new Shell.FeedLink(
                    form.title(), form.type(), ui.link(path + "/feed." + form.extension())))
            .toList(),
        ui.link("/watches/" + Steps.of(watch.id()) + "/remove"));
  }

  static String path(String id) {
    return "/watch/" + Steps.of(id);
  }

  private static @Nullable Said said(@Nullable String words) {
    return words == null ? null : Said.unknown(words);
  }
}
