package org.tabadla.web.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.register.Assertion;
import org.tabadla.register.Commitment;
import org.tabadla.register.Difference;
import org.tabadla.web.Safe;
import tools.jackson.databind.json.JsonMapper;

/// Commitments as a table of assertions and as JSON.
final class Tables {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> FORMULA_BEGINNINGS =
      List.of("=", "+", "-", "@", "＝", "＋", "－", "＠");

  private Tables() {}

  /// The first line of the table, RFC 4180.
  static final String HEADER =
      "commitment,assertion,status,source,said,lang,title,url,parties,others,instrument,count,"
          + "amounts,sectors,place,date,deliverables,sentence,corrected\r\n";

  /// @return one line an assertion
  static String csv(Commitment c) {
    var out = new StringBuilder();
    for (Commitment.Entry entry : c.entries()) {
      out.append(line(c, entry).stream().map(Tables::cell).collect(Collectors.joining(",")));
      out.append("\r\n");
    }
    return out.toString();
  }

  private static List<String> line(Commitment c, Commitment.Entry entry) {
    Assertion a = entry.corrected();
    return List.of(
        c.id(),
        a.id(),
        a.status().word(),
        a.origin().name(),
        a.origin().said().toString(),
        a.origin().lang(),
        a.origin().title(),
        a.origin().url() == null ? "" : a.origin().url(),
        joined(a.parties().stream().map(p -> p.name().words() + " (" + p.role() + ")").toList()),
        words(a.others()),
        words(a.instrument()),
        a.count() == null ? "" : a.count().value(),
        joined(
            a.amounts().stream()
                .map(s -> s.value().toPlainString() + " " + s.currency() + " (" + s.of() + ")")
                .toList()),
        joined(a.sectors().stream().map(Assertion.Worded::words).toList()),
        words(a.place()),
        a.date() == null ? "" : a.date().value(),
        joined(
            a.deliverables().stream()
                .map(d -> d.what().words() + (d.due() == null ? "" : " (" + d.due() + ")"))
                .toList()),
        a.sentence().words(),
        entry.corrections().isEmpty() ? "" : "yes");
  }

  private static String joined(List<String> words) {
    return String.join("; ", words);
  }

  private static String words(Assertion.@Nullable Worded worded) {
    return worded == null ? "" : worded.words();
  }

  /// What a spreadsheet would take for a formula is led by an apostrophe, also behind blanks; what
  /// nobody sees and turns words round is left out.
  private static String cell(String value) {
    String clean = Safe.text(value);
    String seen = clean.stripLeading();
    String safe = FORMULA_BEGINNINGS.stream().anyMatch(seen::startsWith) ? "'" + clean : clean;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  static String json(Commitment one) {
    // Cleaned as a whole: what is taken out stands only within its strings.
    return Safe.text(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shape(one)));
  }

  private static Map<String, Object> shape(Commitment c) {
    var out = new LinkedHashMap<String, Object>();
    out.put("id", c.id());
    out.put("updated", c.updated().toString());
    var assertions = new ArrayList<Map<String, Object>>();
    for (Commitment.Entry entry : c.entries()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("assertion", entry.assertion());
      one.put("status", entry.corrected().status().word());
      one.put("why", entry.why());
      one.put("corrections", entry.corrections());
      assertions.add(one);
    }
    out.put("assertions", assertions);
    out.put(
        "differences",
        Difference.of(c).stream()
            .map(d ->
                Map.of(
                    "kind",
                    d.kind(),
                    "versions",
                    d.versions().stream()
                        .map(v ->
                            Map.of(
                                "value",
                                v.value(),
                                "assertions",
                                v.sayers().stream().map(Assertion::id).toList()))
                        .toList()))
            .toList());
    out.put("evidence", c.evidence());
    out.put("trail", c.trail());
    return out;
  }
}
