package org.tabadla.register;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Act;
import org.tabadla.model.Article;
import org.tabadla.model.Span;

/// Turns what was read out of an article into assertions of its outlet.
public final class FromActs {
  private FromActs() {}

  /// @param source how the outlet calls itself
  /// @param acts with spans in the article's text
  /// @return an assertion an act, with its clues
  public static List<Assertion> of(Article article, String source, List<Act> acts) {
    String text = article.text();
    var published = article.published();
    var origin =
        new Assertion.Origin(
            article.id().value(),
            article.source().value(),
            source,
            article.title().value(),
            article.lang().tag(),
            published == null ? article.fetched() : published.value().at(),
            article.url());
    return acts.stream().map(act -> Clues.found(assertion(act, text, origin), text)).toList();
  }

  private static Assertion assertion(Act act, String text, Assertion.Origin origin) {
    var status = Status.of(act.act().word());
    var sentence = worded(act.span().of(text), act.span());
    return new Assertion(
        Assertion.idOf(origin.article(), status, sentence),
        status,
        act.parties().stream()
            .map(p -> new Assertion.Party(worded(p.name(), p.span()), p.concept(), p.role()))
            .toList(),
        worded(act.others()),
        worded(act.instrument()),
        valued(act.count()),
        act.amounts().stream().map(FromActs::amount).toList(),
        act.sectors().stream().map(s -> worded(s.words(), s.span())).toList(),
        worded(act.place()),
        valued(act.date()),
        act.deliverables().stream().map(FromActs::deliverable).toList(),
        sentence,
        origin,
        List.of());
  }

  private static Assertion.Deliverable deliverable(Act.Deliverable one) {
    return new Assertion.Deliverable(
        worded(one.what().words(), one.what().span()),
        one.due() == null ? null : one.due().value());
  }

  private static Assertion.Amount amount(Act.Amount amount) {
    return new Assertion.Amount(
        new BigDecimal(amount.value()),
        amount.currency(),
        amount.of(),
        worded(amount.words(), amount.span()));
  }

  private static Assertion.Worded worded(String words, Span span) {
    return new Assertion.Worded(words, span.start(), span.end());
  }

  private static Assertion.@Nullable Worded worded(Act.@Nullable Worded words) {
    return words == null ? null : worded(words.words(), words.span());
  }

  private static Assertion.@Nullable Valued valued(Act.@Nullable Valued value) {
    return value == null
        ? null
        : new Assertion.Valued(value.value(), worded(value.words(), value.span()));
  }
}
