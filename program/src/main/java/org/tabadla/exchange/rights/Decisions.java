package org.tabadla.exchange.rights;

import java.util.ArrayList;
import java.util.List;
import org.tabadla.exchange.odrl.Evaluator;
import org.tabadla.exchange.odrl.Policy;
import org.tabadla.exchange.odrl.Report;
import org.tabadla.exchange.odrl.Request;
import org.tabadla.exchange.odrl.World;
import org.tabadla.exchange.rdf.Names;

/// Decides by a policy, at the moment of use or download, and says by which rule.
///
/// What no rule permits is forbidden. A duty counts as done only when the state of the world says
/// so of that very duty.
public final class Decisions {
  private Decisions() {}

  /// Evaluates and decides.
  public static Decision decide(Policy policy, Request request, World world) {
    return of(policy, Evaluator.evaluate(policy, request, world));
  }

  /// Decides by a report.
  public static Decision of(Policy policy, Report report) {
    if (policy.kind().equals("Offer")) {
      return new Decision.Forbidden(
          List.of(new Decision.Reason(Decision.Why.ONLY_OFFERED, policy.id(), "")));
    }
    List<Decision.Reason> permitted = reasons(report, Policy.RuleKind.PERMISSION);
    List<Decision.Reason> prohibited = reasons(report, Policy.RuleKind.PROHIBITION);
    if (!prohibited.isEmpty()) {
      return switch (policy.conflict()) {
        case PERMIT ->
            permitted.isEmpty()
                ? new Decision.Forbidden(prohibited)
                : new Decision.Allowed(permitted);
        case PROHIBIT -> new Decision.Forbidden(prohibited);
        case INVALID -> {
          if (!permitted.isEmpty()) {
            prohibited.add(new Decision.Reason(Decision.Why.CONFLICT, policy.id(), ""));
          }
          yield new Decision.Forbidden(prohibited);
        }
      };
    }
    return permitted.isEmpty() ? notPermitted(policy, report) : new Decision.Allowed(permitted);
  }

  private static List<Decision.Reason> reasons(Report report, Policy.RuleKind kind) {
    var reasons = new ArrayList<Decision.Reason>();
    for (Report.RuleReport rule : report.rules()) {
      if (rule.rule().kind() == kind && rule.permits() && open(rule).isEmpty()) {
        reasons.add(
            new Decision.Reason(
                kind == Policy.RuleKind.PERMISSION
                    ? Decision.Why.PERMITTED
                    : Decision.Why.PROHIBITED,
                rule.rule().id(),
                ""));
      }
    }
    return reasons;
  }

  private static Decision notPermitted(Policy policy, Report report) {
    var duties = new ArrayList<Decision.Reason>();
    var why = new ArrayList<Decision.Reason>();
    for (Report.RuleReport rule : report.rules()) {
      if (rule.rule().kind() != Policy.RuleKind.PERMISSION) {
        continue;
      }
      List<Decision.Reason> lacks = lacks(rule);
      List<Decision.Reason> open = open(rule);
      boolean violated = open.stream().anyMatch(each -> each.why() == Decision.Why.DUTY_VIOLATED);
      if (lacks.isEmpty() && !violated) {
        duties.addAll(open);
      }
      why.addAll(lacks);
      why.addAll(open);
    }
    if (!duties.isEmpty()) {
      return new Decision.DutyFirst(duties);
    }
    if (why.isEmpty()) {
      why.add(new Decision.Reason(Decision.Why.NO_PERMISSION, policy.id(), ""));
    }
    return new Decision.Forbidden(why);
  }

  /// What of a rule does not fit the request.
  private static List<Decision.Reason> lacks(Report.RuleReport rule) {
    var lacks = new ArrayList<Decision.Reason>();
    for (Report.Premise premise : rule.premises()) {
      if (!premise.satisfied()) {
        lacks.add(new Decision.Reason(why(premise), rule.rule().id(), detail(premise)));
      }
    }
    return lacks;
  }

  private static Decision.Why why(Report.Premise premise) {
    return switch (premise) {
      case Report.Premise.Target _ -> Decision.Why.OTHER_TARGET;
      case Report.Premise.Party _ -> Decision.Why.OTHER_PARTY;
      case Report.Premise.Doing _ -> Decision.Why.OTHER_ACTION;
      case Report.Premise.Compared _, Report.Premise.Joined _, Report.Premise.Refined _ ->
          Decision.Why.CONSTRAINT;
    };
  }

  private static String detail(Report.Premise premise) {
    return switch (premise) {
      case Report.Premise.Compared(Policy.Constraint.Comparison one, boolean _, var seen) ->
          Names.local(one.left())
              + " "
              + one.operator()
              + " "
              + String.join(", ", one.right().stream().map(each -> each.plain()).toList())
              + (seen == null ? "" : " ≠ " + seen.plain());
      case Report.Premise.Joined joined ->
          joined.constraint().operator()
              + ": "
              + String.join(
                  "; ",
                  joined.parts().stream()
                      .filter(each -> !each.satisfied())
                      .map(Decisions::detail)
                      .limit(5)
                      .toList());
      case Report.Premise.Refined(Report.Premise inner) -> detail(inner);
      case Report.Premise.Target _, Report.Premise.Party _, Report.Premise.Doing _ -> "";
    };
  }

  /// The duties of a permission that are in effect and not done.
  private static List<Decision.Reason> open(Report.RuleReport rule) {
    var open = new ArrayList<Decision.Reason>();
    for (Report.RuleReport duty : rule.conditions()) {
      boolean done = duty.deontic() == Report.Deontic.FULFILLED && !duty.borrowed();
      if (duty.activation() == Report.Activation.ACTIVE && !done) {
        String action =
            String.join(
                ", ",
                duty.rule().actions().stream().map(each -> Names.local(each.action())).toList());
        open.add(
            new Decision.Reason(
                duty.deontic() == Report.Deontic.VIOLATED && !duty.borrowed()
                    ? Decision.Why.DUTY_VIOLATED
                    : Decision.Why.DUTY_OPEN,
                duty.rule().id(),
                action));
      }
    }
    return open;
  }
}
