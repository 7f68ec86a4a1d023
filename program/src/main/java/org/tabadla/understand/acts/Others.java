package org.tabadla.understand.acts;

import org.jspecify.annotations.Nullable;
import org.tabadla.model.Act;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// The words that say that more took part than are named: «سمیت دیگر ممالک», "and other countries",
/// 等国, «и другие страны». They add no party, and whoever reads the parties must know of them.
final class Others {
  private Others() {}

  static Act.@Nullable Worded of(Sentence s, Hit act, int clause) {
    return in(s, clause, s.lang().primary().equals("ur") ? act.from() : s.size());
  }

  static Act.@Nullable Worded in(Sentence s, int from, int to) {
    Hit hit = s.first("more", from, to);
    if (hit == null) {
      return null;
    }
    Span span = s.span(hit.from(), hit.to());
    return new Act.Worded(span.of(s.text()), span);
  }
}
