package org.tabadla.exchange.odrl;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tabadla.exchange.rdf.Names;
import org.tabadla.exchange.rdf.Node;

/// Checks constraints against the world.
final class Constraints {
  /// By what other names deeds carry the value of a left operand.
  private static final Map<String, Set<String>> ALSO =
      Map.of(
          "payAmount", Set.of("payAmount", "netAmount", "grossAmount", "amount"),
          "dateTime", Set.of("dateTime", "paymentDate", "date", "atTime"));

  private static final Set<String> UNITS = Set.of("unit", "currency");

  private final World world;
  private final Request request;

  Constraints(World world, Request request) {
    this.world = world;
    this.request = request;
  }

  /// Checks one against what is known when the request is made.
  Report.Premise check(Policy.Constraint constraint) {
    return switch (constraint) {
      case Policy.Constraint.Comparison one -> {
        List<Node> seen = world.values(one.left(), request.rule());
        yield compared(one, seen);
      }
      case Policy.Constraint.Logical joined -> joined(joined);
    };
  }

  /// Checks a refinement against something that was done.
  boolean fits(Policy.Constraint refinement, Node deed) {
    return switch (refinement) {
      case Policy.Constraint.Comparison one -> {
        String name = Names.local(one.left());
        List<Node> seen = world.valuesOf(deed, ALSO.getOrDefault(name, Set.of(name)));
        List<Node> units = world.valuesOf(deed, UNITS);
        boolean unitFits =
            units.isEmpty()
                ? one.unit().isEmpty()
                : Comparison.sameUnit(units.getFirst().plain(), one.unit());
        yield unitFits && Comparison.holds(seen, one.operator(), one.right(), world);
      }
      case Policy.Constraint.Logical joined -> {
        List<Boolean> parts = joined.parts().stream().map(part -> fits(part, deed)).toList();
        yield holds(joined.operator(), parts);
      }
    };
  }

  private Report.Premise compared(Policy.Constraint.Comparison one, List<Node> seen) {
    boolean holds = Comparison.holds(seen, one.operator(), one.right(), world);
    return new Report.Premise.Compared(one, holds, seen.isEmpty() ? null : seen.getFirst());
  }

  private Report.Premise joined(Policy.Constraint.Logical joined) {
    List<Report.Premise> parts = joined.parts().stream().map(this::check).toList();
    boolean holds =
        holds(joined.operator(), parts.stream().map(Report.Premise::satisfied).toList());
    return new Report.Premise.Joined(joined, holds, parts);
  }

  private static boolean holds(String operator, List<Boolean> parts) {
    long held = parts.stream().filter(each -> each).count();
    return switch (operator) {
      case "or" -> held > 0;
      case "xone" -> held == 1;
      default -> held == parts.size();
    };
  }
}
