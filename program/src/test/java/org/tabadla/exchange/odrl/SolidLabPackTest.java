package org.tabadla.exchange.odrl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tabadla.exchange.ExchangePacks;
import org.tabadla.exchange.rdf.Graph;
import org.tabadla.exchange.rdf.Names;
import org.tabadla.exchange.rdf.Node;
import org.tabadla.exchange.rdf.TurtleReader;

/// SolidLab's cases: the whole report, node by node, made-up names aside.
class SolidLabPackTest {
  private static final String EX = "http://example.org/";

  @Test
  void everyReportIsTheOneExpected() {
    Path suite = ExchangePacks.folder("odrl/solidlab-test-suite");
    Map<Node, Path> documents = new HashMap<>();
    for (String kind : List.of("policies", "requests", "sotw")) {
      for (Path file : ExchangePacks.files(suite.resolve(kind), ".ttl")) {
        documents.put(
            TurtleReader.read(file.toString(), ExchangePacks.read(file))
                .subjects()
                .iterator()
                .next(),
            file);
      }
    }
    var faults = new ArrayList<String>();
    int cases = 0;
    for (Path file : ExchangePacks.files(suite.resolve("test_cases"), ".ttl")) {
      Graph expected = graph(file);
      Node test = expected.ofType(EX + "TestCase").getFirst();
      Graph policy = graph(document(documents, expected.one(test, EX + "policy")));
      Graph request = graph(document(documents, expected.one(test, EX + "request")));
      Graph state = graph(document(documents, expected.one(test, EX + "sotw")));
      Report report =
          Evaluator.evaluate(
              PolicyReader.read("policy", policy),
              Request.read("request", request).getFirst(),
              new World(state, request, policy));
      Graph seen = TurtleReader.read("report", ReportText.turtle(report));
      cases++;
      String wanted = shape(expected, expected.one(test, EX + "expectedReport"));
      String got = shape(seen, seen.ofType(Names.REPORT + "PolicyReport").getFirst());
      if (!wanted.equals(got)) {
        faults.add(file.getFileName() + "\n  wanted " + wanted + "\n  got    " + got);
      }
    }
    assertThat(cases).isGreaterThanOrEqualTo(34);
    assertThat(faults).isEmpty();
  }

  private static Graph graph(Path file) {
    return TurtleReader.read(file.toString(), ExchangePacks.read(file));
  }

  private static Path document(
      Map<Node, Path> documents, @org.jspecify.annotations.Nullable Node id) {
    Path path = id == null ? null : documents.get(id);
    if (path == null) {
      throw new IllegalStateException("no document " + id);
    }
    return path;
  }

  /// What is said of a report and of the reports in it, in a fixed order and without its name.
  private static String shape(Graph graph, @org.jspecify.annotations.Nullable Node node) {
    if (node == null) {
      return "none";
    }
    var parts = new TreeMap<String, List<String>>();
    graph.about(
        node,
        (property, object) -> {
          boolean nested = property.endsWith("ruleReport") || property.endsWith("premiseReport");
          parts
              .computeIfAbsent(Names.local(property), _ -> new ArrayList<>())
              .add(nested ? shape(graph, object) : object.plain());
        });
    parts.values().forEach(each -> each.sort(null));
    return parts.toString();
  }
}
