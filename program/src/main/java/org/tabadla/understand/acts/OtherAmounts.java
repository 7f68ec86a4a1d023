package org.tabadla.understand.acts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Span;

/// What a sum is of, in Chinese and Russian.
final class OtherAmounts {
  private static final int NEAR_WORDS = 4;
  private static final int MARKET_REACH_WORDS = 12;

  private static final Set<String> ABOUT =
      Set.of("в", "около", "примерно", "почти", "более", "свыше", "порядка");

  private OtherAmounts() {}

  /// «总投资18亿元», «价值3亿美元的协议»
  static @Nullable Span ofChinese(Sentence s, int from, int to, boolean isActs) {
    if (s.has("market", Math.max(0, from - MARKET_REACH_WORDS), s.size())) {
      return null;
    }
    for (int i = from - 1; i >= Math.max(0, from - NEAR_WORDS - 2); i--) {
      int end = s.endAt("cost", i);
      if (end > 0 && from - end <= 2) {
        int start = i >= 2 && (s.key(i - 2) + s.key(i - 1)).equals("项目") ? i - 2 : i;
        if (s.endAt("cost", i - 1) > 0) {
          start = i - 1;
        }
        return s.span(start, end);
      }
    }
    if (isActs && s.key(to).equals("的")) {
      var paper = s.first("instrument", to, Math.min(s.size(), to + 10));
      return paper == null ? null : s.span(paper.from(), paper.to());
    }
    return null;
  }

  private static boolean isTotal(String key) {
    return key.startsWith("сумм") || key.startsWith("общ") || ABOUT.contains(key);
  }

  /// «контракт на перевозку газа на 36 миллионов долларов», «на сумму 5 млн», «стоимость — 5 млн»
  static @Nullable Span ofRussian(Sentence s, int from, int to, boolean isActs) {
    if (s.has("market", 0, s.size())) {
      return null;
    }
    for (int i = from - 1; i >= Math.max(0, from - NEAR_WORDS - 1); i--) {
      boolean sum = s.key(i).startsWith("сумм") && s.is("instrument", i + 1);
      if (sum || (s.is("cost", i) && !s.key(i).startsWith("сумм"))) {
        return s.span(i, s.is("instrument", i + 1) ? i + 2 : i + 1); // «Стоимость контракта»
      }
    }
    int on = from - 1;
    while (on > from - NEAR_WORDS && !s.key(on).equals("на") && isTotal(s.key(on))) {
      on--; // «на общую сумму в»
    }
    if (!s.key(on).equals("на")) {
      on = from - 2;
    }
    if (!isActs || !s.key(on).equals("на")) {
      return null;
    }
    for (int i = on - 1; i >= Math.max(0, on - 10); i--) {
      if (s.key(i).equals("на") && on - i > 1) {
        return s.span(i + 1, on);
      }
      if (s.is("instrument", i) || s.key(i).startsWith("кредит") || s.key(i).startsWith("грант")) {
        return s.span(i, i + 1);
      }
    }
    return null;
  }
}
