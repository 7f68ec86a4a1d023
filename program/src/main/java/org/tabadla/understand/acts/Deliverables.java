package org.tabadla.understand.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Act;
import org.tabadla.model.Span;

/// What is to come of an act, and by when: «کمپنی دسمبر 2026 تک 40 بسیں فراہم کرے گی». Without a
/// day that is still to come there is no deliverable.
final class Deliverables {
  private static final int FOLLOWING_SENTENCES = 3;
  private static final int MOST = 4;
  private static final int MOST_WORDS = 8;

  private Deliverables() {}

  static List<Act.Deliverable> of(
      List<Sentence> sentences, int at, Act.Kind kind, @Nullable Instant when) {
    List<Act.Deliverable> out = new ArrayList<>();
    if (when == null || kind.strength() < Act.Kind.ANNOUNCED.strength()) {
      return out;
    }
    LocalDate today = when.atZone(ZoneOffset.UTC).toLocalDate();
    int last = Math.min(sentences.size() - 1, at + FOLLOWING_SENTENCES);
    for (int i = at; i <= last; i++) {
      Sentence s = sentences.get(i);
      if (!s.has("due.never", 0, s.size())) {
        read(s, today, out);
      }
    }
    return out;
  }

  private static void read(Sentence s, LocalDate today, List<Act.Deliverable> out) {
    if (s.lang().primary().equals("zh")) {
      ChineseDue.read(s, today, out);
      return;
    }
    for (DueDays.Due due : DueDays.in(s, today)) {
      Span what = paperOrNull(s, what(s, due));
      boolean known = what != null && out.stream().anyMatch(o -> o.what().span().equals(what));
      if (what != null && !known && out.size() < MOST) {
        out.add(
            new Act.Deliverable(
                new Act.Worded(what.of(s.text()), what),
                new Act.Valued(due.value(), due.date().of(s.text()), due.date())));
      }
    }
  }

  /// A paper that is still to be signed is no deliverable.
  private static @Nullable Span paperOrNull(Sentence s, @Nullable Span what) {
    if (what == null) {
      return null;
    }
    int last = s.wordAt(what.end()) - 1;
    return s.is("instrument", last) && !s.is("counted", last) ? null : what;
  }

  private static @Nullable Span what(Sentence s, DueDays.Due due) {
    return switch (s.lang().primary()) {
      case "ur" -> urdu(s, due);
      case "en" -> english(s, due);
      default -> nearest(s, due);
    };
  }

  /// What arrives or is finished stands before the day, what somebody will give mostly after it.
  private static @Nullable Span urdu(Sentence s, DueDays.Due due) {
    int verb = due.to();
    while (verb < s.size() && !s.is("due.verb", verb) && !s.word(verb).isMark()) {
      verb++;
    }
    int will = verb;
    while (will < s.size() && !s.is("future", will) && !s.word(will).isMark()) {
      will++;
    }
    int end = Math.min(s.size(), will + 1);
    boolean given =
        verb > due.to()
            && s.has("due.gives", due.to(), end)
            && !s.has("due.passive", due.to(), end);
    Span before = before(s, due.from());
    int from = afterPlace(s, due.to(), verb);
    boolean bare = before != null && verb - from < 2; // «کورس مکمل کریں گے»
    return given && from < verb && !bare ? phrase(s, from, verb) : before;
  }

  /// «مشترکہ بیڑے میں شامل کریں گے»: a place before the verb is not what is given.
  private static int afterPlace(Sentence s, int from, int to) {
    int start = from;
    for (int i = from; i < to; i++) {
      if (s.is("bound", i)) {
        start = i + 1;
      }
    }
    return start;
  }

  private static @Nullable Span before(Sentence s, int end) {
    int from = end;
    while (from > 0
        && end - from < MOST_WORDS
        && !s.is("bound", from - 1)
        && !s.is("and", from - 1)
        && !s.word(from - 1).isMark()) {
      from--;
    }
    for (int i = from; i < end; i++) {
      if (s.is("lead.due", i)) {
        return phrase(s, i, end); // «دونوں ادارے 200 ڈبے فروری تک»
      }
    }
    return phrase(s, from, end);
  }

  private static @Nullable Span english(Sentence s, DueDays.Due due) {
    int will = -1;
    for (int i = due.from() - 1; i >= 0 && will < 0; i--) {
      will = s.is("future", i) ? i : -1;
    }
    if (will < 0) {
      return nearest(s, due);
    }
    int object = s.endAt("due.gives", s.endAt("future", will));
    if (object > 0 && object < due.from()) {
      return cut(s, object, due.from());
    }
    int from = will;
    while (from > 0 && !s.word(from - 1).isMark() && !s.is("clause", from - 1)) {
      from--;
    }
    Span subject = cut(s, from, will);
    return subject == null ? cut(s, s.wordAt(start(s)), will) : subject;
  }

  /// @return where the sentence begins after its dateline
  private static int start(Sentence s) {
    return s.key(1).equals(":") ? s.word(1).end() : s.span().start();
  }

  /// A noun phrase up to its first small word, articles left out.
  private static @Nullable Span cut(Sentence s, int start, int end) {
    int from = start;
    while (from < end && (s.is("others", from) || ARTICLES.contains(s.key(from)))) {
      from++;
    }
    int to = from;
    while (to < end && to - from < MOST_WORDS && !s.word(to).isMark()) {
      boolean small = s.is("stop", to) && !s.is("lead.due", to) && !s.key(to).equals("of");
      if (small && to > from) {
        break;
      }
      to++;
    }
    return phrase(s, from, to);
  }

  private static final java.util.Set<String> ARTICLES =
      java.util.Set.of("the", "a", "an", "its", "their");

  /// The nearest counted thing in the clause, else what stands before the day.
  private static @Nullable Span nearest(Sentence s, DueDays.Due due) {
    for (int reach = 1; reach < s.size(); reach++) {
      for (int at : new int[] {due.from() - reach, due.to() + reach - 1}) {
        if (at >= 0 && at < s.size() && s.is("lead.due", at)) {
          int to = at + 1;
          while (to < s.size()
              && to - at < 4
              && !s.word(to).isMark()
              && !s.is("stop", to)
              && (to < due.from() || to >= due.to())) {
            to++;
          }
          return phrase(s, at, to);
        }
      }
    }
    var future = s.first("future", 0, s.size());
    if (future == null || future.to() >= s.size()) {
      return null;
    }
    return cut(s, future.to(), Math.min(s.size(), future.to() + 3));
  }

  private static @Nullable Span phrase(Sentence s, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && (s.word(from).isMark() || s.is("lead", from))) {
      from++;
    }
    while (to > from && (s.word(to - 1).isMark() || Genitives.URDU.contains(s.key(to - 1)))) {
      to--;
    }
    return from < to && !s.is("pronoun", from) ? s.span(from, to) : null;
  }
}
