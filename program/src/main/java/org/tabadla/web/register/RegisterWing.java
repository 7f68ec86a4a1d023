package org.tabadla.web.register;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.register.Commitment;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.web.BadRequest;
import org.tabadla.web.Doors;
import org.tabadla.web.Entries;
import org.tabadla.web.Missing;
import org.tabadla.web.Steps;
import org.tabadla.web.Ui;
import org.tabadla.web.Who;
import org.tabadla.web.Wing;

/// The register's addresses.
public final class RegisterWing implements Wing {
  private static final List<Shelf.Kind> LISTED =
      List.of(
          Shelf.Kind.PARTY,
          Shelf.Kind.PAIR,
          Shelf.Kind.SECTOR,
          Shelf.Kind.PLACE,
          Shelf.Kind.STATUS);
  private static final int MOST_SKIPPED = 1_000_000;

  private final Register register;
  private final Who who;
  private final InstantSource clock;

  public RegisterWing(Register register, Who who, InstantSource clock) {
    this.register = register;
    this.who = who;
    this.clock = clock;
  }

  @Override
  public void open(Doors doors) {
    // Before the pages, which would take `c-1.json` for an id.
    new RegisterDocuments(register, clock).open(doors);
    doors.page(
        "/register",
        (ctx, ui) -> doors.replies().page(ctx, "register-board", pages(doors).board(ui)));
    doors.page(
        "/register/silent",
        (ctx, ui) -> doors.replies().page(ctx, "register-list", pages(doors).silent(ui)));
    doors.page("/register/all", (ctx, ui) -> list(doors, ctx, ui, Shelf.ALL));
    for (Shelf.Kind kind : LISTED) {
      doors.page(
          "/register/" + kind.step() + "/{key}",
          (ctx, ui) -> list(doors, ctx, ui, new Shelf(kind, key(ctx))));
    }
    doors.page("/register/c/{key}", (ctx, ui) -> commitment(doors, ctx, ui));
    feeds(doors);
    new RegisterForms(register, who).open(doors);
    new Oai(register, clock).open(doors);
  }

  private RegisterPages pages(Doors doors) {
    register.refresh();
    return new RegisterPages(register, doors.zone(), clock, doors.shells().base());
  }

  private void list(Doors doors, Context ctx, Ui ui, Shelf shelf) {
    doors.replies().page(ctx, "register-list", pages(doors).list(ui, shelf, from(ctx)));
  }

  private void commitment(Doors doors, Context ctx, Ui ui) {
    RegisterPages pages = pages(doors);
    Commitment found = pages.found(key(ctx));
    doors.replies().page(ctx, "commitment", pages.commitment(
            ui,
            found,
            who.of(ctx).isPresent(),
            ctx.queryParam(RegisterForms.STALE) != null));
  }

  private void feeds(Doors doors) {
    feed(doors, "/register", ctx -> pages(doors).commitments(Shelf.ALL));
    feed(doors, "/register/all", ctx -> pages(doors).commitments(Shelf.ALL));
    feed(doors, "/register/silent", ctx -> pages(doors).silentOnes());
    feed(doors, "/register/c/{key}", ctx -> List.of(pages(doors).found(key(ctx))));
    for (Shelf.Kind kind : LISTED) {
      feed(
          doors,
          "/register/" + kind.step() + "/{key}",
          ctx -> pages(doors).commitments(new Shelf(kind, key(ctx))));
    }
  }

  private interface Listed {
    List<Commitment> of(Context ctx);
  }

  private void feed(Doors doors, String path, Listed listed) {
    doors.feeds(path, (ctx, ui) -> entries(doors, ctx, ui, listed.of(ctx)));
  }

  /// A feed has one entry an assertion, so that a reader hears of each new word of a source.
  private static Entries entries(Doors doors, Context ctx, Ui ui, List<Commitment> all) {
    String base = doors.shells().base();
    var tongue = new Tongue(ui);
    var out =
        all.stream()
            .flatMap(c ->
                c.assertions().stream()
                    .map(a ->
                        new Entries.Entry(
                            base + Tongue.path(c) + "#" + a.id(),
                            base + ui.link(Tongue.path(c)) + "#" + a.id(),
                            ui.say("status." + a.status().word())
                                + ": "
                                + tongue.heading(c).words(),
                            a.sentence().words(),
                            a.origin().name(),
                            a.origin().lang(),
                            a.origin().said())))
            .sorted(java.util.Comparator.comparing(Entries.Entry::at).reversed())
            .limit(RegisterPages.PAGE_ROWS)
            .toList();
    String path = ctx.path();
    String self = base + path.substring(0, path.lastIndexOf('.') + 1);
    String home = base + path.substring(0, path.lastIndexOf('/'));
    return new Entries(ui.say("name") + ": " + ui.say("register"), home, self, ui, out);
  }

  static String key(Context ctx) {
    String key = Steps.key(ctx.pathParam("key"));
    if (key.isBlank()) {
      throw new Missing("such page");
    }
    return key;
  }

  static int from(Context ctx) {
    @Nullable String from = ctx.queryParam("from");
    try {
      int number = Optional.ofNullable(from).map(Integer::parseInt).orElse(0);
      if (number >= 0 && number <= MOST_SKIPPED) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with the value.
    }
    throw new BadRequest("from", String.valueOf(from).toLowerCase(Locale.ROOT));
  }
}
