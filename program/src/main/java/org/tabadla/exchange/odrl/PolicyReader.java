package org.tabadla.exchange.odrl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.rdf.Graph;
import org.tabadla.exchange.rdf.Names;
import org.tabadla.exchange.rdf.Node;
import org.tabadla.model.Refusal;

/// Reads policies out of a graph.
public final class PolicyReader {
  static final int MOST_RULES = 5_000;
  static final int DEEPEST = 20;

  private static final Set<String> OPERATORS = Set.of("and", "or", "xone", "andSequence");
  private static final List<String> KINDS =
      List.of("Agreement", "Offer", "Set", "Assertion", "Privacy", "Ticket", "Policy");

  private final String source;
  private final Graph graph;

  private PolicyReader(String source, Graph graph) {
    this.source = source;
    this.graph = graph;
  }

  /// The one policy that the graph holds.
  ///
  /// @param source the document's name, for errors
  public static Policy read(String source, Graph graph) {
    var reader = new PolicyReader(source, graph);
    var policies = new LinkedHashSet<Node>();
    for (String kind : KINDS) {
      policies.addAll(graph.ofType(Names.ODRL + kind));
    }
    for (Node subject : graph.subjects()) {
      boolean ruled =
          graph.one(subject, Names.ODRL + "permission") != null
              || graph.one(subject, Names.ODRL + "prohibition") != null
              || graph.one(subject, Names.ODRL + "obligation") != null;
      if (ruled && !graph.is(subject, Names.ODRL + "Request")) {
        policies.add(subject);
      }
    }
    policies.removeAll(reader.parents(policies));
    if (policies.size() != 1) {
      throw new Refusal(
          "[" + source + "] " + policies.size() + " policies",
          "give one odrl:Set, Offer or Agreement; policies that it inherits from may stand beside it");
    }
    return reader.policy(policies.getFirst());
  }

  private Set<Node> parents(Set<Node> policies) {
    var parents = new HashSet<Node>();
    for (Node policy : policies) {
      for (Node parent : graph.all(policy, Names.ODRL + "inheritFrom")) {
        // A policy that names itself would otherwise vanish.
        if (!parent.equals(policy)) {
          parents.add(parent);
        }
      }
    }
    return parents;
  }

  private Policy policy(Node id) {
    String kind =
        KINDS.stream().filter(each -> graph.is(id, Names.ODRL + each)).findFirst().orElse("Set");
    var rules = new ArrayList<Policy.Rule>();
    inherit(id, rules, new HashSet<>());
    Node conflict = graph.one(id, Names.ODRL + "conflict");
    return new Policy(
        id,
        kind,
        switch (conflict == null ? "" : Names.local(conflict.plain())) {
          case "perm" -> Policy.Conflict.PERMIT;
          case "prohibit" -> Policy.Conflict.PROHIBIT;
          default -> Policy.Conflict.INVALID;
        },
        rules);
  }

  private void inherit(Node policy, List<Policy.Rule> rules, Set<Node> seen) {
    if (!seen.add(policy)) {
      return;
    }
    rules(policy, "permission", Policy.RuleKind.PERMISSION, rules);
    rules(policy, "prohibition", Policy.RuleKind.PROHIBITION, rules);
    rules(policy, "obligation", Policy.RuleKind.DUTY, rules);
    graph.all(policy, Names.ODRL + "inheritFrom").forEach(parent -> inherit(parent, rules, seen));
  }

  private void rules(Node policy, String property, Policy.RuleKind kind, List<Policy.Rule> rules) {
    for (Node rule : graph.all(policy, Names.ODRL + property)) {
      rules.add(rule(rule, kind, policy, 0));
      if (rules.size() > MOST_RULES) {
        throw new Refusal("[" + source + "] over " + MOST_RULES + " rules", "split the policy");
      }
    }
  }

  /// @param policy what the rule shares properties with (§2.7.1), or null for a rule's duties
  private Policy.Rule rule(Node id, Policy.RuleKind kind, @Nullable Node policy, int depth) {
    if (depth > DEEPEST) {
      throw new Refusal(
          "[" + source + "] rules within rules over " + DEEPEST + " levels: " + id.plain(),
          "look for a rule that is its own duty");
    }
    var remedies = new ArrayList<Policy.Rule>();
    for (String property : List.of("remedy", "consequence")) {
      for (Node each : graph.all(id, Names.ODRL + property)) {
        remedies.add(rule(each, Policy.RuleKind.DUTY, null, depth + 1));
      }
    }
    return new Policy.Rule(
        id,
        kind,
        both(id, policy, "action").stream().map(this::action).toList(),
        both(id, policy, "target").stream().map(this::scope).toList(),
        both(id, policy, "assignee").stream().map(this::scope).toList(),
        both(id, policy, "assigner").stream().map(this::scope).toList(),
        both(id, policy, "constraint").stream().map(each -> constraint(each, 0)).toList(),
        graph.all(id, Names.ODRL + "duty").stream()
            .map(each -> rule(each, Policy.RuleKind.DUTY, null, depth + 1))
            .toList(),
        remedies);
  }

  private List<Node> both(Node rule, @Nullable Node policy, String property) {
    var all = new LinkedHashSet<>(graph.all(rule, Names.ODRL + property));
    if (policy != null) {
      all.addAll(graph.all(policy, Names.ODRL + property));
    }
    return List.copyOf(all);
  }

  Policy.Action action(Node id) {
    Node value = graph.one(id, Names.RDF + "value");
    return new Policy.Action(id, (value == null ? id : value).plain(), refinements(id));
  }

  Policy.Scope scope(Node id) {
    return new Policy.Scope(id, graph.one(id, Names.ODRL + "source"), refinements(id));
  }

  private List<Policy.Constraint> refinements(Node id) {
    return graph.all(id, Names.ODRL + "refinement").stream()
        .map(each -> constraint(each, 0))
        .toList();
  }

  private Policy.Constraint constraint(Node id, int depth) {
    if (depth > DEEPEST) {
      throw new Refusal(
          "[" + source + "] constraints over " + DEEPEST + " levels deep: " + id.plain(),
          "look for a constraint that is part of itself");
    }
    for (String operator : OPERATORS) {
      List<Node> parts = graph.all(id, Names.ODRL + operator);
      if (!parts.isEmpty()) {
        return new Policy.Constraint.Logical(
            id,
            operator,
            parts.stream()
                .flatMap(part -> listed(part).stream())
                .map(part -> constraint(part, depth + 1))
                .toList());
      }
    }
    Node left = graph.one(id, Names.ODRL + "leftOperand");
    Node operator = graph.one(id, Names.ODRL + "operator");
    if (left == null || operator == null) {
      throw new Refusal(
          "[" + source + "] a constraint without leftOperand or operator: " + id.plain(),
          "give leftOperand, operator and rightOperand, or one of " + OPERATORS);
    }
    Node unit = graph.one(id, Names.ODRL + "unit");
    var right = new ArrayList<>(graph.all(id, Names.ODRL + "rightOperand"));
    right.addAll(graph.all(id, Names.ODRL + "rightOperandReference"));
    return new Policy.Constraint.Comparison(
        id, left.plain(), Names.local(operator.plain()), right, unit == null ? "" : unit.plain());
  }

  /// The members of a list in RDF, or the node itself where it is none.
  private List<Node> listed(Node node) {
    if (graph.one(node, Names.RDF + "first") == null) {
      return List.of(node);
    }
    var members = new ArrayList<Node>();
    var seen = new HashSet<Node>();
    for (Node link = node;
        link != null && seen.add(link);
        link = graph.one(link, Names.RDF + "rest")) {
      members.addAll(graph.all(link, Names.RDF + "first"));
    }
    return members;
  }
}
