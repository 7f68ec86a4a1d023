package org.tabadla.web.register;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tabadla.model.Lang;
import org.tabadla.register.PageWatches;
import org.tabadla.register.PageWatches.PageWatch;
import org.tabadla.register.Register;
import org.tabadla.web.Actor;
import org.tabadla.web.BadRequest;
import org.tabadla.web.Doors;
import org.tabadla.web.Entries;
import org.tabadla.web.Said;
import org.tabadla.web.Shell;
import org.tabadla.web.Ui;
import org.tabadla.web.Writing;

/// Lets a person watch pages of the register and of claims, and shows what she watches.
final class WatchForms {
  static final String MINE = "/register/watches";
  private static final String SECRET = "whsec_";

  private final Watching watching;
  private final Register register;
  private final InstantSource clock;

  WatchForms(Watching watching, Register register, InstantSource clock) {
    this.watching = watching;
    this.register = register;
    this.clock = clock;
  }

  private PageWatches watches() {
    return watching.alerts().watches();
  }

  void open(Doors doors) {
    doors.page(
        MINE,
        (ctx, ui) -> {
          Actor actor =
              watching
                  .who()
                  .of(ctx)
                  .orElseThrow(() -> new ForbiddenResponse("only who signs in may watch"));
          ctx.header("Cache-Control", "no-store");
          doors.replies().page(ctx, "register-watches", mine(ui, doors, actor));
        });
    doors.form(
        MINE,
        (ctx, ui) -> {
          Actor actor = Writing.by(watching.who(), ctx, doors.shells().base());
          watch(ctx, ui, actor);
          ctx.redirect(ui.link(MINE), HttpStatus.SEE_OTHER);
        });
    doors.form(
        MINE + "/remove",
        (ctx, ui) -> {
          Actor actor = Writing.by(watching.who(), ctx, doors.shells().base());
          watches().remove(actor.id(), Writing.field(ctx, "watch"));
          ctx.redirect(ui.link(MINE), HttpStatus.SEE_OTHER);
        });
  }

  private void watch(Context ctx, Ui ui, Actor actor) {
    String page = Writing.field(ctx, "page");
    if (!AlertMessages.isPage(page)) {
      throw new BadRequest("page", page);
    }
    String webhook = Writing.field(ctx, "webhook");
    Optional<String> no = webhook.isEmpty() ? Optional.empty() : watching.refusal().apply(webhook);
    if (no.isPresent()) {
      throw new BadRequest("webhook", no.get());
    }
    PageWatches.Outcome outcome =
        watches()
            .watch(
                actor.id(), page, ui.tag(), Writing.field(ctx, "email"), webhook, clock.instant());
    if (outcome instanceof PageWatches.Outcome.Not not) {
      throw new BadRequest(not.what(), not.seen());
    }
  }

  private PageWatchesPage mine(Ui ui, Doors doors, Actor actor) {
    String base = doors.shells().base();
    var messages = new AlertMessages(register, watching.claims(), base, doors.zone());
    List<PageWatchesPage.Entry> entries =
        watches().of(actor.id()).stream().map(w -> entry(ui, messages, w)).toList();
    return new PageWatchesPage(
        new Shell(ui, ui.say("register.watches"), MINE, "", List.of(), base + ui.link(MINE)),
        entries,
        ui.link(MINE + "/remove"));
  }

  private PageWatchesPage.Entry entry(Ui ui, AlertMessages messages, PageWatch watch) {
    String path = AlertMessages.path(watch.page());
    String trouble = watching.alerts().trouble(watch);
    return new PageWatchesPage.Entry(
        watch.id(),
        ui.link(path),
        Said.of(messages.called(watch, ui), Lang.UND),
        watch.email(),
        watch.webhook(),
        watch.webhook().isEmpty() ? "" : SECRET + watch.secret(),
        Entries.links(ui, path),
        trouble == null ? null : Said.unknown(trouble));
  }
}
