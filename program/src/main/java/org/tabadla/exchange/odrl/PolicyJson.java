package org.tabadla.exchange.odrl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tabadla.exchange.rdf.Names;
import org.tabadla.exchange.rdf.Node;

/// Writes a policy as JSON-LD in ODRL's own context, as partners and RightsML readers take it.
public final class PolicyJson {
  private PolicyJson() {}

  /// The policy as a tree of maps, lists and strings, ready to be printed as JSON.
  public static Map<String, Object> tree(Policy policy) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("@context", "http://www.w3.org/ns/odrl.jsonld");
    tree.put("@type", policy.kind());
    tree.put("uid", policy.id().plain());
    tree.put(
        "conflict",
        switch (policy.conflict()) {
          case PERMIT -> "perm";
          case PROHIBIT -> "prohibit";
          case INVALID -> "invalid";
        });
    rules(tree, "permission", policy, Policy.RuleKind.PERMISSION);
    rules(tree, "prohibition", policy, Policy.RuleKind.PROHIBITION);
    rules(tree, "obligation", policy, Policy.RuleKind.DUTY);
    return tree;
  }

  private static void rules(
      Map<String, Object> tree, String property, Policy policy, Policy.RuleKind kind) {
    List<Map<String, Object>> rules =
        policy.rules().stream().filter(rule -> rule.kind() == kind).map(PolicyJson::rule).toList();
    many(tree, property, rules);
  }

  private static Map<String, Object> rule(Policy.Rule rule) {
    var tree = named(rule.id());
    many(tree, "action", rule.actions().stream().map(PolicyJson::action).toList());
    many(tree, "target", rule.targets().stream().map(PolicyJson::scope).toList());
    many(tree, "assigner", rule.assigners().stream().map(PolicyJson::scope).toList());
    many(tree, "assignee", rule.assignees().stream().map(PolicyJson::scope).toList());
    many(tree, "constraint", rule.constraints().stream().map(PolicyJson::constraint).toList());
    many(tree, "duty", rule.duties().stream().map(PolicyJson::rule).toList());
    String remedy = rule.kind() == Policy.RuleKind.DUTY ? "consequence" : "remedy";
    many(tree, remedy, rule.remedies().stream().map(PolicyJson::rule).toList());
    return tree;
  }

  private static Object action(Policy.Action action) {
    if (action.refinements().isEmpty()) {
      return action.action();
    }
    var tree =
        action.id().plain().equals(action.action())
            ? new LinkedHashMap<String, Object>()
            : named(action.id());
    tree.put("rdf:value", Map.of("@id", action.action()));
    many(tree, "refinement", action.refinements().stream().map(PolicyJson::constraint).toList());
    return tree;
  }

  private static Object scope(Policy.Scope scope) {
    if (scope.source() == null && scope.refinements().isEmpty()) {
      return scope.id().plain();
    }
    var tree = named(scope.id());
    if (scope.source() != null) {
      tree.put("source", scope.source().plain());
    }
    many(tree, "refinement", scope.refinements().stream().map(PolicyJson::constraint).toList());
    return tree;
  }

  private static Map<String, Object> constraint(Policy.Constraint constraint) {
    var tree = named(constraint.id());
    switch (constraint) {
      case Policy.Constraint.Comparison one -> {
        tree.put("leftOperand", one.left());
        tree.put("operator", Names.ODRL + one.operator());
        many(tree, "rightOperand", one.right().stream().map(PolicyJson::value).toList());
        if (!one.unit().isEmpty()) {
          tree.put("unit", Map.of("@id", one.unit()));
        }
      }
      case Policy.Constraint.Logical joined ->
          tree.put(
              Names.ODRL + joined.operator(),
              joined.parts().stream().map(PolicyJson::constraint).toList());
    }
    return tree;
  }

  private static Object value(Node node) {
    return switch (node) {
      case Node.Literal(String value, String type, String language) ->
          language.isEmpty()
              ? Map.of("@value", value, "@type", type)
              : Map.of("@value", value, "@language", language);
      case Node.Iri _, Node.Blank _ -> Map.of("@id", node.plain());
    };
  }

  private static Map<String, Object> named(Node id) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("@id", id.plain());
    return tree;
  }

  private static void many(Map<String, Object> tree, String property, List<?> values) {
    if (!values.isEmpty()) {
      tree.put(property, values);
    }
  }
}
