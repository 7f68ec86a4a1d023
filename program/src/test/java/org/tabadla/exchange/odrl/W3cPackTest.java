package org.tabadla.exchange.odrl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tabadla.exchange.ExchangePacks;
import org.tabadla.exchange.rdf.Graph;
import org.tabadla.exchange.rdf.GraphReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The W3C group's examples: every state in the expected report is in ours.
class W3cPackTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> WHAT =
      List.of("report:rule", "report:constraint", "report:action", "report:refinement");
  private static final List<String> STATES =
      List.of(
          "report:activationState",
          "report:controlState",
          "report:deonticState",
          "report:satisfactionState",
          "report:performanceState");

  @Test
  void everyStateIsTheOneExpected() {
    Path examples = ExchangePacks.folder("odrl/w3c-formal-semantics");
    int cases = 0;
    var faults = new ArrayList<String>();
    for (Path expected : ExchangePacks.files(examples, ".json")) {
      if (!String.valueOf(expected.getFileName()).startsWith("compliancereport")) {
        continue;
      }
      Path folder = expected.getParent();
      if (folder == null || folder.getParent() == null) {
        continue;
      }
      Graph policy = first(ExchangePacks.files(folder.getParent(), ".json"), "policy");
      List<Path> beside = ExchangePacks.files(folder, ".json");
      Graph request = first(beside, "evaluationrequest");
      Graph state =
          beside.stream().anyMatch(each -> starts(each, "state"))
              ? first(beside, "state")
              : new Graph();
      Report report =
          Evaluator.evaluate(
              PolicyReader.read("policy", policy),
              Request.read("request", request).getFirst(),
              new World(state, request, policy));
      cases++;
      var wanted = states(JSON.readTree(ExchangePacks.read(expected)));
      wanted.removeAll(states(JSON.valueToTree(ReportJson.tree(report))));
      if (!wanted.isEmpty()) {
        faults.add(folder.getFileName() + ": " + wanted);
      }
    }
    assertThat(cases).isGreaterThanOrEqualTo(5);
    assertThat(faults).isEmpty();
  }

  private static boolean starts(Path file, String name) {
    return String.valueOf(file.getFileName()).startsWith(name);
  }

  private static Graph first(List<Path> files, String name) {
    Path file = files.stream().filter(each -> starts(each, name)).findFirst().orElseThrow();
    return GraphReader.read(file.toString(), ExchangePacks.read(file));
  }

  private static Set<String> states(JsonNode report) {
    var states = new TreeSet<String>();
    for (JsonNode each : report) {
      for (String what : WHAT) {
        for (String state : STATES) {
          if (each.has(what) && each.has(state)) {
            states.add(
                each.path(what).stringValue() + " " + state + " " + each.path(state).stringValue());
          }
        }
      }
    }
    return states;
  }
}
