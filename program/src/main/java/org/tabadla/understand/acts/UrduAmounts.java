package org.tabadla.understand.acts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Span;

/// What a sum is of, in Urdu.
final class UrduAmounts {
  private static final List<String> GENITIVES = Genitives.URDU;
  private static final String THIS = "اس";
  private static final String ON = "پر";
  private static final String FOR = "لیے";
  private static final String FOR_TOO = "لئے";
  private static final String DOING = "کرنے";
  private static final int MARKET_BEFORE_WORDS = 3;
  private static final int MARKET_AFTER_WORDS = 4;
  private static final int MOST_OF_WORDS = 7;
  private static final int FAR_PURPOSE_WORDS = 16;
  private static final int PURPOSE_REACH_WORDS = 3;
  private static final int PAST_WORDS = 4;
  private static final String AND = "اور";

  private UrduAmounts() {}

  static @Nullable Span of(Sentence s, int from, int to, boolean isActs) {
    int after = Math.min(s.size(), to + MARKET_AFTER_WORDS);
    if (s.has("market", Math.max(0, from - MARKET_BEFORE_WORDS), after)
        || s.has("bound.far", 0, s.size())) {
      return null;
    }
    Span of = costBefore(s, from, isActs);
    if (of == null) {
      of = spentOn(s, from, to);
    }
    if (of == null && isActs && s.has("give", to, Math.min(s.size(), to + 4))) {
      of = purpose(s, from, MOST_OF_WORDS);
    }
    if (of == null && isActs) {
      of = papersWorth(s, from, to);
    }
    if (of == null && (isActs || s.is("sum.next", s.size() > to + 1 ? to + 1 : to))) {
      of = nounAfter(s, from, to);
    }
    return of;
  }

  /// «منصوبے کی مالیت 84 لاکھ یورو», «لاگت 92 کروڑ»: with what it is the cost of, where that is
  /// said.
  private static @Nullable Span costBefore(Sentence s, int from, boolean isActs) {
    for (int i = from - 1; i >= Math.max(0, from - PURPOSE_REACH_WORDS); i--) {
      if (s.is("cost", i)) {
        boolean owned = i >= 2 && GENITIVES.contains(s.key(i - 1));
        if (owned && isActs && s.is("whose", i - 2) && s.has("papers", 0, i)) {
          return s.is("cost.vague", i) ? null : s.span(i, i + 1); // «جن کی مالیت 4 ارب ڈالر ہے»
        }
        if (!owned) {
          return s.is("cost.vague", i) ? null : s.span(i, i + 1);
        }
        int start = afterBody(s, start(s, i - 1), i - 1);
        boolean named = start < i - 1 && i - start <= MOST_OF_WORDS && !s.is("pronoun", i - 2);
        boolean deal = s.is("generic", i - 2);
        boolean known = deal || (isActs && !s.is("cost.vague", i));
        return named && known ? s.span(deal ? i - 2 : start, i + 1) : null;
      }
      if (s.is("bound", i) && !s.key(i).equals(ON)) {
        return null;
      }
    }
    return null;
  }

  /// «تین سالہ منصوبے پر 36 کروڑ روپے خرچ ہوں گے»; «جن پر دو ارب روپے لاگت آئے گی»
  private static @Nullable Span spentOn(Sentence s, int from, int to) {
    int spend = s.endAt("spend", to);
    boolean then =
        s.has("last-year", 0, from) || s.has("past", to, Math.min(s.size(), to + PAST_WORDS));
    if (spend < 0 || then) {
      return null; // «گزشتہ برس … پر 40 کروڑ روپے خرچ ہوئے تھے»
    }
    if (s.is("cost", to)) {
      return s.span(to, spend); // «جن پر دو ارب روپے لاگت آئے گی»
    }
    if (!s.key(from - 1).equals(ON)) {
      return null;
    }
    int start = afterBody(s, start(s, from - 1), from - 1);
    if (start >= from - 1 || (s.is("pronoun", start) && !s.key(start).equals(THIS))) {
      return null;
    }
    boolean alone = s.is("pronoun", start) && start == from - 2; // «اس پر»
    boolean again = s.is("pronoun", from - 2) && s.key(from - 3).equals(AND);
    int end = again ? from - 3 : from - 1; // «دو مراکز کھولنے اور ان پر»
    return alone || end - start > MOST_OF_WORDS || end <= start ? null : s.span(start, end);
  }

  /// «20 کروڑ ڈالر کے قرض», «ایک ارب 15 کروڑ ین گرانٹ», «… کا 45 ارب روپے کا معاہدہ»
  private static @Nullable Span nounAfter(Sentence s, int from, int to) {
    int noun = GENITIVES.contains(s.key(to)) ? to + 1 : to;
    int sum = s.endAt("sum", noun);
    if (sum > 0) {
      Span bought = ownedBefore(s, from);
      return bought != null && s.is("sum.vague", noun) ? bought : s.span(noun, sum);
    }
    if (noun > to && s.is("generic", noun)) {
      Span owned = ownedBefore(s, from);
      if (owned == null) {
        owned = purpose(s, from, FAR_PURPOSE_WORDS);
      }
      return owned;
    }
    return null;
  }

  /// «8.5 ارب ڈالر مالیت کے معاہدوں», «سات ارب ڈالر کی مفاہمتی یادداشتوں»: of all of them, where no
  /// word says what for.
  private static @Nullable Span papersWorth(Sentence s, int from, int to) {
    boolean aimed =
        UrduNames.contains(s, FOR, 0, s.size()) || UrduNames.contains(s, FOR_TOO, 0, s.size());
    if (aimed || GENITIVES.contains(s.key(from - 1))) {
      return null;
    }
    int worth = GENITIVES.contains(s.key(to)) ? to + 1 : to;
    boolean told = s.is("cost", worth) && GENITIVES.contains(s.key(worth + 1));
    int noun = told ? worth + 2 : worth;
    for (int i = noun; noun > to && i < noun + PURPOSE_REACH_WORDS && !s.is("bound", i); i++) {
      if (s.is("papers", i)) {
        return s.span(i, i + 1);
      }
    }
    return null;
  }

  /// «مائع گیس کی ترسیل کے» before the sum
  private static @Nullable Span ownedBefore(Sentence s, int from) {
    if (!GENITIVES.contains(s.key(from - 1))) {
      return null;
    }
    int start = start(s, from - 1);
    return from - 1 > start && from - 1 - start <= MOST_OF_WORDS ? s.span(start, from - 1) : null;
  }

  /// «کے فور کی توسیع کے لیے» shortly before the sum
  private static @Nullable Span purpose(Sentence s, int from, int reach) {
    for (int i = from - 1; i > from - 1 - reach && i > 1; i--) {
      boolean here = s.key(i).equals(FOR) || s.key(i).equals(FOR_TOO);
      if (here && GENITIVES.contains(s.key(i - 1))) {
        int end = i - 1;
        if (s.key(end - 1).equals(DOING)) {
          end--;
        }
        int start = start(s, end);
        return end > start && end - start <= MOST_OF_WORDS ? s.span(start, end) : null;
      }
    }
    return null;
  }

  /// «ٹرسٹ مشینوں پر 14 کروڑ روپے خرچ کرے گا»: who spends stands before what it is spent on.
  private static int afterBody(Sentence s, int from, int to) {
    return to - from > 1 && s.is("org", from) ? from + 1 : from;
  }

  private static int start(Sentence s, int end) {
    int i = end;
    while (i > 0 && !s.is("bound", i - 1) && !s.word(i - 1).isMark()) {
      i--;
    }
    return i;
  }
}
