package org.tabadla.exchange.odrl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.rdf.Node;

/// What an evaluation found: for every rule whether it is in effect, and why.
///
/// After the W3C group's draft on formal semantics and SolidLab's compliance report model.
///
/// @param created the time for which was evaluated, as the state of the world gives it
public record Report(Node policy, Request request, @Nullable Node created, List<RuleReport> rules) {
  public Report {
    rules = List.copyOf(rules);
  }

  /// Whether a rule is in effect.
  public enum Activation {
    ACTIVE,
    INACTIVE
  }

  /// Whether an action was done.
  public enum Performance {
    PERFORMED,
    UNPERFORMED,
    UNKNOWN
  }

  /// Whether a rule is kept.
  public enum Deontic {
    FULFILLED,
    VIOLATED,
    NOT_SET
  }

  /// One rule.
  ///
  /// @param permits for a permission: whether it permits this very request (the control state)
  /// @param conditions the duties on which a permission hangs
  /// @param evidence the report in the state of the world from which a duty's states were taken
  /// @param borrowed whether that report names another rule; it is shown as SolidLab's cases have
  ///   it, and nothing is decided by it
  public record RuleReport(
      Policy.Rule rule,
      Activation activation,
      boolean permits,
      Performance performance,
      Deontic deontic,
      List<Premise> premises,
      List<RuleReport> conditions,
      @Nullable Node evidence,
      boolean borrowed) {
    public RuleReport {
      premises = List.copyOf(premises);
      conditions = List.copyOf(conditions);
    }
  }

  /// Something that must hold for a rule to be in effect.
  public sealed interface Premise {
    /// Whether it holds.
    boolean satisfied();

    /// Whether the request is about the rule's target.
    record Target(boolean satisfied) implements Premise {}

    /// Whether it comes from the rule's assignee.
    record Party(boolean satisfied) implements Premise {}

    /// Whether it is for the rule's action.
    record Doing(boolean satisfied) implements Premise {}

    /// A comparison, with the value seen; null where the state of the world tells none.
    record Compared(Policy.Constraint.Comparison constraint, boolean satisfied, @Nullable Node seen)
        implements Premise {}

    /// Several constraints joined.
    record Joined(Policy.Constraint.Logical constraint, boolean satisfied, List<Premise> parts)
        implements Premise {
      public Joined {
        parts = List.copyOf(parts);
      }
    }

    /// What narrows an action, a target or a party.
    record Refined(Premise premise) implements Premise {
      @Override
      public boolean satisfied() {
        return premise.satisfied();
      }
    }
  }
}
