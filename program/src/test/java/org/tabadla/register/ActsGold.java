package org.tabadla.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The acts of the gold as assertions, in the order in which they were said.
final class ActsGold {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path FOLDER = Path.of("src/test/resources/gold/acts");

  private ActsGold() {}

  /// @param commitment which one it is about, by the gold
  record Answered(Assertion assertion, String commitment) {}

  static List<Answered> half(String half) throws IOException {
    var out = new ArrayList<Answered>();
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        if (file.getFileName().toString().startsWith(half)) {
          for (String line : Files.readAllLines(file)) {
            read(JSON.readTree(line), out);
          }
        }
      }
    }
    out.sort(Comparator.comparing(a -> a.assertion().origin().said()));
    return out;
  }

  private static void read(JsonNode article, List<Answered> out) {
    for (JsonNode act : article.path("acts")) {
      out.add(new Answered(assertion(article, act), act.path("commitment").asString()));
    }
  }

  private static Assertion assertion(JsonNode article, JsonNode act) {
    String text = article.path("text").asString();
    JsonNode span = act.path("span");
    int start = span.path(0).asInt();
    int end = span.path(1).asInt();
    var sentence = new Assertion.Worded(text.substring(start, end), start, end);
    var status = Status.of(act.path("act").asString());
    String id = article.path("id").asString();
    var parties = new ArrayList<Assertion.Party>();
    for (JsonNode party : act.path("parties")) {
      parties.add(new Assertion.Party(worded(party, "name"), null, party.path("role").asString()));
    }
    var amounts = new ArrayList<Assertion.Amount>();
    for (JsonNode amount : act.path("amounts")) {
      amounts.add(
          new Assertion.Amount(
              amount.path("value").decimalValue(),
              amount.path("currency").asString(),
              amount.path("of").asString(),
              worded(amount, "words")));
    }
    var due = new ArrayList<Assertion.Deliverable>();
    for (JsonNode one : act.path("deliverables")) {
      JsonNode day = one.path("due");
      due.add(
          new Assertion.Deliverable(worded(one, "what"), day.isString() ? day.asString() : null));
    }
    var sectors = new ArrayList<Assertion.Worded>();
    act.path("sectors").forEach(sector -> sectors.add(worded(sector, "words")));
    var origin =
        new Assertion.Origin(
            id,
            article.path("source").asString(),
            article.path("source").asString(),
            article.path("title").asString(),
            article.path("lang").asString(),
            Instant.parse(article.path("date").asString()),
            null);
    return Clues.found(
        new Assertion(
            Assertion.idOf(id, status, sentence),
            status,
            parties,
            null,
            act.path("instrument").isObject() ? worded(act.path("instrument"), "words") : null,
            valued(act.path("count")),
            amounts,
            sectors,
            act.path("place").isObject() ? worded(act.path("place"), "words") : null,
            valued(act.path("date")),
            due,
            sentence,
            origin,
            List.of()),
        text);
  }

  private static Assertion.@Nullable Valued valued(JsonNode node) {
    return node.isObject()
        ? new Assertion.Valued(node.path("value").asString(), worded(node, "words"))
        : null;
  }

  private static Assertion.Worded worded(JsonNode node, String key) {
    return new Assertion.Worded(
        node.path(key).asString(),
        node.path("span").path(0).asInt(),
        node.path("span").path(1).asInt());
  }

  /// BCubed precision, recall and F of assertions put into commitments one after the other.
  record Score(double precision, double recall) {
    double f() {
      return 2 * precision * recall / (precision + recall);
    }
  }

  static Score score(List<Answered> answers, List<String> given) {
    Map<String, List<Integer>> byGold = new HashMap<>();
    Map<String, List<Integer>> byGiven = new HashMap<>();
    for (int i = 0; i < answers.size(); i++) {
      byGold.computeIfAbsent(answers.get(i).commitment(), k -> new ArrayList<>()).add(i);
      byGiven.computeIfAbsent(given.get(i), k -> new ArrayList<>()).add(i);
    }
    double precision = 0;
    double recall = 0;
    for (int i = 0; i < answers.size(); i++) {
      List<Integer> gold = byGold.getOrDefault(answers.get(i).commitment(), List.of());
      List<Integer> mine = byGiven.getOrDefault(given.get(i), List.of());
      var both = new HashSet<>(gold);
      both.retainAll(mine);
      precision += (double) both.size() / mine.size();
      recall += (double) both.size() / gold.size();
    }
    return new Score(precision / answers.size(), recall / answers.size());
  }

  /// Links the assertions as the register does.
  static List<String> linked(List<Answered> answers) {
    var linking = new Linking();
    var out = new ArrayList<String>();
    for (Answered answer : answers) {
      String commitment =
          linking
              .nearest(answer.assertion())
              .map(Linking.Match::commitment)
              .orElse("c-" + out.size());
      linking.add(commitment, answer.assertion());
      out.add(commitment);
    }
    return out;
  }
}
