package org.tabadla.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.odrl.Evaluator;
import org.tabadla.exchange.odrl.Policy;
import org.tabadla.exchange.odrl.PolicyReader;
import org.tabadla.exchange.odrl.Report;
import org.tabadla.exchange.odrl.ReportJson;
import org.tabadla.exchange.odrl.ReportText;
import org.tabadla.exchange.odrl.Request;
import org.tabadla.exchange.odrl.World;
import org.tabadla.exchange.rdf.Graph;
import org.tabadla.exchange.rdf.GraphReader;
import org.tabadla.exchange.rdf.TurtleReader;
import org.tabadla.exchange.rights.Decision;
import org.tabadla.exchange.rights.Decisions;
import org.tabadla.model.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Evaluates a policy for a request.
@Command(
    name = "odrl",
    description = {
      "Evaluates an ODRL policy for a request in a state of the world, all in JSON-LD or Turtle,",
      "and prints the report in the request's form; the decision and its reasons go to standard",
      "error. Exit status: 0 allowed, 1 forbidden, 3 a duty comes first."
    },
    footer = {"", "Example:", "  ./tabadla odrl --policy p.ttl --request r.ttl --state now.ttl"})
final class OdrlCommand implements Callable<Integer> {
  static final int EXIT_FORBIDDEN = 1;
  static final int EXIT_DUTY_FIRST = 3;

  @Option(names = "--policy", required = true, paramLabel = "FILE", description = "The policy")
  Path policy = Path.of("");

  @Option(names = "--request", required = true, paramLabel = "FILE", description = "The request")
  Path request = Path.of("");

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "The state of the world; without it only what the request says is known")
  @Nullable Path state;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "The language of the reasons: ur, en, zh or ru (default: ${DEFAULT-VALUE})")
  String lang = "ur";

  private final Said said;

  OdrlCommand(Said said) {
    this.said = said;
  }

  @Override
  public Integer call() {
    Graph policyGraph = GraphReader.read(policy.toString(), text(policy));
    String requestText = text(request);
    Graph requestGraph = GraphReader.read(request.toString(), requestText);
    Graph stateGraph =
        state == null ? new Graph() : GraphReader.read(state.toString(), text(state));
    Policy read = PolicyReader.read(policy.toString(), policyGraph);
    List<Request> requests = Request.read(request.toString(), requestGraph);
    if (requests.size() != 1) {
      throw new Refusal(
          "[" + request + "] " + requests.size() + " requests", "give one request at a time");
    }
    var world = new World(stateGraph, requestGraph, policyGraph);
    Report report = Evaluator.evaluate(read, requests.getFirst(), world);
    if (GraphReader.isJson(requestText)) {
      said.line(
          Said.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ReportJson.tree(report)));
    } else {
      said.line(ReportText.turtle(report));
    }
    return say(Decisions.of(read, report));
  }

  private int say(Decision decision) {
    int status =
        switch (decision) {
          case Decision.Allowed _ -> 0;
          case Decision.Forbidden _ -> EXIT_FORBIDDEN;
          case Decision.DutyFirst _ -> EXIT_DUTY_FIRST;
        };
    said.note("decision: " + decision.getClass().getSimpleName());
    decision.reasons().forEach(reason -> said.note("  " + reason.in(lang)));
    return status;
  }

  private static String text(Path file) {
    return GivenFile.text(file, TurtleReader.MOST_CHARACTERS);
  }
}
