package org.tabadla.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The shape of an ODRL policy in JSON-LD: what the [information
/// model](https://www.w3.org/TR/odrl-model/) says must stand in a policy, a rule and a constraint.
/// What a policy means is decided elsewhere.
final class OdrlShape {
  private static final Set<String> TYPES =
      Set.of("Policy", "Set", "Offer", "Agreement", "Assertion", "Privacy", "Request", "Ticket");
  private static final List<String> RULES = List.of("permission", "prohibition", "obligation");
  private static final List<String> LOGIC = List.of("or", "xone", "and", "andSequence");
  private static final int MOST_FAULTS = 50;

  private final List<Finding> faults = new ArrayList<>();

  private OdrlShape() {}

  static Checked check(JsonNode root) {
    var shape = new OdrlShape();
    JsonNode many = root.isArray() ? root : root.path("@graph");
    if (many.isArray()) {
      String base = root.isArray() ? "" : "/@graph";
      for (int i = 0; i < many.size(); i++) {
        shape.policy(many.get(i), base + "/" + i);
      }
    } else {
      shape.policy(root, "");
    }
    return Checked.of(Format.ODRL, shape.faults, List.of());
  }

  private void policy(JsonNode policy, String at) {
    String type = bare(policy.path("@type"));
    if (!type.isEmpty() && !TYPES.contains(type)) {
      fault(at + "/@type", "no policy type of ODRL: " + type);
    }
    String uid = policy.has("uid") ? "uid" : "@id";
    if (!policy.path(uid).isString() || policy.path(uid).asString().isBlank()) {
      fault(at + "/uid", "a policy must have a uid, an IRI");
    }
    if (RULES.stream().noneMatch(policy::has) && !policy.has("inheritFrom")) {
      fault(at, "a policy must have a permission, prohibition or obligation");
    }
    for (String kind : RULES) {
      each(policy, kind, at, (rule, place) -> rule(policy, rule, kind, place));
    }
    if (type.equals("Offer")) {
      needs(policy, "assigner", at);
    }
    if (type.equals("Agreement")) {
      needs(policy, "assigner", at);
      needs(policy, "assignee", at);
    }
  }

  /// A party may stand on the policy or on every one of its rules.
  private void needs(JsonNode policy, String party, String at) {
    if (policy.has(party)) {
      return;
    }
    for (String kind : RULES) {
      each(
          policy,
          kind,
          at,
          (rule, place) -> {
            if (!rule.has(party)) {
              fault(place + "/" + party, "this kind of policy must name its " + party);
            }
          });
    }
  }

  private void rule(JsonNode policy, JsonNode rule, String kind, String at) {
    if (!rule.isObject()) {
      fault(at, "a " + kind + " is an object, not " + rule.getNodeType());
      return;
    }
    if (!rule.has("action") && !policy.has("action")) {
      fault(at + "/action", "a " + kind + " must name its action");
    }
    if (!kind.equals("obligation") && !rule.has("target") && !policy.has("target")) {
      fault(at + "/target", "a " + kind + " must name its target");
    }
    each(rule, "constraint", at, this::constraint);
    each(
        rule, "action", at, (action, place) -> each(action, "refinement", place, this::constraint));
    each(rule, "duty", at, (duty, place) -> rule(rule, duty, "obligation", place));
  }

  private void constraint(JsonNode constraint, String at) {
    for (String logic : LOGIC) {
      if (constraint.has(logic)) {
        return;
      }
    }
    for (String key : List.of("leftOperand", "operator")) {
      if (!constraint.has(key)) {
        fault(at + "/" + key, "a constraint must have a " + key);
      }
    }
    if (!constraint.has("rightOperand") && !constraint.has("rightOperandReference")) {
      fault(at + "/rightOperand", "a constraint must have a rightOperand or a reference to one");
    }
  }

  private interface Visitor {
    void see(JsonNode node, String place);
  }

  private static void each(JsonNode node, String key, String at, Visitor visitor) {
    JsonNode value = node.path(key);
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        visitor.see(value.get(i), at + "/" + key + "/" + i);
      }
    } else if (!value.isMissingNode() && !value.isNull()) {
      visitor.see(value, at + "/" + key);
    }
  }

  private void fault(String place, String message) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Finding(place, message));
    }
  }

  private static String bare(JsonNode type) {
    String name = type.isArray() ? type.path(0).asString("") : type.asString("");
    return name.replace("odrl:", "").replace("http://www.w3.org/ns/odrl/2/", "");
  }
}
