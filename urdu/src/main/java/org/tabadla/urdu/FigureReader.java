package org.tabadla.urdu;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.urdu.Cardinals.Cardinal;
import org.tabadla.urdu.Numerals.Kind;
import org.tabadla.urdu.Numerals.Numeral;

/// Finds numbers, amounts, percentages, ordinals, years and dates in a text of any language, by the
/// language's table of numerals. Clock times and telephone numbers are passed over.
///
/// Scale words are multiplied out («3.5 ٹریلین», «ڈیڑھ کروڑ», 3.5万亿). Linear in the text.
public final class FigureReader {
  private static final BigDecimal NOON = BigDecimal.valueOf(12);
  private static final Set<String> BETWEEN_DAYS =
      Set.of(
          "-",
          "\u2013",
          "\u2014",
          "to",
          "and",
          "\u0434\u043E",
          "\u043F\u043E",
          "\u0438",
          "\u81F3",
          "\u5230",
          "\u3001");

  private final List<NumberToken> tokens;
  private final String text;
  private final Numerals numerals;
  private final DateReader dates;
  private final YearSigns years;
  private final List<WrittenFigure> out = new ArrayList<>();

  private FigureReader(String text, List<NumberToken> tokens, Numerals numerals, DateReader dates) {
    this.text = text;
    this.tokens = tokens;
    this.numerals = numerals;
    this.dates = dates;
    this.years = new YearSigns(text, tokens, numerals);
  }

  /// @param decimalComma whether the language writes 3,5 for three and a half
  /// @return figures in text order, none within another
  public static List<WrittenFigure> read(
      String text, Numerals numerals, boolean decimalComma, DateReader dates) {
    List<NumberToken> tokens = NumberTokens.of(text, decimalComma, numerals);
    var reader = new FigureReader(text, tokens, numerals, dates);
    int i = 0;
    while (i < tokens.size()) {
      i = reader.next(i);
    }
    return List.copyOf(reader.out);
  }

  private int next(int i) {
    DateReader.Found date = dates.at(tokens, i);
    if (date != null) {
      if (date.figure() != null) {
        out.add(date.figure());
        return date.next();
      }
      return afterSecondDay(date.next());
    }
    if (!tokens.get(i).isNumber() && kind(i) == null) {
      return i + 1;
    }
    int passed =
        Math.max(
            Uncounted.after(text, tokens, i, numerals), TelephoneNumbers.after(text, tokens, i));
    if (passed == i && isFirstDay(i)) {
      passed = i + 1;
    }
    if (passed > i) {
      return passed;
    }
    if (kind(i) == Kind.ORDINAL_WORD) {
      NumberToken token = tokens.get(i);
      add(token.start(), token.end(), WrittenFigure.Kind.ORDINAL, number(i), null);
      return i + 1;
    }
    Cardinal cardinal = Cardinals.at(text, tokens, i, numerals);
    return cardinal == null ? i + 1 : figure(i, cardinal);
  }

  /// Over the 20 of "January 6 and 20".
  private int afterSecondDay(int i) {
    boolean day =
        i + 1 < tokens.size()
            && tokens.get(i - 1).isNumber()
            && BETWEEN_DAYS.contains(tokens.get(i).text())
            && Uncounted.isDay(tokens.get(i + 1))
            && (i + 2 == tokens.size()
                || !Character.isLetter(text.charAt(tokens.get(i + 2).start())));
    return day ? i + 2 : i;
  }

  /// The 10 of "10 to 12 May" is a day as the 12 is.
  private boolean isFirstDay(int i) {
    boolean open =
        i + 2 < tokens.size()
            && Uncounted.isDay(tokens.get(i))
            && BETWEEN_DAYS.contains(tokens.get(i + 1).text())
            && Uncounted.isDay(tokens.get(i + 2));
    return open && (kind(i + 3) == Kind.DAY || dates.at(tokens, i + 2) != null);
  }

  private boolean isGlued(int i) {
    return tokens.get(i).start() == tokens.get(i - 1).end();
  }

  private @Nullable Kind kind(int i) {
    return i >= 0 && i < tokens.size() ? numerals.kind(tokens.get(i).text()) : null;
  }

  private BigDecimal number(int i) {
    Numeral n = numerals.get(tokens.get(i).text());
    return n == null ? BigDecimal.ZERO : n.number();
  }

  private int figure(int from, Cardinal cardinal) {
    int next = cardinal.next();
    int start = tokens.get(from).start();
    int end = tokens.get(next - 1).end();
    int minus = minus(from);
    BigDecimal value = minus < 0 ? cardinal.value() : cardinal.value().negate();
    if (minus >= 0) {
      start = tokens.get(minus).start();
    }
    if (cardinal.worded() && kind(next) == Kind.HOUR) {
      return Uncounted.minutes(tokens, next + 1, numerals);
    }
    if (cardinal.worded() && kind(from - 1) == Kind.HOUR_BEFORE && isBareHour(cardinal)) {
      return next;
    }
    int percent = percent(next);
    if (percent > next) {
      add(start, tokens.get(percent - 1).end(), WrittenFigure.Kind.PERCENT, value, null);
      return percent;
    }
    int money = money(from, cardinal);
    if (money > 0) {
      return money;
    }
    if (kind(next) == Kind.MONEY_SCALE && isGlued(next) && isCountedAfter(next + 1)) {
      BigDecimal scaled = value.multiply(number(next));
      add(start, tokens.get(next).end(), WrittenFigure.Kind.NUMBER, scaled, null);
      return next + 1;
    }
    if (kind(from - 1) == Kind.ORDINAL_BEFORE && isGlued(from)) {
      add(tokens.get(from - 1).start(), end, WrittenFigure.Kind.ORDINAL, value, null);
      return next;
    }
    BigDecimal ordinal = Ordinals.at(numerals, tokens, cardinal);
    if (ordinal != null) {
      int last = Ordinals.last(numerals, tokens, cardinal);
      add(start, tokens.get(last).end(), WrittenFigure.Kind.ORDINAL, ordinal, null);
      return last + 1;
    }
    YearSigns.Year year = years.at(from, cardinal, out);
    if (year != null) {
      out.add(year.figure());
      if (year.second() != null) {
        out.add(year.second());
      }
      return year.next();
    }
    if (!cardinal.shy()) {
      add(start, end, WrittenFigure.Kind.NUMBER, value, null);
    }
    return next;
  }

  /// "1.2m voters", and no "100m sprint".
  private boolean isCountedAfter(int i) {
    String word = i < tokens.size() ? tokens.get(i).text() : "";
    return word.equals("people")
        || (word.length() > 2 && word.endsWith("s") && !word.endsWith("ss"));
  }

  /// "at eight on Tuesday", "at ten."; "at eight sites" counts.
  private boolean isBareHour(Cardinal cardinal) {
    int next = cardinal.next();
    String after = next < tokens.size() ? tokens.get(next).text() : "";
    boolean counts = !after.isEmpty() && Character.isLetterOrDigit(after.charAt(0));
    return cardinal.value().compareTo(NOON) <= 0
        && (!counts || after.equals("on") || kind(next) == Kind.YEAR_BEFORE);
  }

  /// «منفی 5», «−12»; a hyphen only where a text begins, since elsewhere it may be a dash.
  ///
  /// @return the token that makes the number negative, or -1
  private int minus(int from) {
    int before = from - 1;
    if (kind(before) == Kind.MINUS) {
      return before;
    }
    boolean glued = before >= 0 && isGlued(from) && tokens.get(from).isNumber();
    String sign = glued ? tokens.get(before).text() : "";
    boolean free =
        before == 0 || (glued && tokens.get(before - 1).end() < tokens.get(before).start());
    boolean minus = sign.equals("\u2212") ? free : sign.equals("-") && before == 0;
    return minus ? before : -1;
  }

  /// @return the token after an amount of money that the number is part of, or 0
  private int money(int from, Cardinal cardinal) {
    int next = cardinal.next();
    int last = Currencies.after(numerals, tokens, next);
    int before = Currencies.before(numerals, tokens, from);
    boolean opens = before >= 0 && !isSpent(before);
    if (last >= 0) {
      int first = tokens.get(opens ? before : from).start();
      String code = Currencies.code(numerals, tokens, last);
      add(first, tokens.get(last).end(), WrittenFigure.Kind.MONEY, cardinal.value(), code);
      return last + 1;
    }
    if (opens) {
      // The m of "$2.5m" is a metre elsewhere.
      boolean scaled = kind(next) == Kind.MONEY_SCALE && isGlued(next);
      int after = scaled ? next + 1 : next;
      BigDecimal value = cardinal.value().multiply(scaled ? number(next) : BigDecimal.ONE);
      String code = Currencies.codeBefore(numerals, tokens, from);
      int end = tokens.get(after - 1).end();
      add(tokens.get(before).start(), end, WrittenFigure.Kind.MONEY, value, code);
      return after;
    }
    return 0;
  }

  /// @return the token after a per cent sign or word at `i`, or `i`
  private int percent(int i) {
    if (kind(i) == Kind.PERCENT) {
      return i + 1;
    }
    if (i + 1 < tokens.size() && numerals.opensPhrase(tokens.get(i).text())) {
      Kind two = numerals.kind(tokens.get(i).text() + " " + tokens.get(i + 1).text());
      if (two == Kind.PERCENT) {
        return i + 2;
      }
    }
    return i;
  }

  /// A currency that closed the figure before does not open the next one.
  private boolean isSpent(int i) {
    return !out.isEmpty() && out.getLast().end() >= tokens.get(i).end();
  }

  private void add(
      int start, int end, WrittenFigure.Kind kind, BigDecimal value, @Nullable String code) {
    String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    String currency = code == null || code.isEmpty() ? null : code;
    out.add(new WrittenFigure(start, end, kind, plain, currency));
  }
}
