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
    for (int i = at; i <= last && (i == at || !tellsAnother(sentences.get(i))); i++) {
      read(sentences.get(i), i == at, out);
    }
    return out.isEmpty() ? out : inTheirMoney(out, sentences);
  }

  /// A sum beside another signing is that one's.
  private static boolean tellsAnother(Sentence s) {
    return s.has("act.signed", 0, s.size())
        || s.has("act.announced", 0, s.size())
        || s.has("act.discussed", 0, s.size());
  }

  private static List<Act.Amount> inTheirMoney(List<Act.Amount> read, List<Sentence> sentences) {
    List<Act.Amount> out = new ArrayList<>();
    for (Act.Amount sum : read) {
      String currency = WhoseMoney.of(sum.currency(), sentences);
      if (currency != null) {
        out.add(
            new Act.Amount(sum.value(), currency, sum.words(), sum.span(), sum.of(), sum.ofSpan()));
      }
    }
    return out;
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
