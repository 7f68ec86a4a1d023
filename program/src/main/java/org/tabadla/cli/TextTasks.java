package org.tabadla.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tabadla.language.Dates;
import org.tabadla.language.LanguageGuess;
import org.tabadla.language.Numbers;
import org.tabadla.language.Sentences;
import org.tabadla.language.Terms;
import org.tabadla.language.Words;
import org.tabadla.model.Figure;
import org.tabadla.model.Moment;
import org.tabadla.model.Span;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Pipe tasks on a text: language, sentences, words, terms, numbers, date.
final class TextTasks {
  private TextTasks() {}

  static ObjectNode language(ObjectNode line) {
    LanguageGuess.Guess guess = LanguageGuess.of(PipeInput.text(line, "text"));
    return object().put("lang", guess.lang().tag()).put("confidence", guess.confidence());
  }

  static ObjectNode sentences(ObjectNode line) {
    ObjectNode out = object();
    out.set("sentences", spans(Sentences.of(PipeInput.text(line, "text"), PipeInput.lang(line))));
    return out;
  }

  static ObjectNode words(ObjectNode line) {
    ObjectNode out = object();
    out.set("tokens", spans(Words.of(PipeInput.text(line, "text"), PipeInput.lang(line))));
    return out;
  }

  static ObjectNode terms(ObjectNode line) {
    String text = PipeInput.text(line, "text");
    ObjectNode out = object();
    out.set("folded", positions(Terms.folded(text, PipeInput.lang(line))));
    out.set("exact", positions(Terms.exact(text, PipeInput.lang(line))));
    return out;
  }

  static ObjectNode numbers(ObjectNode line) {
    ObjectNode out = object();
    ArrayNode values = out.putArray("values");
    for (Figure figure : Numbers.of(PipeInput.text(line, "text"), PipeInput.lang(line))) {
      ObjectNode value = values.addObject();
      value.put("start", figure.start()).put("end", figure.end());
      value.put("kind", figure.kind().name().toLowerCase(Locale.ROOT));
      switch (figure.kind()) {
        case DATE, YEAR -> value.put("value", figure.value());
        case NUMBER, PERCENT, MONEY, ORDINAL -> value.put("value", new BigDecimal(figure.value()));
      }
      value.put("unit", figure.unit()).put("currency", figure.currency());
    }
    return out;
  }

  static ObjectNode date(ObjectNode line) {
    Optional<Moment> moment =
        Dates.parse(
            PipeInput.text(line, "text"),
            PipeInput.langOrNull(line),
            PipeInput.instantOrNull(line, "now"));
    if (moment.isEmpty()) {
      return object().putNull("instant");
    }
    Moment m = moment.get();
    return switch (m.precision()) {
      case DAY -> object().put("day", m.date().toString());
      case TIME -> object().put("instant", PageTasks.instant(m.at()));
    };
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ArrayNode spans(List<Span> spans) {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    for (Span span : spans) {
      out.addArray().add(span.start()).add(span.end());
    }
    return out;
  }

  /// One term stands bare, several at one position as a list.
  private static ArrayNode positions(List<List<String>> positions) {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    for (List<String> terms : positions) {
      if (terms.size() == 1) {
        out.add(terms.getFirst());
      } else {
        ArrayNode several = out.addArray();
        terms.forEach(several::add);
      }
    }
    return out;
  }
}
