package org.tabadla.exchange.market;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tabadla.exchange.market.Production.Plan;
import org.tabadla.exchange.market.Production.Share;
import org.tabadla.exchange.market.Production.Stage;
import org.tabadla.exchange.market.Production.Task;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Outcome;

/// Which moves are legal in a co-production. Both sides plan; whoever does a task moves it, and the
/// other side may send back what it does not find done.
final class ProductionRules {
  private static final int LONGEST_TITLE_CHARS = 300;
  private static final int MOST_TASKS = 500;
  private static final int MOST_SHARES = 20;
  private static final int WHOLE_PERCENT = 100;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Market market;

  ProductionRules(Market market) {
    this.market = market;
  }

  Outcome<Act> check(Act act) {
    return switch (act.move()) {
      case Move.Planned(AgreementId id, Plan plan) ->
          agreement(id, act.actor())
              .then(agreement -> {
                boolean full = market.production(id).tasks().size() >= MOST_TASKS;
                boolean taken = market.task(new TaskId(act.subject())).isPresent();
                return full || taken ? no(MarketReason.TOO_MANY) : planned(act, agreement, plan);
              });
      case Move.Replanned(Plan plan) ->
          task(act)
              .then(task -> agreement(task.agreement(), act.actor()))
              .then(agreement -> planned(act, agreement, plan));
      case Move.TaskMoved(Stage to) ->
          task(act)
              .then(
                  task -> agreement(task.agreement(), act.actor()).then(_ -> moved(act, task, to)));
      case Move.SharesSaid(List<Share> shares) ->
          agreement(new AgreementId(act.subject()), act.actor())
              .then(agreement ->
                  fit(agreement, shares) ? Outcome.done(act) : no(MarketReason.BAD_SHARES));
      default -> throw new IllegalArgumentException(act.move().kind());
    };
  }

  /// The agreement, where it is one on a co-production, in force, and the actor's own.
  private Outcome<Agreement> agreement(AgreementId id, OrganisationId actor) {
    Optional<Agreement> found = market.agreement(id).filter(each -> each.has(actor));
    if (found.isEmpty()) {
      return Outcome.refused(MarketReason.NOT_THERE, id.value());
    }
    if (!market.isProduction(found.get())) {
      return Outcome.refused(MarketReason.NOT_PRODUCTION, "");
    }
    return found.get().isInForce()
        ? Outcome.done(found.get())
        : Outcome.refused(MarketReason.NOT_IN_FORCE, "");
  }

  private Outcome<Task> task(Act act) {
    return market
        .task(new TaskId(act.subject()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(MarketReason.NOT_THERE, act.subject()));
  }

  private static Outcome<Act> planned(Act act, Agreement agreement, Plan plan) {
    if (plan.title().isBlank()) {
      return no(MarketReason.NO_TITLE);
    }
    if (plan.title().length() > LONGEST_TITLE_CHARS) {
      return no(MarketReason.TOO_LONG);
    }
    return agreement.has(plan.who()) ? Outcome.done(act) : no(MarketReason.NOT_YOUR_TASK);
  }

  private static Outcome<Act> moved(Act act, Task task, Stage to) {
    if (task.stage() == to) {
      return no(MarketReason.NOT_OPEN);
    }
    boolean sentBack = task.stage() == Stage.DONE && to == Stage.UNDER_WAY;
    return task.plan().who().equals(act.actor()) || sentBack
        ? Outcome.done(act)
        : no(MarketReason.NOT_YOUR_TASK);
  }

  private static boolean fit(Agreement agreement, List<Share> shares) {
    var who = new HashSet<OrganisationId>();
    int sum = 0;
    for (Share share : shares) {
      boolean fits =
          agreement.has(share.who())
              && who.add(share.who())
              && share.percent() >= 1
              && share.percent() <= WHOLE_PERCENT
              && COUNTRIES.containsAll(share.territories());
      if (!fits) {
        return false;
      }
      sum += share.percent();
    }
    return !shares.isEmpty() && shares.size() <= MOST_SHARES && sum <= WHOLE_PERCENT;
  }

  private static Outcome<Act> no(MarketReason why) {
    return Outcome.refused(why, "");
  }
}
