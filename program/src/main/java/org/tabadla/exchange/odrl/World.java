package org.tabadla.exchange.odrl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.rdf.Graph;
import org.tabadla.exchange.rdf.Names;
import org.tabadla.exchange.rdf.Node;

/// What is known of the world: the time, values of left operands, memberships, duties done.
public final class World {
  private static final String TIME = "dateTime";
  private static final int DEEPEST_MEMBERSHIP = 32;

  private final Graph facts = new Graph();
  private final Graph memberships = new Graph();
  private final @Nullable Node now;

  /// @param state the state of the world
  /// @param request the request's graph, which may carry parameters
  /// @param policy the policy's graph, which may say who belongs to a collection
  public World(Graph state, Graph request, Graph policy) {
    facts.addAll(state);
    facts.addAll(request);
    memberships.addAll(facts);
    memberships.addAll(policy);
    now = findNow();
  }

  /// The time that the state or the request gives, or null.
  public @Nullable Node now() {
    return now;
  }

  private @Nullable Node findNow() {
    for (Node subject : facts.subjects()) {
      Node feature = facts.one(subject, Names.SOTW + "describesFeature");
      if (feature != null && Names.local(feature.plain()).equals("CurrentXSDDateTime")) {
        return facts.one(subject, Names.SOTW + "value");
      }
    }
    for (Node subject : facts.subjects()) {
      Node given = facts.one(subject, Names.SOTW + "currentTime");
      if (given instanceof Node.Literal) {
        return given;
      }
      boolean isTime = Names.local(subject.plain()).equals("currentTime") || subject.equals(given);
      Node issued = facts.one(subject, Names.DCT + "issued");
      if (issued != null && (isTime || given != null || isRequest(subject))) {
        return issued;
      }
    }
    return null;
  }

  private boolean isRequest(Node subject) {
    return facts.all(subject, Names.TYPE).stream()
        .anyMatch(type -> Names.local(type.plain()).equals("EvaluationRequest"));
  }

  /// The values of a left operand, without units; empty where nothing is known of it.
  ///
  /// @param rule the request's rule, whose own constraints tell what it is for
  List<Node> values(String leftOperand, Node rule) {
    String name = Names.local(leftOperand);
    var values = new ArrayList<Node>();
    if (now != null && name.equals(TIME)) {
      values.add(now);
    } else if (now != null && name.equals("dayOfWeek")) {
      Comparison.dayOfWeek(now).ifPresent(day -> values.add(Node.text(day)));
    } else {
      for (Node subject : facts.subjects()) {
        Node feature = facts.one(subject, Names.SOTW + "describesFeature");
        if (feature != null && Names.local(feature.plain()).equals(name)) {
          values.addAll(facts.all(subject, Names.SOTW + "value"));
        }
      }
      values.addAll(claimed(rule, name));
      if (values.isEmpty()) {
        stated(name, values);
      }
    }
    return values;
  }

  /// What the request says of itself: its constraints and refinements with `eq`.
  private List<Node> claimed(Node rule, String name) {
    var holders = new ArrayList<Node>();
    holders.add(rule);
    holders.addAll(facts.all(rule, Names.ODRL + "action"));
    var values = new ArrayList<Node>();
    for (Node holder : holders) {
      for (String property : List.of("constraint", "refinement")) {
        for (Node each : facts.all(holder, Names.ODRL + property)) {
          Node left = facts.one(each, Names.ODRL + "leftOperand");
          if (left != null && Names.local(left.plain()).equals(name)) {
            values.addAll(facts.all(each, Names.ODRL + "rightOperand"));
          }
        }
      }
    }
    return values;
  }

  private void stated(String name, List<Node> values) {
    for (Node subject : facts.subjects()) {
      facts.about(
          subject,
          (property, object) -> {
            if (Names.local(property).equals(name)
                && (property.startsWith(Names.SOTW) || property.startsWith(Names.ODRL))
                && !facts.is(subject, Names.ODRL + "Request")) {
              values.add(object);
            }
          });
    }
  }

  /// Whether a thing or party is one, or belongs to a collection, at any remove.
  boolean belongs(Node one, Node collection, @Nullable Node source) {
    return belongs(one, collection, source, new HashSet<>());
  }

  private boolean belongs(Node one, Node collection, @Nullable Node source, Set<Node> seen) {
    if (one.equals(collection) || one.equals(source)) {
      return true;
    }
    if (!seen.add(one) || seen.size() > DEEPEST_MEMBERSHIP) {
      return false;
    }
    return memberships.all(one, Names.ODRL + "partOf").stream()
        .anyMatch(up -> belongs(up, collection, source, seen));
  }

  /// The reports on duties that the state holds.
  List<Node> dutyReports() {
    return facts.ofType(Names.REPORT + "DutyReport");
  }

  /// What is said of something.
  @Nullable Node fact(Node subject, String property) {
    return facts.one(subject, property);
  }

  /// What was done for a duty: the nodes that name it as their condition.
  List<Node> deeds(Node duty) {
    return facts.subjects().stream()
        .filter(subject -> facts.all(subject, Names.SOTW + "conditionID").contains(duty))
        .toList();
  }

  /// The values of a deed's properties with one of these local names.
  List<Node> valuesOf(Node deed, Set<String> names) {
    var values = new ArrayList<Node>();
    facts.about(
        deed,
        (property, object) -> {
          if (names.contains(Names.local(property))) {
            values.add(object);
          }
        });
    return values;
  }
}
