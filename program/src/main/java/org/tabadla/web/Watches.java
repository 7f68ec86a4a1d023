package org.tabadla.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Moment;
import org.tabadla.store.Store;
import org.tabadla.store.WatchRecords.Watch;

/// The page where standing queries are listed, added, changed and removed; {@link WatchDoor} tells
/// whose.
final class Watches {
  private static final int CLIENT_ERROR = 400;

  private final Store store;
  private final WebOptions options;
  private final Shells shells;
  private final Replies replies;
  private final WatchDesk desk;
  private final WatchDoor door;

  Watches(
      Store store,
      WebOptions options,
      Shells shells,
      Replies replies,
      WatchDesk desk,
      WatchDoor door) {
    this.store = store;
    this.options = options;
    this.shells = shells;
    this.replies = replies;
    this.desk = desk;
    this.door = door;
  }

  void add(RoutesConfig routes, String at, Function<Context, Ui> language) {
    Routes.get(routes, at + "/watches", ctx -> list(ctx, language.apply(ctx)));
    routes.post(at + "/watches", ctx -> ask(ctx, language.apply(ctx)));
    Routes.get(routes, at + "/watches/{key}/edit", ctx -> edit(ctx, language.apply(ctx)));
    routes.post(at + "/watches/{key}/edit", ctx -> change(ctx, language.apply(ctx)));
    routes.post(at + "/watches/{key}/remove", ctx -> remove(ctx, language.apply(ctx)));
  }

  private void list(Context ctx, Ui ui) {
    Owner owner = door.looking(ctx);
    String query = Objects.requireNonNullElse(ctx.queryParam("q"), "");
    showAll(ctx, ui, owner, new WatchDesk.Asked(query, "", "", ""), null);
  }

  private void ask(Context ctx, Ui ui) {
    Owner owner = door.sending(ctx);
    WatchDesk.Asked asked = asked(ctx);
    switch (desk.add(asked, owner.account())) {
      case WatchDesk.Outcome.Stands _ -> toAll(ctx, ui);
      case WatchDesk.Outcome.Refused refused ->
          showAll(ctx, ui, owner, asked, trouble(ctx, ui, refused));
    }
  }

  private void edit(Context ctx, Ui ui) {
    Owner owner = door.looking(ctx);
    Watch watch = door.one(ctx, owner);
    String title = watch.title().equals(watch.query()) ? "" : watch.title();
    var asked =
        new WatchDesk.Asked(
            watch.query(),
            title,
            Objects.requireNonNullElse(watch.webhook(), ""),
            Objects.requireNonNullElse(watch.email(), ""));
    showOne(ctx, ui, owner, watch, asked, null);
  }

  private void change(Context ctx, Ui ui) {
    Owner owner = door.sending(ctx);
    Watch watch = door.one(ctx, owner);
    WatchDesk.Asked asked = asked(ctx);
    switch (desk.change(watch, asked)) {
      case WatchDesk.Outcome.Stands _ -> toAll(ctx, ui);
      case WatchDesk.Outcome.Refused refused ->
          showOne(ctx, ui, owner, watch, asked, trouble(ctx, ui, refused));
    }
  }

  private void remove(Context ctx, Ui ui) {
    Watch watch = door.one(ctx, door.sending(ctx));
    store.watches().remove(watch.id());
    toAll(ctx, ui);
  }

  private static void toAll(Context ctx, Ui ui) {
    ctx.redirect(ui.link("/watches"), HttpStatus.SEE_OTHER);
  }

  private static WatchDesk.Asked asked(Context ctx) {
    return new WatchDesk.Asked(
        given(ctx, "q"), given(ctx, "title"), given(ctx, "webhook"), given(ctx, "email"));
  }

  private static String given(Context ctx, String field) {
    return Objects.requireNonNullElse(ctx.formParam(field), "");
  }

  private static WatchesPage.Trouble trouble(
      Context ctx, Ui ui, WatchDesk.Outcome.Refused refused) {
    ctx.status(CLIENT_ERROR);
    String part = refused.part();
    String what = part.equals("query") ? ui.say("search.bad") : ui.say("watches.bad." + part);
    return new WatchesPage.Trouble(what, Said.unknown(refused.why()));
  }

  private void showAll(
      Context ctx,
      Ui ui,
      Owner owner,
      WatchDesk.Asked asked,
      WatchesPage.@Nullable Trouble trouble) {
    var reader = new Reader(ui, options.zone());
    var entries = door.all(owner).stream().map(watch -> entry(reader, owner, watch)).toList();
    var form = new WatchesPage.Form(ui.link("/watches"), owner.formToken(), false, asked, trouble);
    show(ctx, owner, new WatchesPage(shell(ui, "/watches"), entries.reversed(), form));
  }

  private void showOne(
      Context ctx,
      Ui ui,
      Owner owner,
      Watch watch,
      WatchDesk.Asked asked,
      WatchesPage.@Nullable Trouble trouble) {
    String here = step(watch, "edit");
    var form = new WatchesPage.Form(ui.link(here), owner.formToken(), true, asked, trouble);
    show(ctx, owner, new WatchesPage(shell(ui, here), List.of(), form));
  }

  private Shell shell(Ui ui, String here) {
    return shells.of(ui, ui.say("watches"), here);
  }

  private void show(Context ctx, Owner owner, WatchesPage page) {
    // Where no referrer may be told at all, browsers hide the origin of a form from its own server.
    ctx.header("Referrer-Policy", "same-origin");
    replies.page(ctx, "watches", page);
    if (owner.account() != null) {
      ctx.header("Cache-Control", "private, no-store");
    }
  }

  private static WatchesPage.Entry entry(Reader reader, Owner owner, Watch watch) {
    Ui ui = reader.ui();
    String path = path(watch.id());
    return new WatchesPage.Entry(
        ui.link(path),
        Said.unknown(watch.title()),
        Said.unknown(watch.query()),
        owner.all() ? watch.owner() : null,
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
        ui.link(step(watch, "edit")),
        ui.link(step(watch, "remove")));
  }

  private static String step(Watch watch, String what) {
    return "/watches/" + Steps.of(watch.id()) + "/" + what;
  }

  static String path(String id) {
    return "/watch/" + Steps.of(id);
  }

  private static @Nullable Said said(@Nullable String words) {
    return words == null ? null : Said.unknown(words);
  }
}
