package org.tabadla.cli;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Act;
import org.tabadla.model.Lang;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.ActReader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The pipe task on what parties agreed, signed or denied: acts.
final class ActTasks {
  private ActTasks() {}

  static ObjectNode acts(ObjectNode line) {
    String text = PipeInput.textOr(line, "text", "");
    Lang lang = PipeInput.lang(line);
    ObjectNode out = TextTasks.object();
    ArrayNode acts = out.putArray("acts");
    for (Act act :
        ActReader.of(
            PipeInput.textOr(line, "title", ""),
            text,
            lang,
            PipeInput.instantOrNull(line, "date"))) {
      act(acts.addObject(), act);
    }
    return out;
  }

  private static void act(ObjectNode out, Act act) {
    out.put("act", act.act().word());
    worded(out, "instrument", act.instrument());
    ArrayNode parties = out.putArray("parties");
    for (Act.Party party : act.parties()) {
      ObjectNode one = parties.addObject();
      one.put("name", party.name()).put("concept", party.concept()).put("role", party.role());
      span(one, "span", party.span());
    }
    out.put("parties_complete", act.isPartiesComplete());
    worded(out, "others", act.others());
    valued(out, "count", act.count());
    ArrayNode amounts = out.putArray("amounts");
    for (Act.Amount amount : act.amounts()) {
      ObjectNode one = amounts.addObject();
      one.put("value", new BigDecimal(amount.value())).put("currency", amount.currency());
      one.put("of", amount.of()).put("words", amount.words());
      span(one, "span", amount.span());
      span(one, "of_span", amount.ofSpan());
    }
    ArrayNode sectors = out.putArray("sectors");
    act.sectors()
        .forEach(sector ->
            span(
                sectors.addObject().put("code", sector.code()).put("words", sector.words()),
                "span",
                sector.span()));
    worded(out, "place", act.place());
    valued(out, "date", act.date());
    deliverables(out.putArray("deliverables"), act.deliverables());
    span(out, "span", act.span());
    out.put("rule", act.rule());
  }

  private static void deliverables(ArrayNode out, List<Act.Deliverable> all) {
    for (Act.Deliverable one : all) {
      ObjectNode to = out.addObject();
      to.put("what", one.what().words());
      span(to, "span", one.what().span());
      Act.Valued due = one.due();
      to.put("due", due == null ? null : due.value());
      if (due != null) {
        to.put("due_words", due.words());
        span(to, "due_span", due.span());
      }
    }
  }

  private static void worded(ObjectNode out, String key, Act.@Nullable Worded value) {
    if (value == null) {
      out.putNull(key);
    } else {
      span(out.putObject(key).put("words", value.words()), "span", value.span());
    }
  }

  private static void valued(ObjectNode out, String key, Act.@Nullable Valued value) {
    if (value == null) {
      out.putNull(key);
      return;
    }
    ObjectNode one = out.putObject(key);
    if (key.equals("count")) {
      one.put("value", new BigDecimal(value.value()));
    } else {
      one.put("value", value.value());
    }
    span(one.put("words", value.words()), "span", value.span());
  }

  private static void span(ObjectNode out, String key, Span span) {
    out.putArray(key).add(span.start()).add(span.end());
  }
}
