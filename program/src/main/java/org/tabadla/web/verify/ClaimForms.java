package org.tabadla.web.verify;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.ArticleId;
import org.tabadla.model.Text;
import org.tabadla.store.Store;
import org.tabadla.verify.Claim;
import org.tabadla.verify.Desk;
import org.tabadla.verify.DomainAge;
import org.tabadla.verify.Review;
import org.tabadla.verify.Reviewer;
import org.tabadla.verify.Statement;
import org.tabadla.web.Actor;
import org.tabadla.web.BadRequest;
import org.tabadla.web.Doors;
import org.tabadla.web.Safe;
import org.tabadla.web.Ui;
import org.tabadla.web.Who;
import org.tabadla.web.Writing;
import org.tabadla.web.verify.VerificationRequests.Asked;

/// What people do by the forms of the claims' pages.
final class ClaimForms {
  private final ClaimRooms rooms;
  private final Desk desk;
  private final Store store;
  private final InstantSource clock;
  private final VerificationRequests requests;

  ClaimForms(ClaimRooms rooms) {
    this.rooms = rooms;
    this.desk = rooms.desk();
    this.store = rooms.store();
    this.clock = rooms.clock();
    this.requests = new VerificationRequests(rooms);
  }

  private interface Act {
    Desk.Outcome by(Actor actor, String claim, Context ctx, Ui ui);
  }

  void open(Doors doors) {
    doors.form(
        "/claims",
        (ctx, ui) -> {
          Actor actor = Writing.by(rooms.who(), ctx, doors.shells().base());
          String claim = done(claim(actor, ctx, ui));
          ctx.redirect(ui.link("/claim/" + claim), HttpStatus.SEE_OTHER);
        });
    doors.form(
        "/claims/profile",
        (ctx, ui) -> {
          Actor actor = Writing.by(rooms.signers(), ctx, doors.shells().base());
          done(profile(actor, ctx));
          ctx.redirect(ui.link("/desk/" + actor.organisation()), HttpStatus.SEE_OTHER);
        });
    signed(doors, "review", this::review);
    signed(
        doors,
        "correct",
        (actor, c, ctx, ui) ->
            desk.correct(
                c,
                field(ctx, "review"),
                text(ctx, "words", ui),
                given(ctx, "finding") == null ? null : text(ctx, "finding", ui),
                actor.organisation()));
    signed(
        doors,
        "withdraw",
        (actor, c, ctx, ui) ->
            desk.withdraw(c, field(ctx, "review"), text(ctx, "words", ui), actor.organisation()));
    signed(
        doors,
        "propose",
        (actor, c, ctx, ui) -> desk.propose(c, text(ctx, "words", ui), actor.organisation()));
    signed(doors, "stand", this::stand);
    form(doors, "appeared", (actor, c, ctx, ui) -> appeared(actor, c, ctx));
    form(
        doors,
        "reply",
        (actor, c, ctx, ui) ->
            desk.reply(c, field(ctx, "review"), heard(ctx, ui, actor), actor.id()));
    form(doors, "same", (actor, c, ctx, ui) -> desk.same(c, other(ctx), actor.id()));
    form(doors, "not-same", (actor, c, ctx, ui) -> desk.notSame(c, other(ctx), actor.id()));
    form(doors, "domain", (actor, c, ctx, ui) -> domain(actor, ctx));
    doors.form("/claim/{key}/ask", (ctx, ui) -> ask(doors, ctx, ui));
  }

  /// Who asks a second time is led to the first request.
  private void ask(Doors doors, Context ctx, Ui ui) {
    String base = doors.shells().base();
    Actor actor = Writing.by(rooms.who(), ctx, base);
    String key = VerifyWing.key(ctx);
    String to =
        switch (requests.ask(
            base, key, actor.organisation(), given(ctx, "hours"), text(ctx, "material", ui))) {
          case Asked.New _ -> "/claim/" + key;
          case Asked.Already(var listing) -> "/exchange/listing/" + listing;
          case Asked.Not(String why) -> throw new BadRequest(why);
        };
    ctx.redirect(ui.link(to), HttpStatus.SEE_OTHER);
  }

  private static Review.Heard heard(Context ctx, Ui ui, Actor actor) {
    return new Review.Heard(
        field(ctx, "by"), text(ctx, "words", ui), field(ctx, "source"), actor.organisation());
  }

  /// What an organisation says under its signature, by somebody who may sign for it.
  private void signed(Doors doors, String name, Act act) {
    form(doors, name, rooms.signers(), act);
  }

  private void form(Doors doors, String name, Act act) {
    form(doors, name, rooms.who(), act);
  }

  private static void form(Doors doors, String name, Who who, Act act) {
    doors.form(
        "/claim/{key}/" + name,
        (ctx, ui) -> {
          Actor actor = Writing.by(who, ctx, doors.shells().base());
          String key = VerifyWing.key(ctx);
          done(act.by(actor, key, ctx, ui));
          ctx.redirect(ui.link("/claim/" + key), HttpStatus.SEE_OTHER);
        });
  }

  private static String done(Desk.Outcome outcome) {
    return switch (outcome) {
      case Desk.Outcome.Done(String id) -> id;
      case Desk.Outcome.NotDone(String why) -> throw new BadRequest(why);
    };
  }

  /// @return the id of a claim whose id or address was given
  private static String other(Context ctx) {
    String other = field(ctx, "other");
    return other.substring(other.lastIndexOf('/') + 1);
  }

  private Desk.Outcome domain(Actor actor, Context ctx) {
    String url = Safe.href(field(ctx, "stated-at"));
    if (url == null) {
      throw new BadRequest("stated-at", field(ctx, "stated-at"));
    }
    String host = field(ctx, "host").toLowerCase(Locale.ROOT);
    return desk.domain(new DomainAge(host, field(ctx, "since"), url, actor.organisation()));
  }

  private static String field(Context ctx, String name) {
    return Writing.field(ctx, name);
  }

  private static @Nullable String given(Context ctx, String name) {
    String value = field(ctx, name);
    return value.isEmpty() ? null : value;
  }

  private static Text text(Context ctx, String name, Ui ui) {
    return new Text(field(ctx, name), ReviewShapes.lang(field(ctx, "lang"), ui));
  }

  private Desk.Outcome claim(Actor actor, Context ctx, Ui ui) {
    List<Claim.Appearance> appearances =
        Optional.ofNullable(given(ctx, "url")).map(url -> appearance(url)).stream().toList();
    return desk.claim(
        text(ctx, "words", ui),
        given(ctx, "speaker"),
        given(ctx, "place"),
        given(ctx, "date"),
        appearances,
        actor.id());
  }

  private Desk.Outcome appeared(Actor actor, String claim, Context ctx) {
    return desk.appeared(claim, appearance(field(ctx, "url")), actor.id());
  }

  /// A page of this house (its address or an article's id) brings its bytes and their hash; any
  /// other page is an address and no more.
  private Claim.Appearance appearance(String given) {
    if (given.isBlank()) {
      throw new BadRequest("url", given);
    }
    String last = given.substring(given.lastIndexOf('/') + 1);
    return Appearances.of(store, new ArticleId(last.isEmpty() ? given : last))
        .or(() ->
            store
                .visit(given)
                .map(Store.VisitRow::article)
                .flatMap(id -> id == null ? Optional.empty() : Appearances.of(store, id)))
        .orElseGet(() -> foreign(given));
  }

  private Claim.Appearance foreign(String url) {
    String href = Safe.href(url);
    if (href == null) {
      throw new BadRequest("url", url);
    }
    return new Claim.Appearance(href, href, "und", null, null, null, clock.instant());
  }

  private Desk.Outcome profile(Actor actor, Context ctx) {
    String own = field(ctx, "own").toUpperCase(Locale.ROOT);
    var tells =
        Arrays.stream(Reviewer.OwnGovernment.values())
            .filter(o -> o.name().equals(own))
            .findFirst()
            .orElse(Reviewer.OwnGovernment.NOT_TOLD);
    String name = field(ctx, "name");
    if (name.isEmpty()) {
      throw new BadRequest("name", name);
    }
    return desk.profile(
        actor.organisation(),
        name,
        given(ctx, "url"),
        field(ctx, "ownership"),
        field(ctx, "funding"),
        tells);
  }

  private Desk.Outcome review(Actor actor, String claim, Context ctx, Ui ui) {
    String value = field(ctx, "value");
    var evidence =
        Optional.ofNullable(given(ctx, "evidence"))
            .map(url -> new Review.Evidence(url, url))
            .stream()
            .toList();
    return desk.review(
        claim,
        Review.written(
            actor.organisation(),
            text(ctx, "finding", ui),
            value.isEmpty()
                ? null
                : new Review.Scale(value, field(ctx, "worst"), field(ctx, "best")),
            text(ctx, "words", ui),
            evidence,
            text(ctx, "method", ui),
            clock.instant(),
            given(ctx, "url")));
  }

  private Desk.Outcome stand(Actor actor, String claim, Context ctx, Ui ui) {
    String word = field(ctx, "stand");
    var stand =
        Arrays.stream(Statement.Stand.values())
            .filter(s -> s.word().equals(word))
            .findFirst()
            .orElseThrow(() -> new BadRequest("stand", word));
    return desk.stand(
        claim, field(ctx, "statement"), actor.organisation(), stand, text(ctx, "words", ui));
  }
}
