package org.tabadla.understand.acts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Act;
import org.tabadla.model.Span;

/// What is due in Chinese: «首批8吨今年8月前交货», «将于2026年12月前提交初步设计图纸».
final class ChineseDue {
  private static final Pattern DAY =
      Pattern.compile(
          "(?:(今年|明年|后年|20\\d\\d年))?(?:(\\d{1,2})月(?:(\\d{1,2})日)?(?:底|上旬|中旬|下旬)?|年?底|(?<![一二三四五六七八九十两几\\d])年内)(?:之前|以前|前)?");
  private static final Pattern BY = Pattern.compile("前$|底$|年内$");
  private static final Pattern VERB =
      Pattern.compile("^(?:正式)?(?:向.{1,8}?)?(?:提交|交付(?!使用)|完成|建成|供应|提供|派出|培训)");
  private static final Pattern HOPED = Pattern.compile("预计|有望|希望|争取|力争|签署|签约|公布");
  private static final String AHEAD = "将";

  private ChineseDue() {}

  static void read(Sentence s, LocalDate today, List<Act.Deliverable> out) {
    int start = s.span().start();
    for (String clause : s.span().of(s.text()).split("(?<=[，；。])", -1)) {
      Matcher day = DAY.matcher(clause);
      while (!HOPED.matcher(clause).find() && day.find()) {
        String due = due(day, today);
        boolean by = BY.matcher(day.group()).find();
        if (due != null && (by || clause.contains(AHEAD))) {
          Span what = what(clause, day);
          if (what != null) {
            add(s, start, what, day, due, out);
            break;
          }
        }
      }
      start += clause.length();
    }
  }

  private static void add(
      Sentence s, int start, Span what, Matcher day, String due, List<Act.Deliverable> out) {
    var span = new Span(start + what.start(), start + what.end());
    var when = new Span(start + day.start(), start + day.end());
    out.add(
        new Act.Deliverable(
            new Act.Worded(span.of(s.text()), span), new Act.Valued(due, when.of(s.text()), when)));
  }

  private static @Nullable String due(Matcher day, LocalDate today) {
    String year = day.group(1);
    boolean end = day.group(2) == null;
    if (end && year == null && !day.group().startsWith("年")) {
      return null; // «底» of something else
    }
    int month = end ? 12 : Integer.parseInt(day.group(2));
    if (month < 1 || month > 12) {
      return null;
    }
    int in =
        year == null || year.equals("今年")
            ? today.getYear()
            : year.equals("明年")
                ? today.getYear() + 1
                : year.equals("后年") ? today.getYear() + 2 : Integer.parseInt(year.substring(0, 4));
    YearMonth then = YearMonth.of(in, month);
    if (year == null && then.isBefore(YearMonth.from(today))) {
      then = then.plusYears(1);
    }
    if (then.isBefore(YearMonth.from(today))) {
      return null;
    }
    String exact = day.group(3);
    return exact == null || Integer.parseInt(exact) > then.lengthOfMonth() || exact.equals("0")
        ? then.toString()
        : then.atDay(Integer.parseInt(exact)).toString();
  }

  /// After the verb what is given; where nothing follows it, what stands before the day.
  private static @Nullable Span what(String clause, Matcher day) {
    String rest = clause.substring(day.end());
    Matcher verb = VERB.matcher(rest);
    if (verb.find()) {
      int from = day.end() + verb.end();
      int to = end(clause, from);
      if (to - from >= 2) {
        return new Span(from, to);
      }
    }
    int to = day.start();
    while (to > 0 && "将须应于在从自至".indexOf(clause.charAt(to - 1)) >= 0) {
      to--;
    }
    return to >= 2 ? new Span(0, to) : null;
  }

  private static int end(String clause, int from) {
    int to = from;
    while (to < clause.length() && "，；。、".indexOf(clause.charAt(to)) < 0) {
      to++;
    }
    return to;
  }
}
