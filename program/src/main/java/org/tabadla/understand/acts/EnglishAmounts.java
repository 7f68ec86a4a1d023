package org.tabadla.understand.acts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Span;

/// What a sum is of, in English.
final class EnglishAmounts {
  private static final Set<String> SUMS =
      Set.of(
          "loan",
          "grant",
          "contract",
          "deal",
          "facility",
          "package",
          "credit",
          "investment",
          "order",
          "lease",
          "agreement",
          "project",
          "fund",
          "programme",
          "program",
          "aid",
          "ventures",
          "deals",
          "contracts",
          "agreements",
          "projects",
          "orders");
  private static final Set<String> VALUES = Set.of("value", "worth", "cost");
  private static final Set<String> TOTALS = Set.of("combined", "total", "overall", "potential");
  private static final Set<String> MAY = Set.of("will", "would", "is", "to", "are");
  private static final Set<String> AIMS = Set.of("for", "to", "on", "into", "towards", "toward");
  private static final Set<String> PAPERS = Set.of("loan", "grant", "credit", "aid");
  private static final int AIM_REACH_WORDS = 20;
  private static final int MARKET_REACH_WORDS = 5;
  private static final int MOST_OF_WORDS = 6;

  private EnglishAmounts() {}

  static @Nullable Span of(Sentence s, int from, int to, boolean isActs) {
    if (s.has("market", Math.max(0, from - MARKET_REACH_WORDS), Math.min(s.size(), to + 4))) {
      return null;
    }
    if (!isActs) {
      return isOfTheDeal(s, from) ? s.span(1, 2) : null; // "It cost …" is often said of another
    }
    Span of = combined(s, from);
    if (of == null) {
      of = costBefore(s, from);
    }
    if (of == null) {
      of = worth(s, from, to);
    }
    if (of == null) {
      of = nounAfter(s, to);
    }
    if (of == null) {
      of = aim(s, from, to);
    }
    return of;
  }

  /// "at a cost of Rs2.1bn", "The cost is Rs36 crore", "It cost Rs19 billion"
  private static @Nullable Span costBefore(Sentence s, int from) {
    for (int i = from - 1; i >= Math.max(0, from - 6); i--) {
      if (s.is("cost", i) && (i == 0 || !s.word(i).isCapital())) {
        return s.key(i - 1).equals("to") ? null : whatCosts(s, i);
      }
      if (s.word(i).isMark() || s.is("with", i)) {
        return null;
      }
    }
    return null;
  }

  /// "The radios cost €740,000" is of the radios, "It cost Rs19 billion" of the cost.
  private static Span whatCosts(Sentence s, int cost) {
    int end = cost;
    while (end > 0 && MAY.contains(s.key(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && !s.word(start - 1).isMark() && !s.is("stop", start - 1)) {
      start--;
    }
    boolean told = end > start && s.is("stop", start - 1) && !s.word(cost).isCapital();
    return told ? s.span(start, end) : s.span(cost, cost + 1);
  }

  /// "The deal is worth $113.4 million": a sentence of its own that says so of the deal.
  private static boolean isOfTheDeal(Sentence s, int from) {
    boolean deal = s.key(0).equals("the") && (s.is("instrument", 1) || SUMS.contains(s.key(1)));
    return deal && MAY.contains(s.key(2)) && from <= 5 && s.key(from - 1).equals("worth");
  }

  /// "with a combined value of $5.5 billion"
  private static @Nullable Span combined(Sentence s, int from) {
    boolean value = s.key(from - 1).equals("of") && VALUES.contains(s.key(from - 2));
    if (!value || !TOTALS.contains(s.key(from - 3))) {
      return null;
    }
    int end = from - 3;
    while (end > 0
        && (s.is("stop", end - 1) || s.is("with", end - 1))
        && !s.is("instrument", end)) {
      end--;
    }
    Span papers = papersBefore(s, end);
    return papers == null ? s.span(from - 3, from - 1) : papers;
  }

  /// "agreements and memorandums of understanding"
  private static @Nullable Span papersBefore(Sentence s, int end) {
    int start = end;
    for (int i = end - 1; i >= Math.max(0, end - MOST_OF_WORDS); i--) {
      if (s.word(i).isMark() || s.is("act", i)) {
        break;
      }
      start = s.is("instrument", i) ? i : start;
    }
    return start < end ? s.span(start, end) : null;
  }

  /// "The deal, worth Rs7 billion"
  private static @Nullable Span worth(Sentence s, int from, int to) {
    if (!s.key(from - 1).equals("worth")
        && !(s.key(from - 1).equals("at") && s.key(from - 2).equals("valued"))) {
      return null;
    }
    for (int i = from - 2; i >= Math.max(0, from - 5); i--) {
      if (s.is("instrument", i) || SUMS.contains(s.key(i))) {
        return s.span(i, i + 1);
      }
    }
    return s.key(to).equals("for") ? phrase(s, article(s, to + 1)) : null;
  }

  /// «to supply cotton yarn», «with Datum Systems, a Lahore company, for digitising the records»
  private static @Nullable Span aimed(Sentence s, int from) {
    for (int i = from; i < Math.min(s.size() - 1, from + AIM_REACH_WORDS); i++) {
      String key = s.key(i);
      if (key.equals(";") || key.equals(".")) {
        return null;
      }
      boolean aim = key.equals("to") || key.equals("for");
      boolean bare = !s.word(i + 1).isCapital() && !s.key(i + 1).equals("the");
      if ((aim && bare) || (key.equals("for") && s.key(i + 1).equals("the"))) {
        return phrase(s, article(s, i + 1));
      }
    }
    return null;
  }

  private static @Nullable Span nounAfter(Sentence s, int to) {
    for (int i = to; i < Math.min(s.size(), to + 3); i++) {
      if (SUMS.contains(s.key(i))) {
        Span aim = aimed(s, i + 1);
        return aim == null ? s.span(i, i + 1) : new Span(s.word(i).start(), aim.end());
      }
      if (s.is("stop", i) || s.word(i).isMark()) {
        return null;
      }
    }
    return null;
  }

  /// "430 million yen to build fourteen girls' schools", "a grant of $3.5m … to buy eighty buses"
  private static @Nullable Span aim(Sentence s, int from, int to) {
    boolean paper = s.key(from - 1).equals("of") && SUMS.contains(s.key(from - 2));
    boolean bare = paper || isGiven(s, from);
    for (int i = to; bare && i < Math.min(s.size(), to + (paper ? 14 : 1)); i++) {
      if (AIMS.contains(s.key(i)) && !s.is("day", i + 1)) {
        boolean verb = s.key(i).equals("to");
        int start = article(s, i + 1);
        start = verb && paper ? article(s, i + 2) : start;
        Span of = phrase(s, start);
        return of == null ? paperItself(s, from, paper) : of;
      }
    }
    return paperItself(s, from, paper);
  }

  /// @return the noun phrase that begins there, up to the next small word
  private static @Nullable Span phrase(Sentence s, int start) {
    int end = start;
    while (end < s.size()
        && end - start < MOST_OF_WORDS
        && !s.word(end).isMark()
        && (!s.is("stop", end)
            || s.key(end).equals("of")
            || s.word(end).isNumber()
            || end == start)) {
      end++;
    }
    while (end > start && s.is("stop", end - 1)) {
      end--;
    }
    return end > start ? s.span(start, end) : null;
  }

  private static @Nullable Span paperItself(Sentence s, int from, boolean paper) {
    return paper && PAPERS.contains(s.key(from - 2)) ? s.span(from - 2, from - 1) : null;
  }

  private static boolean isGiven(Sentence s, int from) {
    String before = s.key(from - 1);
    return Set.of(
            "give", "put", "provide", "spend", "giving", "lend", "invest", "donate", "pledged",
            "another")
        .contains(before);
  }

  private static int article(Sentence s, int i) {
    return s.key(i).equals("the") || s.key(i).equals("a") ? i + 1 : i;
  }
}
