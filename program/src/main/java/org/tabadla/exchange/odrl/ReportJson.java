package org.tabadla.exchange.odrl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.rdf.Names;
import org.tabadla.exchange.rdf.Node;

/// Writes a report as JSON-LD, in the form of the W3C group's examples.
public final class ReportJson {
  private final Map<String, Object> out = new LinkedHashMap<>();
  private final String base;
  private int rules;
  private int conditions;
  private int constraints;
  private int actions;

  private ReportJson(Report report) {
    this.base = "urn:tabadla:report:" + Integer.toHexString(report.policy().hashCode());
  }

  /// The report as a tree of maps, lists and strings, ready to be printed as JSON.
  public static Map<String, Object> tree(Report report) {
    var json = new ReportJson(report);
    json.out.put(
        "@context",
        ordered(
            "odrl", Names.ODRL,
            "ex", "http://example.org/",
            "report", Names.REPORT_OF_W3C,
            "dct", Names.DCT,
            "xsd", Names.XSD));
    json.out.put("@id", json.base);
    json.out.put("@type", "report:ComplianceReport");
    if (report.created() instanceof Node.Literal(String value, String type, var _)) {
      json.out.put("dct:created", ordered("@value", value, "@type", type));
    }
    json.out.put("report:policy", report.policy().plain());
    json.out.put("report:evaluationRequest", report.request().id().plain());
    report.rules().forEach(json::rule);
    return json.out;
  }

  private void rule(Report.RuleReport report) {
    String kind =
        switch (report.rule().kind()) {
          case PERMISSION -> "permission";
          case PROHIBITION -> "prohibition";
          case DUTY -> "obligation";
        };
    var rule = node("rule", ++rules, "report:ruleReport");
    rule.put("report:rule", report.rule().id().plain());
    rule.put("report:activationState", "report:" + ReportText.activation(report.activation()));
    switch (report.rule().kind()) {
      case PERMISSION ->
          rule.put("report:controlState", permitted(report) ? "report:Permit" : "report:Deny");
      case PROHIBITION -> {}
      case DUTY -> rule.put("report:deonticState", deontic(report.deontic()));
    }
    out.put("ex:" + kind + "Report" + rules, rule);
    report.conditions().forEach(this::condition);
    report.premises().forEach(this::premise);
  }

  /// The group's examples ask in the name of `party/billie1` for what `party/billie` may do, and
  /// expect Permit: their control state leaves the party aside. It does so here too, with the party
  /// reported beside it; what is decided, is decided elsewhere and by the party as well.
  private static boolean permitted(Report.RuleReport report) {
    return report.activation() == Report.Activation.ACTIVE
        && report.premises().stream()
            .allMatch(each -> each.satisfied() || each instanceof Report.Premise.Party);
  }

  private void condition(Report.RuleReport duty) {
    var condition = node("condition", ++conditions, "report:ConditionReport");
    condition.put("report:constraint", duty.rule().id().plain());
    condition.put("report:activationState", "report:" + ReportText.activation(duty.activation()));
    condition.put("report:deonticState", deontic(duty.deontic()));
    out.put("ex:conditionReport" + conditions, condition);
    duty.premises().forEach(this::premise);
    for (Policy.Action action : duty.rule().actions()) {
      var doing = node("action", ++actions, "report:ActionReport");
      doing.put("report:action", action.id().plain());
      doing.put("report:performanceState", "report:" + ReportText.performance(duty.performance()));
      out.put("ex:actionReport" + actions, doing);
    }
    duty.conditions().forEach(this::condition);
  }

  private void premise(Report.Premise premise) {
    switch (premise) {
      case Report.Premise.Compared compared ->
          said("Constraint", compared.constraint().id(), premise.satisfied());
      case Report.Premise.Joined joined -> {
        said("Constraint", joined.constraint().id(), premise.satisfied());
        joined.parts().forEach(this::premise);
      }
      case Report.Premise.Refined(Report.Premise.Compared inner) ->
          said("Refinement", inner.constraint().id(), premise.satisfied());
      case Report.Premise.Refined(Report.Premise inner) -> premise(inner);
      case Report.Premise.Target _ -> said("Target", null, premise.satisfied());
      case Report.Premise.Party _ -> said("Party", null, premise.satisfied());
      case Report.Premise.Doing _ -> said("RequestedAction", null, premise.satisfied());
    }
  }

  private void said(String what, @Nullable Node constraint, boolean satisfied) {
    var node = node("constraint", ++constraints, "report:" + what + "Report");
    if (constraint != null) {
      String property = what.equals("Refinement") ? "report:refinement" : "report:constraint";
      node.put(property, constraint.plain());
    }
    node.put("report:satisfactionState", satisfied ? "report:Satisfied" : "report:Not-Satisfied");
    out.put(
        "ex:"
            + what.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
            + what.substring(1)
            + "Report"
            + constraints,
        node);
  }

  private Map<String, Object> node(String what, int number, String type) {
    return ordered("@id", base + ":" + what + ":" + number, "@type", type);
  }

  private static String deontic(Report.Deontic deontic) {
    return switch (deontic) {
      case FULFILLED -> "report:Fulfilled";
      case VIOLATED -> "report:Violated";
      case NOT_SET -> "report:Not-set";
    };
  }

  private static Map<String, Object> ordered(String... keysAndValues) {
    var map = new LinkedHashMap<String, Object>();
    List<String> all = List.of(keysAndValues);
    for (int i = 0; i + 1 < all.size(); i += 2) {
      map.put(all.get(i), all.get(i + 1));
    }
    return map;
  }
}
