package org.tabadla.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What every line of the gold's part `acts` must keep.
public final class ActsChecks {
  private static final Set<String> ACTS =
      Set.of(
          "announced",
          "proposed",
          "discussed",
          "agreed",
          "signed",
          "in-force",
          "delivering",
          "delivered",
          "cancelled",
          "denied",
          "lapsed");

  private ActsChecks() {}

  /// Fails where a span does not hold its words, or a commitment is missing.
  public static void check(JsonNode line) {
    String text = line.path("text").asString();
    boolean asserts = !line.path("acts").isEmpty();
    assertThat(line.hasNonNull("commitment")).as("%s", line.path("id")).isEqualTo(asserts);
    for (String list : List.of("acts", "background")) {
      for (JsonNode act : line.path(list)) {
        check(text, act);
        if (list.equals("acts") && act.path("act").asString().equals("signed")) {
          assertThat(act.path("parties")).as("%s", line.path("id")).isNotEmpty();
        }
      }
    }
  }

  private static void check(String text, JsonNode act) {
    assertThat(act.path("act").asString()).isIn(ACTS);
    assertThat(act.path("commitment").asString()).startsWith("c-");
    assertThat(words(text, act.path("span")))
        .isEqualTo(words(text, act.path("span")).strip())
        .isNotEmpty();
    for (String field : List.of("instrument", "count", "place", "date")) {
      if (act.hasNonNull(field)) {
        assertSpan(text, act.path(field), "words");
      }
    }
    act.path("parties").forEach(party -> assertSpan(text, party, "name"));
    act.path("sectors").forEach(sector -> assertSpan(text, sector, "words"));
    act.path("amounts").forEach(amount -> assertSpan(text, amount, "words"));
    act.path("deliverables").forEach(due -> assertSpan(text, due, "what"));
  }

  private static void assertSpan(String text, JsonNode value, String field) {
    assertThat(words(text, value.path("span"))).isEqualTo(value.path(field).asString());
  }

  private static String words(String text, JsonNode span) {
    return text.substring(span.path(0).asInt(), span.path(1).asInt());
  }
}
