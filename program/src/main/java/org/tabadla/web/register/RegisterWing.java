package org.tabadla.web.register;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabadla.register.Alerts;
import org.tabadla.register.Commitment;
import org.tabadla.register.Place;
import org.tabadla.register.Register;
import org.tabadla.register.Shelf;
import org.tabadla.register.Status;
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
  private static final int LONGEST_KEY_CHARS = 300;

  private final Register register;
  private final Who who;
  private final @Nullable Watching watching;
  private final @Nullable WatchForms watches;
  private final InstantSource clock;

  /// @param who may confirm, correct, split and join
  /// @param watching null where nobody can watch pages
  public RegisterWing(
      Register register, Who who, @Nullable Watching watching, InstantSource clock) {
    this.register = register;
    this.who = who;
    this.watching = watching;
    this.watches = watching == null ? null : new WatchForms(watching, register, clock);
    this.clock = clock;
  }

  public RegisterWing(Register register, Who who, InstantSource clock) {
    this(register, who, null, clock);
  }

  @Override
  public void open(Doors doors) {
    // Before the pages, which would take `c-1.json` for an id.
    new RegisterDocuments(register, clock).open(doors);
    doors.page(
        "/register",
        (ctx, ui) -> {
          var boards = new Boards(register, pages(doors));
          doors.replies().page(ctx, "register-board", boards.board(ui, box(ctx, ui, "")));
        });
    doors.page(
        "/register/silent",
        (ctx, ui) -> {
          var lists = new ListPages(register, pages(doors));
          WatchBox box = box(ctx, ui, Alerts.SILENT);
          doors.replies().page(ctx, "register-list", lists.silent(ui, box));
        });
    doors.page(
        "/register/map",
        (ctx, ui) -> {
          var maps = new Maps(register, pages(doors));
          doors.replies().page(ctx, "register-map", maps.map(ui, word(ctx, "sector"), status(ctx)));
        });
    doors.page("/register/all", (ctx, ui) -> list(doors, ctx, ui, Shelf.ALL));
    for (Shelf.Kind kind : LISTED) {
      doors.page(
          "/register/" + kind.step() + "/{key}",
          (ctx, ui) -> list(doors, ctx, ui, new Shelf(kind, key(ctx))));
    }
    doors.page("/register/c/{key}", (ctx, ui) -> commitment(doors, ctx, ui));
    feeds(doors);
    new RegisterForms(register, who).open(doors);
    if (watches != null) {
      watches.open(doors);
    }
    new Oai(register, clock).open(doors);
  }

  private RegisterPages pages(Doors doors) {
    register.refresh();
    return new RegisterPages(register, doors.zone(), clock, doors.shells().base());
  }

  private @Nullable WatchBox box(Context ctx, Ui ui, String page) {
    return watching == null ? null : watching.box(ctx, ui, page);
  }

  private void list(Doors doors, Context ctx, Ui ui, Shelf shelf) {
    var lists = new ListPages(register, pages(doors));
    String page = shelf.kind() == Shelf.Kind.ALL ? "" : shelf.kind().step() + "/" + shelf.key();
    doors
        .replies()
        .page(
            ctx,
            "register-list",
            lists.list(ui, shelf.at(status(ctx)), after(ctx), box(ctx, ui, page)));
  }

  private void commitment(Doors doors, Context ctx, Ui ui) {
    RegisterPages pages = pages(doors);
    Commitment found = pages.found(key(ctx));
    var asked =
        new RegisterPages.Asked(
            who.of(ctx).isPresent(),
            ctx.queryParam(RegisterForms.STALE) != null,
            box(ctx, ui, "c/" + found.id()));
    doors.replies().page(ctx, "commitment", pages.commitment(ui, found, asked));
  }

  private void feeds(Doors doors) {
    feed(doors, "/register", ctx -> pages(doors).commitments(Shelf.ALL));
    feed(doors, "/register/all", ctx -> pages(doors).commitments(Shelf.ALL.at(status(ctx))));
    feed(doors, "/register/silent", ctx -> pages(doors).silentOnes());
    feed(doors, "/register/c/{key}", ctx -> List.of(pages(doors).found(key(ctx))));
    for (Shelf.Kind kind : LISTED) {
      feed(
          doors,
          "/register/" + kind.step() + "/{key}",
          ctx -> pages(doors).commitments(new Shelf(kind, key(ctx)).at(status(ctx))));
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
            .sorted(Comparator.comparing(Entries.Entry::at).reversed())
            .limit(RegisterPages.PAGE_ROWS)
            .toList();
    String path = ctx.path();
    String self = base + path.substring(0, path.lastIndexOf('.') + 1);
    String home = base + path.substring(0, path.lastIndexOf('/'));
    String query = Entries.query("status", ctx.queryParam("status"));
    return new Entries(ui.say("name") + ": " + ui.say("register"), home, self, query, ui, out);
  }

  static String key(Context ctx) {
    String key = Steps.key(ctx.pathParam("key"));
    if (key.isBlank()) {
      throw new Missing("such page");
    }
    return key;
  }

  /// @param page `party/…`, `pair/CN-PK` and so on
  /// @return null for one that is no list
  static @Nullable Shelf shelf(String page) {
    for (Shelf.Kind kind : LISTED) {
      String start = kind.step() + "/";
      if (page.startsWith(start) && page.length() > start.length()) {
        return new Shelf(kind, page.substring(start.length()));
      }
    }
    return null;
  }

  private static String word(Context ctx, String name) {
    String value = ctx.queryParam(name);
    if (value != null && value.length() > LONGEST_KEY_CHARS) {
      throw new BadRequest(name, value);
    }
    return value == null ? "" : value;
  }

  /// @return the status that a list is narrowed to, or null
  static @Nullable Status status(Context ctx) {
    String word = word(ctx, "status").toLowerCase(Locale.ROOT);
    Status status = Status.of(word);
    if (!word.isEmpty() && !status.word().equals(word)) {
      throw new BadRequest("status", word);
    }
    return word.isEmpty() ? null : status;
  }

  /// @return where the reader has come to, or null
  static @Nullable Place after(Context ctx) {
    String token = word(ctx, "after");
    try {
      return token.isEmpty() ? null : Place.of(token);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new BadRequest("after", token);
    }
  }
}
