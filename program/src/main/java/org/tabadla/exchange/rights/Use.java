package org.tabadla.exchange.rights;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tabadla.exchange.odrl.Policy;
import org.tabadla.exchange.odrl.Request;
import org.tabadla.exchange.odrl.World;
import org.tabadla.exchange.rdf.Graph;
import org.tabadla.exchange.rdf.Names;
import org.tabadla.exchange.rdf.Node;

/// What somebody is about to do, and what is known at that moment.
///
/// @param action ODRL's local name: `reproduce` for a download, `distribute`, `archive`, `sell` …
/// @param facts values by left operand, such as `purpose` → [Terms#NEWS], `spatial` → a country
/// @param dutiesDone the addresses of duties that are on record as done
public record Use(
    String action,
    String target,
    String party,
    Instant when,
    Map<String, String> facts,
    List<String> dutiesDone) {
  public Use {
    facts = Map.copyOf(facts);
    dutiesDone = List.copyOf(dutiesDone);
  }

  /// A download of a copy.
  public static Use download(String target, String party, Instant when) {
    return new Use("reproduce", target, party, when, Map.of(), List.of());
  }

  /// Decides whether a policy lets it be done.
  public Decision under(Policy policy) {
    Request request = Request.of(Names.ODRL + action, target, party);
    return Decisions.decide(policy, request, new World(state(), new Graph(), new Graph()));
  }

  private Graph state() {
    var state = new Graph();
    var world = new Node.Iri("urn:tabadla:state");
    state.add(world, Names.SOTW + "currentTime", Terms.time(when));
    facts.forEach((feature, value) -> {
      var parameter = new Node.Iri("urn:tabadla:state:" + feature);
      state.add(parameter, Names.SOTW + "describesFeature", new Node.Iri(Names.ODRL + feature));
      state.add(parameter, Names.SOTW + "value", new Node.Iri(value));
    });
    for (String duty : dutiesDone) {
      var report = new Node.Iri("urn:tabadla:state:done:" + duty);
      state.add(report, Names.TYPE, new Node.Iri(Names.REPORT + "DutyReport"));
      state.add(report, Names.REPORT + "rule", new Node.Iri(duty));
      state.add(
          report, Names.REPORT + "performanceState", new Node.Iri(Names.REPORT + "Performed"));
      state.add(report, Names.REPORT + "deonticState", new Node.Iri(Names.REPORT + "Fulfilled"));
    }
    return state;
  }
}
