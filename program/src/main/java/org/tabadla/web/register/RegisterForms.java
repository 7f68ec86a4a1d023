package org.tabadla.web.register;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tabadla.register.Commitment;
import org.tabadla.register.Field;
import org.tabadla.register.Register;
import org.tabadla.web.Actor;
import org.tabadla.web.BadRequest;
import org.tabadla.web.Doors;
import org.tabadla.web.Missing;
import org.tabadla.web.Ui;
import org.tabadla.web.Who;
import org.tabadla.web.Writing;

/// What a person does to a commitment by the forms of its page.
final class RegisterForms {
  /// Said in the address of a page whose form came too late.
  static final String STALE = "stale";

  private final Register register;
  private final Who who;

  RegisterForms(Register register, Who who) {
    this.register = register;
    this.who = who;
  }

  private interface Act {
    Register.Outcome by(Actor actor, Commitment commitment, Context ctx);
  }

  void open(Doors doors) {
    form(
        doors,
        "confirm",
        (actor, c, ctx) -> register.confirm(c.id(), actor.id(), Writing.field(ctx, "note")));
    form(doors, "correct", this::correct);
    form(
        doors,
        "split",
        (actor, c, ctx) ->
            register.split(
                c.id(),
                List.copyOf(ctx.formParams("assertion")),
                actor.id(),
                Writing.field(ctx, "note")));
    form(
        doors,
        "join",
        (actor, c, ctx) ->
            register.join(
                c.id(), id(Writing.field(ctx, "other")), actor.id(), Writing.field(ctx, "note")));
    form(doors, "evidence", this::evidence);
    form(
        doors,
        "undo",
        (actor, c, ctx) ->
            register.undo(c.id(), number(ctx, "deed"), actor.id(), Writing.field(ctx, "note")));
  }

  private void form(Doors doors, String name, Act act) {
    doors.form(
        "/register/c/{key}/" + name,
        (ctx, ui) -> {
          Actor actor = Writing.by(who, ctx, doors.shells().base());
          String key = RegisterWing.key(ctx);
          register.refresh();
          Commitment commitment =
              register.commitment(key).orElseThrow(() -> new Missing("commitment " + key));
          // Programs that saw no page have nothing to compare.
          boolean sawPage = ctx.formParam("seen") != null;
          long seen = sawPage ? number(ctx, "seen") : commitment.seq();
          answer(ctx, ui, register.ifStill(key, seen, () -> act.by(actor, commitment, ctx)));
        });
  }

  private static void answer(Context ctx, Ui ui, Register.Outcome outcome) {
    switch (outcome) {
      case Register.Outcome.Done done ->
          ctx.redirect(
              ui.link(Tongue.path(done.commitment())), io.javalin.http.HttpStatus.SEE_OTHER);
      case Register.Outcome.Stale stale ->
          ctx.redirect(
              ui.link(Tongue.path(stale.now())) + "?" + STALE + "=yes",
              io.javalin.http.HttpStatus.SEE_OTHER);
      case Register.Outcome.NotDone not -> throw new BadRequest("form", not.why());
    }
  }

  /// Which deed a form is about, or was the newest that its writer saw.
  private static long number(Context ctx, String name) {
    String value = Writing.field(ctx, name);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new BadRequest(name, value);
    }
  }

  private Register.Outcome correct(Actor actor, Commitment c, Context ctx) {
    String name = Writing.field(ctx, "field").toUpperCase(Locale.ROOT);
    Field field =
        Arrays.stream(Field.values())
            .filter(f -> f.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new BadRequest("field", name));
    String value = Writing.field(ctx, "value");
    return register.correct(
        c.id(),
        Writing.field(ctx, "assertion"),
        field,
        value.isEmpty() ? null : value,
        actor.id(),
        Writing.field(ctx, "note"));
  }

  private Register.Outcome evidence(Actor actor, Commitment c, Context ctx) {
    String day = Writing.field(ctx, "day");
    try {
      return register.evidence(
          c.id(),
          Writing.field(ctx, "promise"),
          Writing.field(ctx, "url"),
          Writing.field(ctx, "words"),
          LocalDate.parse(day),
          actor.id());
    } catch (DateTimeException e) {
      throw new BadRequest("day", day);
    }
  }

  /// People paste the address of the other page.
  private static String id(String pasted) {
    return pasted.substring(pasted.lastIndexOf('/') + 1);
  }
}
