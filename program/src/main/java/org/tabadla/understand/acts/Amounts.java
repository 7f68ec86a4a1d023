package org.tabadla.understand.acts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Act;
import org.tabadla.model.Figure;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// Sums of money, each with what it is of. A sum of which the text does not say that, in a form
/// that is known, is left out: markets, budgets and last year's trade stand beside every deal.
final class Amounts {
  private static final int FOLLOWING_SENTENCES = 2;
  private static final String PAKISTANI = "PKR";
  private static final String INDIAN = "INR";

  private Amounts() {}

  /// Says what a sum is of, whose words are given: the first, and the one after the last. The last
  /// parameter tells whether the sentence is the act's own.
  interface Of {
    @Nullable Span of(Sentence s, int from, int to, boolean isActs);
  }

  static List<Act.Amount> of(List<Sentence> sentences, int at, Hit act, Act.Kind kind) {
    List<Act.Amount> out = new ArrayList<>();
    if (kind == Act.Kind.DISCUSSED || kind == Act.Kind.PROPOSED) {
      return out;
    }
    int following = kind == Act.Kind.DENIED ? 0 : FOLLOWING_SENTENCES;
    int last = Math.min(sentences.size() - 1, at + following);
    boolean indian = sentences.stream().anyMatch(s -> s.has("india", 0, s.size()));
    boolean pakistani = sentences.stream().anyMatch(s -> s.has("pakistan", 0, s.size()));
    for (int i = at; i <= last; i++) {
      read(sentences.get(i), i == at, out);
    }
    if (indian) {
      out.replaceAll(amount -> inIndia(amount));
      out.removeIf(amount -> pakistani && amount.currency().equals(INDIAN));
    }
    return out;
  }

  /// A bare rupee is Pakistan's, but India's where the article is of India; of both countries it is
  /// nobody's that one could name.
  private static Act.Amount inIndia(Act.Amount amount) {
    return amount.currency().equals(PAKISTANI)
        ? new Act.Amount(
            amount.value(), INDIAN, amount.words(), amount.span(), amount.of(), amount.ofSpan())
        : amount;
  }

  private static void read(Sentence s, boolean isActs, List<Act.Amount> out) {
    Of rules = rules(s);
    for (Figure figure : s.numbers()) {
      String currency = figure.currency();
      if (figure.kind() != Figure.Kind.MONEY || currency == null) {
        continue;
      }
      Sum sum = Sum.of(s.text(), figure, s.span().start());
      Span span = sum.span();
      Span of = rules.of(s, s.wordAt(span.start()), s.wordAt(span.end()), isActs);
      if (of != null && isNew(out, sum.value(), currency)) {
        out.add(
            new Act.Amount(sum.value(), currency, span.of(s.text()), span, of.of(s.text()), of));
      }
    }
  }

  private static boolean isNew(List<Act.Amount> known, String value, String currency) {
    return known.stream().noneMatch(a -> a.value().equals(value) && a.currency().equals(currency));
  }

  private static Of rules(Sentence s) {
    return switch (s.lang().primary()) {
      case "en" -> EnglishAmounts::of;
      case "zh" -> OtherAmounts::ofChinese;
      case "ru" -> OtherAmounts::ofRussian;
      default -> UrduAmounts::of;
    };
  }
}
