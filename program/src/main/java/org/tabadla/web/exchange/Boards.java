package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.Addressed;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.model.Journal;
import org.tabadla.model.Logged;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Role;
import org.tabadla.web.Doors;
import org.tabadla.web.Missing;
import org.tabadla.web.Ui;
import org.tabadla.web.people.NotAllowed;
import org.tabadla.web.people.Visitor;

/// What is offered and asked for, and one listing.
final class Boards {
  private static final int PAGE_ROWS = 30;
  private static final int TRAIL_STEPS = 200;

  private final Counter counter;
  private final Exchange exchange;
  private final Journal journal;
  private final MyDesk desk;

  Boards(Counter counter, MyDesk desk, Journal journal) {
    this.counter = counter;
    this.exchange = counter.exchange();
    this.journal = journal;
    this.desk = desk;
  }

  void open(Doors doors) {
    doors.page("/exchange", (ctx, ui) -> Counter.go(ctx, ui, "/exchange/offers"));
    doors.page("/exchange/offers", (ctx, ui) -> board(ctx, ui, Side.OFFER));
    doors.page("/exchange/requests", (ctx, ui) -> board(ctx, ui, Side.REQUEST));
    doors.page("/exchange/listing/{key}", this::one);
    doors.form("/exchange/listing/{key}/withdraw", this::withdraw);
    doors.form("/exchange/listing/{key}/kill", this::kill);
    doors.form("/exchange/listing/{key}/dismiss", this::dismiss);
    doors.page("/exchange/trail", this::trail);
  }

  private void board(Context ctx, Ui ui, Side side) {
    ExchangePage.Asked asked = asked(ctx);
    int from = from(ctx);
    List<Listing> found = found(ctx, side).skip(from).limit(PAGE_ROWS + 1).toList();
    String path = side == Side.OFFER ? "/exchange/offers" : "/exchange/requests";
    String csv = ui.link(path) + ".csv" + further(asked, 0);
    String next =
        found.size() > PAGE_ROWS ? ui.link(path) + further(asked, from + PAGE_ROWS) : null;
    counter.show(
        ctx,
        ui,
        "board",
        ui.say(side == Side.OFFER ? "offers" : "requests"),
        new ExchangePage.Shown.Board(
            side, asked, found.subList(0, Math.min(found.size(), PAGE_ROWS)), csv, next));
  }

  private static ExchangePage.Asked asked(Context ctx) {
    return new ExchangePage.Asked(
        query(ctx, "q"), query(ctx, "kind"), query(ctx, "country").toUpperCase(Locale.ROOT));
  }

  /// What a board that is asked for so shows to whoever asks, newest first.
  Stream<Listing> found(Context ctx, Side side) {
    ExchangePage.Asked asked = asked(ctx);
    Instant now = exchange.now();
    return exchange
        .seenBy(counter.viewer(ctx))
        .filter(listing -> listing.core().side() == side && listing.isOpen(now))
        .filter(listing -> fits(listing, asked));
  }

  private static String query(Context ctx, String name) {
    String value = Optional.ofNullable(ctx.queryParam(name)).orElse("").strip();
    return value.length() > 200 ? value.substring(0, 200) : value;
  }

  private static int from(Context ctx) {
    String from = query(ctx, "from");
    return from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
  }

  private static String further(ExchangePage.Asked asked, int from) {
    return "?q="
        + java.net.URLEncoder.encode(asked.q(), java.nio.charset.StandardCharsets.UTF_8)
        + "&kind="
        + java.net.URLEncoder.encode(asked.kind(), java.nio.charset.StandardCharsets.UTF_8)
        + "&country="
        + java.net.URLEncoder.encode(asked.country(), java.nio.charset.StandardCharsets.UTF_8)
        + "&from="
        + from;
  }

  private boolean fits(Listing listing, ExchangePage.Asked asked) {
    boolean ofKind =
        asked.kind().isEmpty() || listing.core().kind().name().equalsIgnoreCase(asked.kind());
    boolean ofCountry =
        asked.country().isEmpty()
            || exchange
                .people()
                .organisation(listing.owner())
                .filter(owner -> owner.country().equals(asked.country()))
                .isPresent();
    return ofKind && ofCountry && (asked.q().isEmpty() || says(listing, asked.q()));
  }

  private static boolean says(Listing listing, String words) {
    String low = words.toLowerCase(Locale.ROOT);
    var about = listing.core().about();
    return about.titles().stream().anyMatch(t -> t.value().toLowerCase(Locale.ROOT).contains(low))
        || about.summaries().stream()
            .anyMatch(t -> t.value().toLowerCase(Locale.ROOT).contains(low))
        || about.topics().stream().anyMatch(t -> t.toLowerCase(Locale.ROOT).contains(low));
  }

  private void one(Context ctx, Ui ui) {
    Listing listing =
        Counter.key(ctx, ListingId::new)
            .flatMap(id -> exchange.seenBy(counter.viewer(ctx), id))
            .orElseThrow(() -> new Missing("listing"));
    OrganisationId me = counter.viewer(ctx);
    boolean own = listing.owner().equals(me);
    List<Talk> talks = me == null ? List.of() : exchange.market().talks(listing.id(), me);
    List<Listing> mine =
        me == null || own
            ? List.of()
            : desk.own(me).stream()
                .filter(each -> each.core().side() != listing.core().side())
                .toList();
    counter.show(
        ctx,
        ui,
        "listing",
        listing.core().about().title(ui.lang()).value(),
        new ExchangePage.Shown.One(
            listing,
            own ? desk.met(listing) : List.of(),
            talks,
            own,
            mine,
            own ? Revisions.of(journal, listing.id()) : List.of()));
  }

  private void withdraw(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Listing own = ownOf(ctx, me);
    NotAllowed.unless(exchange.withdraw(me.account(), own.id(), reason(ctx, ui)));
    Counter.go(ctx, ui, "/exchange/listing/" + own.id());
  }

  private void kill(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.DESK);
    Listing own = ownOf(ctx, me);
    NotAllowed.unless(exchange.kill(me.account(), own.id(), Counter.field(ctx, "reason")));
    Counter.go(ctx, ui, "/exchange/listing/" + own.id());
  }

  private void dismiss(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Listing own = ownOf(ctx, me);
    try {
      var other = new ListingId(Counter.field(ctx, "other"));
      NotAllowed.unless(exchange.dismiss(me.account(), own.id(), other));
    } catch (IllegalArgumentException e) {
      throw new Missing("listing");
    }
    Counter.go(ctx, ui, "/exchange/listing/" + own.id());
  }

  private Listing ownOf(Context ctx, Visitor me) {
    return counter.part(
        ctx,
        ListingId::new,
        exchange.market()::listing,
        listing -> listing.owner().equals(me.account().organisation()));
  }

  private static String reason(Context ctx, Ui ui) {
    String reason = Counter.field(ctx, "reason");
    return reason.isBlank() ? ui.say("withdraw") : reason;
  }

  /// What one's organisation did, and what others of other servers did to it: each deed with its
  /// signature looked at.
  private void trail(Context ctx, Ui ui) {
    Visitor me = counter.known(ctx, Role.READER);
    OrganisationId mine = me.account().organisation();
    Organisation own = exchange.people().organisation(mine).orElseThrow();
    Stream<Logged> theirs =
        exchange.people().organisations().stream()
            .filter(each -> each.isGuest())
            .flatMap(
                guest -> journal.newestOf(Deeds.ROOM, guest.id().value(), TRAIL_STEPS).stream())
            .filter(logged -> isTo(own, Deeds.read(logged)));
    List<ExchangePage.Step> steps =
        Stream.concat(journal.newestOf(Deeds.ROOM, mine.value(), TRAIL_STEPS).stream(), theirs)
            .sorted(Comparator.comparingLong(Logged::seq).reversed())
            .limit(TRAIL_STEPS)
            .map(this::step)
            .toList();
    counter.show(ctx, ui, "trail", ui.say("trail"), new ExchangePage.Shown.Trail(steps));
  }

  private boolean isTo(Organisation own, Act act) {
    boolean ofListing =
        switch (act.move()) {
          case Move.Listed _, Move.Relisted _, Move.Withdrawn _, Move.ListingKilled _ -> true;
          default -> false;
        };
    boolean seen =
        !ofListing || exchange.seenBy(own.id(), new ListingId(act.subject())).isPresent();
    return seen && Addressed.isTo(own, act, exchange.market());
  }

  private ExchangePage.Step step(Logged logged) {
    return new ExchangePage.Step(
        logged.seq(),
        logged.deed().at(),
        logged.deed().actor(),
        Deeds.read(logged).account(),
        logged.deed().kind(),
        logged.deed().subject(),
        Deeds.isSigned(logged, exchange.people()));
  }
}
