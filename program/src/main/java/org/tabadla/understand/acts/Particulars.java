package org.tabadla.understand.acts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Concepts;
import org.tabadla.model.Act;
import org.tabadla.model.Figure;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// The smaller facts of an act: which paper, how many, where, when.
final class Particulars {
  private static final int COUNT_REACH_WORDS = 4;
  private static final int COUNT_REACH_HAN = 12;
  private static final int MOST_COUNT_DIGITS = 3;
  private static final String IN_URDU = "میں";
  private static final Map<String, DayOfWeek> DAYS = Days.TABLE;

  private Particulars() {}

  /// @return the name of the paper that stands nearest to the verb
  static Act.@Nullable Worded instrument(Sentence s, Hit act, int clause) {
    Hit best = null;
    for (Hit hit : s.hits()) {
      if (hit.label().equals("instrument") && hit.from() >= clause) {
        if (best == null || isBetter(hit, best, act)) {
          best = hit;
        }
      }
    }
    if (best == null || distance(best, act) > MOST_DISTANCE) {
      return null;
    }
    Span span = s.span(best.from(), best.to());
    return new Act.Worded(span.of(s.text()), span);
  }

  private static final int MOST_DISTANCE = 14;

  private static boolean isBetter(Hit hit, Hit best, Hit act) {
    boolean overlap = hit.from() < best.to() && best.from() < hit.to();
    return overlap
        ? hit.to() - hit.from() > best.to() - best.from()
        : distance(hit, act) < distance(best, act);
  }

  private static int distance(Hit hit, Hit act) {
    return hit.from() >= act.to() ? hit.from() - act.to() : Math.max(0, act.from() - hit.to());
  }

  /// «سات منصوبوں», "seven projects": a number before a word for what is counted.
  static Act.@Nullable Valued count(Sentence s, Hit act, int clause) {
    boolean han = s.lang().primary().equals("zh");
    for (Figure figure : s.numbers()) {
      if (figure.kind() != Figure.Kind.NUMBER) {
        continue;
      }
      int from = s.wordAt(figure.start() + s.span().start());
      int to = s.wordAt(figure.end() + s.span().start());
      int reach = han ? COUNT_REACH_HAN : COUNT_REACH_WORDS;
      boolean years = s.is("counted.not", to) || figure.value().length() > MOST_COUNT_DIGITS;
      if (han && !years && from >= clause && isCountedBefore(s, from, to)) {
        var span = new Span(figure.start() + s.span().start(), figure.end() + s.span().start());
        return new Act.Valued(figure.value(), span.of(s.text()), span);
      }
      for (int i = to; !years && from >= clause && i < Math.min(s.size(), to + reach); i++) {
        if (s.is("bound", i) || s.word(i).isMark() || s.is("stop", i)) {
          break;
        }
        if (s.is("counted", i)) {
          var span = new Span(figure.start() + s.span().start(), figure.end() + s.span().start());
          return new Act.Valued(figure.value(), span.of(s.text()), span);
        }
      }
    }
    return null;
  }

  /// «签约项目34个», «签署协议共12份»: what is counted, then how many.
  private static boolean isCountedBefore(Sentence s, int from, int to) {
    if (!s.is("measure", to)) {
      return false;
    }
    for (int i = Math.max(0, from - COUNT_REACH_WORDS); i < from; i++) {
      int end = s.endAt("counted", i);
      if (end == from || (end == from - 1 && s.is("in-all", end))) {
        return true;
      }
    }
    return false;
  }

  /// Only where the sentence says so: a dateline tells where it was written.
  static Act.@Nullable Worded place(Sentence s) {
    for (Concepts.Mention mention : Concepts.in(s.span().of(s.text()), s.lang())) {
      if (mention.concept().startsWith("city:")) {
        var span =
            new Span(
                mention.span().start() + s.span().start(), mention.span().end() + s.span().start());
        int from = s.wordAt(span.start());
        int to = s.wordAt(span.end());
        String before = s.key(from - 1);
        boolean here =
            switch (s.lang().primary()) {
              case "ur" -> s.key(to).equals(IN_URDU);
              case "en" -> before.equals("in") || before.equals("at");
              case "zh" -> before.equals("在");
              default -> before.equals("в") || before.equals("во");
            };
        if (here) {
          return new Act.Worded(span.of(s.text()), span);
        }
      }
    }
    return null;
  }

  /// A weekday is the last one before the article's date, that day included.
  static Act.@Nullable Valued date(Sentence s, @Nullable Instant when) {
    if (when == null) {
      return null;
    }
    LocalDate day = when.atZone(ZoneOffset.UTC).toLocalDate();
    for (int i = 0; i < s.size(); i++) {
      DayOfWeek weekday = DAYS.get(s.key(i));
      if (weekday != null && (!s.lang().primary().equals("ur") || s.key(i + 1).equals("کو"))) {
        LocalDate then = day.with(TemporalAdjusters.previousOrSame(weekday));
        Span span = s.span(i, i + 1);
        return new Act.Valued(then.toString(), span.of(s.text()), span);
      }
    }
    return written(s, day);
  }

  private static Act.@Nullable Valued written(Sentence s, LocalDate day) {
    List<Figure> figures = s.numbers();
    for (Figure figure : figures) {
      if (figure.kind() != Figure.Kind.DATE || figure.value().startsWith("hijri")) {
        continue;
      }
      var span = new Span(figure.start() + s.span().start(), figure.end() + s.span().start());
      String value = figure.value();
      if (value.length() == "2025-01-01".length() && !LocalDate.parse(value).isAfter(day)) {
        return new Act.Valued(value, span.of(s.text()), span);
      }
    }
    return null;
  }
}
