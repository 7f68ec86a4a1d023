package org.tabadla.exchange.odrl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.rdf.Names;
import org.tabadla.exchange.rdf.Node;

/// Evaluates a policy for a request in a state of the world.
///
/// Two readings of the draft are in use, and the form of the request tells which is meant. The W3C
/// group's evaluation request: a permission is active when its constraints hold and its duties are
/// fulfilled or inactive; whether it permits this request is said apart. SolidLab's `odrl:Request`:
/// a rule is active only when party, target and action fit as well.
public final class Evaluator {
  private final World world;
  private final Request request;
  private final Constraints constraints;
  private final long duties;

  private Evaluator(Policy policy, World world, Request request) {
    this.world = world;
    this.request = request;
    this.duties = policy.rules().stream().mapToLong(rule -> rule.duties().size()).sum();
    this.constraints = new Constraints(world, request);
  }

  /// The report on every rule of the policy.
  public static Report evaluate(Policy policy, Request request, World world) {
    var evaluator = new Evaluator(policy, world, request);
    return new Report(
        policy.id(), request, world.now(), policy.rules().stream().map(evaluator::rule).toList());
  }

  private Report.RuleReport rule(Policy.Rule rule) {
    if (rule.kind() == Policy.RuleKind.DUTY) {
      return duty(rule);
    }
    List<Report.Premise> premises = premises(rule);
    List<Report.RuleReport> conditions = rule.duties().stream().map(this::duty).toList();
    boolean conditionsMet = conditions.stream().allMatch(this::met);
    boolean active =
        conditionsMet
            && premises.stream().allMatch(each -> each.satisfied() || !decidesActivation(each));
    boolean fits = premises.stream().allMatch(Report.Premise::satisfied);
    return new Report.RuleReport(
        rule,
        active ? Report.Activation.ACTIVE : Report.Activation.INACTIVE,
        active && fits,
        Report.Performance.UNKNOWN,
        Report.Deontic.NOT_SET,
        premises,
        conditions,
        null,
        false);
  }

  private boolean decidesActivation(Report.Premise premise) {
    return switch (premise) {
      case Report.Premise.Compared _, Report.Premise.Joined _ -> true;
      case Report.Premise.Target _,
          Report.Premise.Party _,
          Report.Premise.Doing _,
          Report.Premise.Refined _ ->
          !request.isEvaluationRequest();
    };
  }

  private boolean met(Report.RuleReport duty) {
    if (duty.activation() == Report.Activation.INACTIVE) {
      return true;
    }
    return switch (duty.deontic()) {
      case FULFILLED -> true;
      case VIOLATED -> false;
      // A state that says of a duty that nothing is settled yet leaves it to be done later.
      case NOT_SET -> duty.evidence() != null && !request.isEvaluationRequest();
    };
  }

  private List<Report.Premise> premises(Policy.Rule rule) {
    var premises = new ArrayList<Report.Premise>();
    var refined = new ArrayList<Report.Premise>();
    if (!rule.targets().isEmpty()) {
      premises.add(new Report.Premise.Target(scoped(rule.targets(), request.target(), refined)));
    }
    if (!rule.assignees().isEmpty()) {
      premises.add(new Report.Premise.Party(scoped(rule.assignees(), request.party(), refined)));
    }
    if (!rule.actions().isEmpty()) {
      premises.add(new Report.Premise.Doing(doing(rule.actions(), refined)));
    }
    premises.addAll(refined);
    rule.constraints().forEach(each -> premises.add(constraints.check(each)));
    return premises;
  }

  private boolean scoped(
      List<Policy.Scope> scopes, @Nullable Node one, List<Report.Premise> refined) {
    for (Policy.Scope scope : scopes) {
      if (one != null && world.belongs(one, scope.id(), scope.source())) {
        scope.refinements().forEach(each -> refined.add(refinement(each)));
        return true;
      }
    }
    return false;
  }

  private boolean doing(List<Policy.Action> actions, List<Report.Premise> refined) {
    Node wanted = request.action();
    for (Policy.Action action : actions) {
      if (wanted != null && Actions.isPartOf(wanted.plain(), action.action())) {
        action.refinements().forEach(each -> refined.add(refinement(each)));
        return true;
      }
    }
    return false;
  }

  private Report.Premise refinement(Policy.Constraint refinement) {
    return new Report.Premise.Refined(constraints.check(refinement));
  }

  private Report.RuleReport duty(Policy.Rule duty) {
    List<Report.Premise> premises = duty.constraints().stream().map(constraints::check).toList();
    boolean active = premises.stream().allMatch(Report.Premise::satisfied);
    Node told = told(duty);
    Report.Performance performance = told == null ? performed(duty) : performance(told);
    Report.Deontic deontic =
        told != null
            ? deontic(told)
            : active && performance == Report.Performance.PERFORMED
                ? Report.Deontic.FULFILLED
                : Report.Deontic.NOT_SET;
    return new Report.RuleReport(
        duty,
        active ? Report.Activation.ACTIVE : Report.Activation.INACTIVE,
        false,
        performance,
        deontic,
        premises,
        duty.duties().stream().map(this::duty).toList(),
        told,
        told != null && !isAbout(told, duty));
  }

  /// The state's report on this duty, or null.
  ///
  /// Where the state holds one report in all and it names a rule that is not this policy's,
  /// SolidLab's cases take it for this duty's; who decides by it looks at `borrowed`.
  private @Nullable Node told(Policy.Rule duty) {
    List<Node> reports = world.dutyReports();
    for (Node report : reports) {
      if (isAbout(report, duty)) {
        return report;
      }
    }
    boolean mayBorrow = reports.size() == 1 && duties == 1 && !request.isEvaluationRequest();
    return mayBorrow ? reports.getFirst() : null;
  }

  private boolean isAbout(Node report, Policy.Rule duty) {
    return duty.id().equals(world.fact(report, Names.REPORT + "rule"));
  }

  private Report.Performance performance(Node report) {
    return switch (state(report, "performanceState")) {
      case "Performed" -> Report.Performance.PERFORMED;
      case "Unperformed" -> Report.Performance.UNPERFORMED;
      default -> Report.Performance.UNKNOWN;
    };
  }

  private Report.Deontic deontic(Node report) {
    return switch (state(report, "deonticState")) {
      case "Fulfilled" -> Report.Deontic.FULFILLED;
      case "Violated" -> Report.Deontic.VIOLATED;
      default -> Report.Deontic.NOT_SET;
    };
  }

  private String state(Node report, String property) {
    Node state = world.fact(report, Names.REPORT + property);
    return state == null ? "" : Names.local(state.plain());
  }

  /// Whether something was done for the duty that fits its action's refinements.
  private Report.Performance performed(Policy.Rule duty) {
    for (Node deed : world.deeds(duty.id())) {
      boolean fits =
          duty.actions().stream()
              .flatMap(action -> action.refinements().stream())
              .allMatch(each -> constraints.fits(each, deed));
      if (fits) {
        return Report.Performance.PERFORMED;
      }
    }
    return Report.Performance.UNPERFORMED;
  }
}
