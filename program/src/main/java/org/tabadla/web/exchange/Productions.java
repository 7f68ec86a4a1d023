package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.MarketReason;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Production;
import org.tabadla.exchange.market.TaskId;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;
import org.tabadla.people.Role;
import org.tabadla.web.Doors;
import org.tabadla.web.Missing;
import org.tabadla.web.Ui;
import org.tabadla.web.exchange.ExchangePage.Planned;
import org.tabadla.web.people.NotAllowed;
import org.tabadla.web.people.Visitor;

/// The board of a co-production: tasks and deliverables in columns, and what belongs to whom. Only
/// the two that make it see it.
final class Productions {
  private static final int CONFLICT = 409;
  private static final int MOST_COUNTRIES = 300;

  private final Counter counter;
  private final Exchange exchange;

  Productions(Counter counter) {
    this.counter = counter;
    this.exchange = counter.exchange();
  }

  void open(Doors doors) {
    doors.page("/exchange/productions", this::all);
    doors.page("/exchange/production/{key}", this::one);
    doors.form("/exchange/production/{key}/plan", this::plan);
    doors.form("/exchange/production/{key}/shares", this::shares);
    doors.form("/exchange/task/{key}/replan", this::replan);
    doors.form("/exchange/task/{key}/move", this::move);
  }

  private void all(Context ctx, Ui ui) {
    OrganisationId me = counter.known(ctx, Role.READER).account().organisation();
    List<Planned> mine =
        exchange.market().agreements(me).stream()
            .filter(exchange.market()::isProduction)
            .map(this::planned)
            .toList();
    counter.show(
        ctx, ui, "productions", ui.say("productions"), new ExchangePage.Shown.Together(mine));
  }

  private Planned planned(Agreement agreement) {
    return new Planned(agreement, exchange.market().production(agreement.id()));
  }

  private void one(Context ctx, Ui ui) {
    Agreement agreement = agreement(ctx, counter.known(ctx, Role.READER));
    counter.show(
        ctx,
        ui,
        "production",
        ui.say("production"),
        new ExchangePage.Shown.Planning(planned(agreement)));
  }

  private Agreement agreement(Context ctx, Visitor me) {
    return counter.part(
        ctx,
        AgreementId::new,
        exchange.market()::agreement,
        each -> each.has(me.account().organisation()) && exchange.market().isProduction(each));
  }

  private Agreement agreement(Production.Task task, Visitor me) {
    return exchange
        .market()
        .agreement(task.agreement())
        .filter(each -> each.has(me.account().organisation()))
        .orElseThrow(() -> new Missing("task"));
  }

  private Production.Task task(Context ctx) {
    return counter.part(ctx, TaskId::new, exchange.market()::task, _ -> true);
  }

  private void plan(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Agreement agreement = agreement(ctx, me);
    Production.Plan plan = planOf(ctx, agreement);
    TaskId id = Production.idFor(agreement.id(), plan, exchange.now());
    act(me, id.value(), new Move.Planned(agreement.id(), plan));
    back(ctx, ui, agreement);
  }

  private void replan(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Production.Task task = task(ctx);
    Agreement agreement = agreement(task, me);
    act(me, task.id().value(), new Move.Replanned(planOf(ctx, agreement)));
    back(ctx, ui, agreement);
  }

  private Production.Plan planOf(Context ctx, Agreement agreement) {
    String who = Counter.field(ctx, "who");
    if (!OrganisationId.isOne(who) || !agreement.has(new OrganisationId(who))) {
      throw NotAllowed.of(CONFLICT, MarketReason.NOT_YOUR_TASK.key(), who);
    }
    return new Production.Plan(
        Counter.field(ctx, "title"),
        ctx.formParam("deliverable") != null,
        new OrganisationId(who),
        time(ctx));
  }

  private @Nullable Instant time(Context ctx) {
    String value = Counter.field(ctx, "due");
    try {
      return value.isBlank()
          ? null
          : LocalDateTime.parse(value).atZone(counter.doors().zone()).toInstant();
    } catch (DateTimeException e) {
      throw NotAllowed.of(CONFLICT, "refused.choice", value);
    }
  }

  private void move(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Production.Task task = task(ctx);
    Agreement agreement = agreement(task, me);
    String to = Counter.field(ctx, "to");
    Production.Stage stage =
        ListingForms.optional(Production.Stage.class, to)
            .orElseThrow(() -> NotAllowed.of(CONFLICT, "refused.choice", to));
    act(me, task.id().value(), new Move.TaskMoved(stage));
    back(ctx, ui, agreement);
  }

  private void shares(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.DESK);
    Agreement agreement = agreement(ctx, me);
    var shares = new ArrayList<Production.Share>();
    for (OrganisationId who : List.of(agreement.terms().provider(), agreement.terms().receiver())) {
      String percent = Counter.field(ctx, "percent-" + who);
      if (!percent.isBlank()) {
        shares.add(
            new Production.Share(
                who, percent(percent), countries(Counter.field(ctx, "countries-" + who))));
      }
    }
    NotAllowed.unless(
        exchange.act(me.account(), Role.DESK, agreement.id().value(), new Move.SharesSaid(shares)));
    back(ctx, ui, agreement);
  }

  private static int percent(String given) {
    if (!given.matches("\\d{1,3}")) {
      throw NotAllowed.of(CONFLICT, MarketReason.BAD_SHARES.key(), given);
    }
    return Integer.parseInt(given);
  }

  private static List<String> countries(String given) {
    var out = new ArrayList<String>();
    for (String code : given.toUpperCase(Locale.ROOT).split("[,،、;\\s]+", MOST_COUNTRIES)) {
      if (!code.isBlank() && !out.contains(code)) {
        out.add(code);
      }
    }
    return out.stream().sorted().toList();
  }

  private void act(Visitor me, String subject, Move move) {
    Outcome<?> outcome = exchange.act(me.account(), Role.EDITOR, subject, move);
    NotAllowed.unless(outcome);
  }

  private static void back(Context ctx, Ui ui, Agreement agreement) {
    Counter.go(ctx, ui, "/exchange/production/" + agreement.id());
  }
}
