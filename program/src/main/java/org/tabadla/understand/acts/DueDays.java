package org.tabadla.understand.acts;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.tabadla.model.Figure;
import org.tabadla.model.Span;
import org.tabadla.understand.acts.Lexicon.Hit;

/// The days by which something is due: «دسمبر 2026 تک», "by the end of March", "within six months",
/// «до конца года». A month without a year is the next one; what is not to come is no due day.
final class DueDays {
  private static final int MARK_REACH_WORDS = 4;
  private static final int MOST_OF_A_UNIT = 600;
  private static final int YEAR_CHARS = "2026".length();
  private static final int MONTH_CHARS = "2026-01".length();
  private static final String MONTH = "month:";
  private static final String DUE_MONTH = "due.month.";
  private static final String UNIT = "due.unit.";

  private final Sentence s;
  private final LocalDate today;
  private final List<Due> out = new ArrayList<>();

  private DueDays(Sentence s, LocalDate today) {
    this.s = s;
    this.today = today;
  }

  /// A due day in a sentence.
  ///
  /// @param value `YYYY-MM-DD` or `YYYY-MM`
  /// @param from the first word of the expression, its «by» included; `to` exclusive
  /// @param date the words of the day itself
  record Due(String value, int from, int to, Span date) {}

  /// @param today the article's day
  static List<Due> in(Sentence s, LocalDate today) {
    if (!s.has("due.by", 0, s.size())
        && !s.has("due.by-after", 0, s.size())
        && !s.has("future", 0, s.size())) {
      return List.of();
    }
    var days = new DueDays(s, today);
    days.figures();
    days.months();
    days.ambiguousMonths();
    days.endOfThisYear();
    return days.out;
  }

  private void figures() {
    for (Figure figure : s.numbers()) {
      int from = s.wordAt(figure.start() + s.span().start());
      int to = s.wordAt(figure.end() + s.span().start());
      switch (figure.kind()) {
        case DATE, YEAR -> add(figure.value(), from, to);
        case NUMBER -> within(figure.value(), from, to);
        case MONEY, PERCENT, ORDINAL -> {
          // no day
        }
      }
    }
  }

  private void months() {
    for (var sense : org.tabadla.language.Lexicon.in(s.span().of(s.text()), s.lang())) {
      int at = s.wordAt(sense.span().start() + s.span().start());
      boolean read = out.stream().anyMatch(due -> due.from <= at && at < due.to);
      if (sense.concept().startsWith(MONTH) && !read) {
        month(Integer.parseInt(sense.concept().substring(MONTH.length())), at);
      }
    }
  }

  /// "March", "May": words besides.
  private void ambiguousMonths() {
    for (Hit hit : s.hits()) {
      if (hit.label().startsWith(DUE_MONTH) && s.word(hit.from()).isCapital()) {
        boolean read = out.stream().anyMatch(d -> d.from <= hit.from() && hit.from() < d.to);
        if (!read) {
          month(Integer.parseInt(hit.label().substring(DUE_MONTH.length())), hit.from());
        }
      }
    }
  }

  /// «جون», «30 جون», "June 30": the next one.
  private void month(int month, int at) {
    YearMonth then = YearMonth.of(today.getYear(), month);
    int year = year(at + 1);
    if (year > 0) {
      then = then.withYear(year);
    } else if (then.isBefore(YearMonth.from(today)) || s.is("due.next", at - 1)) {
      then = then.plusYears(1);
    }
    int before = day(at - 1);
    int after = s.lang().primary().equals("en") && before == 0 ? day(at + 1) : 0;
    int day = Math.max(before, after);
    boolean exact = day > 0 && day <= then.lengthOfMonth();
    add(
        exact ? then.atDay(day).toString() : then.toString(),
        before > 0 ? at - 1 : at,
        after > 0 || year > 0 ? at + 2 : at + 1);
  }

  private int year(int i) {
    String key = s.key(i);
    boolean four = key.length() == YEAR_CHARS && key.chars().allMatch(c -> c >= '0' && c <= '9');
    return four ? Integer.parseInt(key) : 0;
  }

  private int day(int i) {
    String key = s.key(i);
    boolean number =
        !key.isEmpty() && key.length() <= 2 && key.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Integer.parseInt(key) : s.is("due.first", i) ? 1 : 0;
  }

  /// «چھ ماہ کے اندر», "within six months"
  private void within(String number, int from, int to) {
    Hit unit =
        s.hits().stream()
            .filter(h -> h.from() == to && h.label().startsWith(UNIT))
            .findFirst()
            .orElse(null);
    if (unit == null || number.length() > 3 || !number.chars().allMatch(Character::isDigit)) {
      return;
    }
    int after = s.endAt("due.within", unit.to());
    int n = Integer.parseInt(number);
    if ((after < 0 && !s.is("due.within", from - 1)) || n > MOST_OF_A_UNIT) {
      return;
    }
    String name = unit.label().substring(UNIT.length());
    LocalDate then =
        today.plus(
            switch (name) {
              case "day" -> Period.ofDays(n);
              case "week" -> Period.ofWeeks(n);
              case "year" -> Period.ofYears(n);
              default -> Period.ofMonths(n);
            });
    boolean exact = name.equals("day") || name.equals("week");
    out.add(
        new Due(
            exact ? then.toString() : YearMonth.from(then).toString(),
            after < 0 ? from - 1 : from,
            after < 0 ? unit.to() : after,
            s.span(from, unit.to())));
  }

  /// «до конца года», «سال کے آخر تک», "by the end of the year"
  private void endOfThisYear() {
    Hit hit = s.first("due.year-end", 0, s.size());
    if (hit != null && out.stream().noneMatch(d -> d.from < hit.to() && hit.from() < d.to)) {
      Span span = s.span(hit.from(), hit.to());
      out.add(new Due(today.getYear() + "-12", hit.from(), hit.to(), span));
    }
  }

  /// A day counts with a «by», or with an «in» where the sentence looks ahead.
  private void add(String value, int from, int to) {
    if (value.length() < YEAR_CHARS || from >= to || !isToCome(value)) {
      return;
    }
    int last = Math.max(s.endAt("due.end", to), to);
    int byAfter = s.endAt("due.by-after", last);
    int by = by(from);
    if (byAfter > 0 || by >= 0) {
      String day = value.length() == YEAR_CHARS ? value + "-12" : value;
      out.add(new Due(day, by >= 0 ? by : from, Math.max(byAfter, last), s.span(from, to)));
      return;
    }
    int inAfter = s.endAt("due.in-after", last);
    boolean in = inAfter > 0 || s.is("due.in", from - 1);
    if (in && value.length() > YEAR_CHARS && s.has("future", 0, s.size())) {
      int begin = s.is("due.in", from - 1) ? from - 1 : from;
      out.add(new Due(value, begin, Math.max(inAfter, last), s.span(from, to)));
    }
  }

  /// @return where the «by» stands before a day, -1 for none
  private int by(int from) {
    for (int i = from - 1; i >= Math.max(0, from - MARK_REACH_WORDS); i--) {
      if (s.is("due.by", i)) {
        return i;
      }
      if (!s.is("due.between", i)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isToCome(String value) {
    try {
      if (value.length() == YEAR_CHARS) {
        return Integer.parseInt(value) >= today.getYear();
      }
      return value.length() == MONTH_CHARS
          ? !YearMonth.parse(value).isBefore(YearMonth.from(today))
          : LocalDate.parse(value).isAfter(today);
    } catch (DateTimeParseException | NumberFormatException e) {
      return false; // a day of another calendar
    }
  }
}
