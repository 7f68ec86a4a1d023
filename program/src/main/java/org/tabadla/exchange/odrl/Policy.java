package org.tabadla.exchange.odrl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.rdf.Node;

/// A policy (W3C ODRL Information Model 2.2), its inherited rules with it.
///
/// @param kind the type's local name: `Set`, `Offer`, `Agreement` …
/// @param conflict what holds where a permission and a prohibition meet
public record Policy(Node id, String kind, Conflict conflict, List<Rule> rules) {
  public Policy {
    rules = List.copyOf(rules);
  }

  /// What holds where an active permission and an active prohibition meet.
  public enum Conflict {
    /// The permission.
    PERMIT,
    /// The prohibition.
    PROHIBIT,
    /// Neither: the policy is void (the default, §2.10).
    INVALID
  }

  /// What a rule is about.
  public enum RuleKind {
    PERMISSION,
    PROHIBITION,
    /// A duty by itself, or one that belongs to another rule.
    DUTY
  }

  /// A permission, a prohibition or a duty.
  ///
  /// @param actions any of them; none means every action
  /// @param targets any of them; none means everything
  /// @param assignees any of them; none means everybody
  /// @param constraints all of them
  /// @param duties the conditions of a permission
  /// @param remedies a prohibition's remedies or a duty's consequences
  public record Rule(
      Node id,
      RuleKind kind,
      List<Action> actions,
      List<Scope> targets,
      List<Scope> assignees,
      List<Scope> assigners,
      List<Constraint> constraints,
      List<Rule> duties,
      List<Rule> remedies) {
    public Rule {
      actions = List.copyOf(actions);
      targets = List.copyOf(targets);
      assignees = List.copyOf(assignees);
      assigners = List.copyOf(assigners);
      constraints = List.copyOf(constraints);
      duties = List.copyOf(duties);
      remedies = List.copyOf(remedies);
    }
  }

  /// An action with what narrows it.
  public record Action(Node id, String action, List<Constraint> refinements) {
    public Action {
      refinements = List.copyOf(refinements);
    }
  }

  /// A party or an asset, or a collection of them with what narrows it.
  ///
  /// @param source where the collection's members are listed, or null
  public record Scope(Node id, @Nullable Node source, List<Constraint> refinements) {
    public Scope {
      refinements = List.copyOf(refinements);
    }
  }

  /// A condition on the state of the world.
  public sealed interface Constraint {
    /// The constraint's own name.
    Node id();

    /// A comparison.
    ///
    /// @param left the left operand's address
    /// @param operator the operator's local name
    /// @param right one of them, or all, as the operator says
    /// @param unit the unit's address, or empty
    record Comparison(Node id, String left, String operator, List<Node> right, String unit)
        implements Constraint {
      public Comparison {
        right = List.copyOf(right);
      }
    }

    /// Constraints joined by `and`, `or`, `xone` or `andSequence`.
    record Logical(Node id, String operator, List<Constraint> parts) implements Constraint {
      public Logical {
        parts = List.copyOf(parts);
      }
    }
  }
}
