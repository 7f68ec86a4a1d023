package org.tabadla.exchange.odrl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.rdf.Graph;
import org.tabadla.exchange.rdf.Names;
import org.tabadla.exchange.rdf.Node;
import org.tabadla.model.Refusal;

/// What somebody wants to do with something.
///
/// @param rule the request's rule where it is written as `odrl:Request`, else the request itself
/// @param isEvaluationRequest whether it has the form of the W3C group's draft
public record Request(
    Node id,
    Node rule,
    @Nullable Node action,
    @Nullable Node target,
    @Nullable Node party,
    boolean isEvaluationRequest) {

  /// One action, by one party, on one thing.
  public static Request of(String action, String target, String party) {
    var id = new Node.Iri("urn:tabadla:request");
    return new Request(
        id, id, new Node.Iri(action), new Node.Iri(target), new Node.Iri(party), false);
  }

  /// The requests in a graph: one for each rule of an `odrl:Request`, or one `EvaluationRequest`.
  ///
  /// @param source the document's name, for errors
  public static List<Request> read(String source, Graph graph) {
    var requests = new ArrayList<Request>();
    for (Node subject : graph.subjects()) {
      String type = types(graph, subject);
      if (type.contains(" EvaluationRequest ")) {
        requests.add(evaluation(graph, subject));
      } else if (type.contains(" Request ")) {
        for (Node rule : graph.all(subject, Names.ODRL + "permission")) {
          requests.add(plain(graph, subject, rule));
        }
      }
    }
    if (requests.isEmpty()) {
      throw new Refusal(
          "[" + source + "] no request",
          "give an odrl:Request with a permission, or an EvaluationRequest");
    }
    return requests;
  }

  private static Request plain(Graph graph, Node id, Node rule) {
    return new Request(
        id,
        rule,
        valued(graph, graph.one(rule, Names.ODRL + "action")),
        graph.one(rule, Names.ODRL + "target"),
        graph.one(rule, Names.ODRL + "assignee"),
        false);
  }

  private static Request evaluation(Graph graph, Node id) {
    return new Request(
        id,
        id,
        valued(graph, either(graph, id, "evaluatedAction", "action")),
        either(graph, id, "evaluatedTarget", "target"),
        either(graph, id, "evaluatedParty", "assignee"),
        true);
  }

  private static @Nullable Node either(Graph graph, Node id, String draft, String plain) {
    Node node = graph.one(id, Names.SOTW + draft);
    return node == null ? graph.one(id, Names.ODRL + plain) : node;
  }

  private static @Nullable Node valued(Graph graph, @Nullable Node action) {
    Node value = action == null ? null : graph.one(action, Names.RDF + "value");
    return value == null ? action : value;
  }

  private static String types(Graph graph, Node subject) {
    var types = new StringBuilder(" ");
    graph
        .all(subject, Names.TYPE)
        .forEach(each -> types.append(Names.local(each.plain())).append(' '));
    return types.toString();
  }
}
