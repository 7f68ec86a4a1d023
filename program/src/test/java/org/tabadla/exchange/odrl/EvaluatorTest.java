package org.tabadla.exchange.odrl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tabadla.exchange.rdf.Graph;
import org.tabadla.exchange.rdf.GraphReader;
import org.tabadla.exchange.rights.Decision;
import org.tabadla.exchange.rights.Decisions;

/// Rules of ODRL that the packs leave out.
class EvaluatorTest {
  private static final String PREFIXES =
      """
      @prefix odrl: <http://www.w3.org/ns/odrl/2/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix ex: <http://example.org/> .
      @prefix sotw: <https://w3id.org/force/sotw#> .
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
      """;
  private static final String REQUEST =
      "ex:q a odrl:Request ; odrl:permission [ odrl:assignee ex:ptv ; odrl:action odrl:display ; odrl:target ex:film ] .";
  private static final String STATE =
      "ex:s sotw:currentTime \"2025-07-11T14:00:00+05:00\"^^xsd:dateTime ; sotw:count 3 ; sotw:spatial ex:lahore . ex:lahore odrl:partOf ex:punjab . ex:punjab odrl:partOf ex:pakistan .";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "odrl:dateTime | odrl:lt | '\"2025-07-11T09:00:01Z\"^^xsd:dateTime' | true",
        "odrl:dateTime | odrl:lteq | '\"2025-07-11\"^^xsd:date' | true",
        "odrl:dateTime | odrl:gt | '\"2025-07-11\"^^xsd:date' | false",
        "odrl:dateTime | odrl:eq | '\"2025-07-11T09:00:00Z\"^^xsd:dateTime' | true",
        "odrl:count | odrl:lteq | 3 | true",
        "odrl:count | odrl:lt | 3.0 | false",
        "odrl:spatial | odrl:isPartOf | ex:pakistan | true",
        "odrl:spatial | odrl:isPartOf | ex:china | false",
        "odrl:spatial | odrl:isAnyOf | 'ex:karachi, ex:lahore' | true",
        "odrl:spatial | odrl:isNoneOf | 'ex:karachi, ex:lahore' | false",
        "odrl:spatial | odrl:neq | ex:karachi | true",
        "odrl:purpose | odrl:neq | ex:sale | false",
        "ex:dayOfWeek | odrl:eq | '\"Friday\"' | true",
      })
  void operatorsCompareAsTheyAreMeant(String left, String operator, String right, boolean holds) {
    String policy =
        "ex:p a odrl:Set ; odrl:permission ex:r . ex:r odrl:action odrl:play ; odrl:constraint [ odrl:leftOperand "
            + left
            + " ; odrl:operator "
            + operator
            + " ; odrl:rightOperand "
            + right
            + " ] .";
    assertThat(decide(policy) instanceof Decision.Allowed).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"odrl:perm, Allowed", "odrl:prohibit, Forbidden", "odrl:invalid, Forbidden"})
  void aConflictIsSettledAsThePolicySays(String strategy, String decision) {
    String policy =
        "ex:p a odrl:Set ; odrl:conflict "
            + strategy
            + " ; odrl:permission [ odrl:action odrl:use ] ; odrl:prohibition [ odrl:action odrl:display ] .";
    assertThat(decide(policy).getClass().getSimpleName()).isEqualTo(decision);
  }

  @Test
  void rulesAreInheritedAndACircleOfPoliciesEnds() {
    assertThat(
            decide(
                "ex:p a odrl:Agreement ; odrl:inheritFrom ex:up ; odrl:prohibition [ odrl:action odrl:sell ] ."
                    + " ex:up a odrl:Set ; odrl:inheritFrom ex:up ; odrl:permission [ odrl:action odrl:use ] ."))
        .isInstanceOf(Decision.Allowed.class);
  }

  @Test
  void whatThePolicySharesHoldsForItsRules() {
    assertThat(
            decide(
                "ex:p a odrl:Set ; odrl:target ex:other ; odrl:permission [ odrl:action odrl:use ] ."))
        .isInstanceOf(Decision.Forbidden.class);
  }

  @Test
  void anActionsRefinementMustHold() {
    String policy =
        "ex:p a odrl:Set ; odrl:permission [ odrl:action [ rdf:value odrl:display ; odrl:refinement [ odrl:leftOperand odrl:resolution ; odrl:operator odrl:lteq ; odrl:rightOperand 1200 ] ] ] .";
    assertThat(decide(policy)).isInstanceOf(Decision.Forbidden.class);
    String request =
        "ex:q a odrl:Request ; odrl:permission [ odrl:action [ rdf:value odrl:display ; odrl:refinement [ odrl:leftOperand odrl:resolution ; odrl:operator odrl:eq ; odrl:rightOperand 600 ] ] ] .";
    assertThat(decide(policy, request)).isInstanceOf(Decision.Allowed.class);
  }

  @ParameterizedTest
  @CsvSource({"and, false", "or, true", "xone, true", "andSequence, false"})
  void constraintsAreJoined(String operator, boolean holds) {
    String policy =
        "ex:p a odrl:Set ; odrl:permission [ odrl:action odrl:use ; odrl:constraint [ odrl:"
            + operator
            + " ex:a, ex:b ] ] ."
            + " ex:a odrl:leftOperand odrl:count ; odrl:operator odrl:eq ; odrl:rightOperand 3 ."
            + " ex:b odrl:leftOperand odrl:count ; odrl:operator odrl:eq ; odrl:rightOperand 4 .";
    assertThat(decide(policy) instanceof Decision.Allowed).isEqualTo(holds);
  }

  @Test
  void anOfferAllowsNothingYet() {
    assertThat(decide("ex:p a odrl:Offer ; odrl:permission [ odrl:action odrl:use ] ."))
        .isInstanceOf(Decision.Forbidden.class);
  }

  @Test
  void anotherPoliciesDutyIsShownAndDecidesNothing() {
    String state =
        STATE
            + " ex:d a <https://w3id.org/force/compliance-report#DutyReport> ; <https://w3id.org/force/compliance-report#rule> ex:theirs ;"
            + " <https://w3id.org/force/compliance-report#deonticState> <https://w3id.org/force/compliance-report#Fulfilled> .";
    String policy =
        "ex:p a odrl:Set ; odrl:permission [ odrl:action odrl:use ; odrl:duty [ odrl:action odrl:compensate ] ] .";
    assertThat(decide(policy, REQUEST, state)).isInstanceOf(Decision.DutyFirst.class);
  }

  private static Decision decide(String policy) {
    return decide(policy, REQUEST);
  }

  private static Decision decide(String policy, String request) {
    return decide(policy, request, STATE);
  }

  private static Decision decide(String policy, String request, String state) {
    Graph policyGraph = GraphReader.read("policy", PREFIXES + policy);
    Graph requestGraph = GraphReader.read("request", PREFIXES + request);
    Graph stateGraph = GraphReader.read("state", PREFIXES + state);
    return Decisions.decide(
        PolicyReader.read("policy", policyGraph),
        Request.read("request", requestGraph).getFirst(),
        new World(stateGraph, requestGraph, policyGraph));
  }
}
