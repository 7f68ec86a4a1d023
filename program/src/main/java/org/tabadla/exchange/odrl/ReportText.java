package org.tabadla.exchange.odrl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tabadla.exchange.rdf.Names;
import org.tabadla.exchange.rdf.Node;

/// Writes a report in Turtle, in SolidLab's compliance report model.
public final class ReportText {
  private static final String PREFIXES =
      """
      @prefix odrl: <http://www.w3.org/ns/odrl/2/>.
      @prefix dct: <http://purl.org/dc/terms/>.
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.
      @prefix report: <https://w3id.org/force/compliance-report#>.

      """;

  private final StringBuilder out = new StringBuilder(PREFIXES);
  private final String seed;
  private int reports;

  private ReportText(Report report) {
    this.seed = report.policy().plain() + "\n" + report.request().rule().plain();
  }

  /// The report; the same report gives the same text, made-up names included.
  public static String turtle(Report report) {
    var text = new ReportText(report);
    text.policy(report);
    return text.out.toString();
  }

  private void policy(Report report) {
    var lines = new ArrayList<String>();
    lines.add("a report:PolicyReport");
    if (report.created() != null) {
      lines.add("dct:created " + value(report.created()));
    }
    lines.add("report:policy " + value(report.policy()));
    lines.add("report:policyRequest " + value(report.request().id()));
    String id = id();
    for (Report.RuleReport rule : report.rules()) {
      lines.add("report:ruleReport " + rule(rule, report.request()));
    }
    say(id, lines);
  }

  private String rule(Report.RuleReport report, Request request) {
    String id = id();
    var lines = new ArrayList<String>();
    lines.add("a report:" + kind(report.rule().kind()));
    lines.add("report:attemptState report:Attempted");
    lines.add("report:rule " + value(report.rule().id()));
    lines.add("report:ruleRequest " + value(request.rule()));
    report.premises().forEach(each -> lines.add("report:premiseReport " + premise(each)));
    report
        .conditions()
        .forEach(each ->
            lines.add(
                "report:conditionReport "
                    + (each.evidence() == null ? rule(each, request) : value(each.evidence()))));
    if (report.rule().kind() == Policy.RuleKind.DUTY) {
      lines.add("report:performanceState report:" + performance(report.performance()));
      lines.add("report:deonticState report:" + deontic(report.deontic()));
    }
    lines.add("report:activationState report:" + activation(report.activation()));
    say(id, lines);
    return id;
  }

  private String premise(Report.Premise premise) {
    String id = id();
    var lines = new ArrayList<String>();
    switch (premise) {
      case Report.Premise.Target _ -> lines.add("a report:TargetReport");
      case Report.Premise.Party _ -> lines.add("a report:PartyReport");
      case Report.Premise.Doing _ -> lines.add("a report:ActionReport");
      case Report.Premise.Refined(Report.Premise inner) -> {
        return premise(inner);
      }
      case Report.Premise.Compared compared -> comparison(compared, lines);
      case Report.Premise.Joined joined -> {
        lines.add("a report:ConstraintReport");
        lines.add("report:constraint " + value(joined.constraint().id()));
        lines.add("report:constraintLogicalOperand odrl:" + joined.constraint().operator());
        joined.parts().forEach(each -> lines.add("report:premiseReport " + premise(each)));
      }
    }
    lines.add(
        "report:satisfactionState report:"
            + (premise.satisfied() ? "" : "Un")
            + satisfied(premise));
    say(id, lines);
    return id;
  }

  private static String satisfied(Report.Premise premise) {
    return premise.satisfied() ? "Satisfied" : "satisfied";
  }

  /// SolidLab's cases leave out operator and right operand where a constraint does not hold.
  private static void comparison(Report.Premise.Compared compared, List<String> lines) {
    Policy.Constraint.Comparison constraint = compared.constraint();
    lines.add("a report:ConstraintReport");
    lines.add("report:constraint " + value(constraint.id()));
    if (compared.seen() != null) {
      lines.add("report:constraintLeftOperand " + value(compared.seen()));
    }
    if (compared.satisfied()) {
      lines.add("report:constraintOperator odrl:" + constraint.operator());
      constraint.right().forEach(each -> lines.add("report:constraintRightOperand " + value(each)));
    }
  }

  private void say(String id, List<String> lines) {
    out.append(id).append(' ').append(String.join(";\n    ", lines)).append(".\n");
  }

  private String id() {
    String name = seed + "\n" + reports++;
    return "<urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + ">";
  }

  private static String kind(Policy.RuleKind kind) {
    return switch (kind) {
      case PERMISSION -> "PermissionReport";
      case PROHIBITION -> "ProhibitionReport";
      case DUTY -> "DutyReport";
    };
  }

  static String activation(Report.Activation activation) {
    return switch (activation) {
      case ACTIVE -> "Active";
      case INACTIVE -> "Inactive";
    };
  }

  static String performance(Report.Performance performance) {
    return switch (performance) {
      case PERFORMED -> "Performed";
      case UNPERFORMED -> "Unperformed";
      case UNKNOWN -> "Unknown";
    };
  }

  private static String deontic(Report.Deontic deontic) {
    return switch (deontic) {
      case FULFILLED -> "Fulfilled";
      case VIOLATED -> "Violated";
      case NOT_SET -> "NonSet";
    };
  }

  /// A node as Turtle writes it; what would end an address or a text early is escaped.
  static String value(Node node) {
    return switch (node) {
      case Node.Iri(String iri) -> "<" + escaped(iri, "<>\"{}|^`\\ ") + ">";
      case Node.Blank(String id) -> "_:" + id.replaceAll("[^A-Za-z0-9_-]", "-");
      case Node.Literal(String value, String type, String language) ->
          '"'
              + escaped(value, "\"\\")
              + '"'
              + (language.isEmpty()
                  ? type.equals(Names.XSD + "string")
                      ? ""
                      : "^^<" + escaped(type, "<>\"{}|^`\\ ") + ">"
                  : "@" + language.replaceAll("[^A-Za-z0-9-]", ""));
    };
  }

  private static String escaped(String text, String marks) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || marks.indexOf(c) >= 0) {
        out.append(String.format("\\u%04X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
