package org.tabadla.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Cardinals.Cardinal;
import org.tabadla.language.NumberTokens.Token;
import org.tabadla.language.Numerals.Kind;
import org.tabadla.language.Numerals.Numeral;
import org.tabadla.model.Figure;
import org.tabadla.model.Lang;

/// Finds numbers, amounts, percentages, ordinals, years and dates in a text.
///
/// Scale words are multiplied out («3.5 ٹریلین», «ڈیڑھ کروڑ», 3.5万亿), spelled numbers read in Urdu
/// and the basics of English, Russian, Arabic, Persian and Hindi. Clock times are passed over.
public final class Numbers {
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2200;

  private final String text;
  private final List<Token> tokens;
  private final Numerals numerals;
  private final DateFigures dates;
  private final List<Figure> out = new ArrayList<>();

  private Numbers(String text, Lang lang) {
    this.text = text;
    this.numerals = Numerals.of(lang.primary());
    this.tokens = NumberTokens.of(text, lang.primary(), numerals);
    this.dates = new DateFigures(text, tokens, lang);
  }

  /// @return figures in text order, none within another
  public static List<Figure> of(String text, Lang lang) {
    var numbers = new Numbers(text, lang);
    int i = 0;
    while (i < numbers.tokens.size()) {
      i = numbers.read(i);
    }
    return List.copyOf(numbers.out);
  }

  private int read(int i) {
    DateFigures.Found date = dates.at(i);
    if (date != null) {
      if (date.figure() != null) {
        out.add(date.figure());
      }
      return date.next();
    }
    int clock = clock(i);
    if (clock > i) {
      return clock;
    }
    Cardinal cardinal = Cardinals.at(text, tokens, i, numerals);
    return cardinal == null ? i + 1 : figure(i, cardinal);
  }

  /// «14:05», «7.30 بجے»: the token after a clock time, or `i`.
  private int clock(int i) {
    Token token = tokens.get(i);
    if (!token.isNumber()) {
      return i;
    }
    int next = i + 1;
    while (next + 1 < tokens.size()
        && tokens.get(next).text().equals(":")
        && tokens.get(next).start() == tokens.get(next - 1).end()
        && tokens.get(next + 1).isNumber()
        && tokens.get(next + 1).start() == tokens.get(next).end()) {
      next += 2;
    }
    return kind(next) == Kind.HOUR || next > i + 1 ? Math.max(next, i + 1) : i;
  }

  private @Nullable Kind kind(int i) {
    Numeral n = i < tokens.size() && i >= 0 ? numerals.get(tokens.get(i).text()) : null;
    return n == null ? null : n.kind();
  }

  private int figure(int from, Cardinal cardinal) {
    int next = cardinal.next();
    int start = tokens.get(from).start();
    int end = tokens.get(next - 1).end();
    int percent = percent(next);
    if (percent > next) {
      add(start, tokens.get(percent - 1).end(), Figure.Kind.PERCENT, cardinal.value(), null);
      return percent;
    }
    int money = kind(next) == Kind.SKIP ? next + 1 : next;
    if (kind(money) == Kind.CURRENCY && near(money)) {
      String code = code(money);
      int whole = kind(from - 1) == Kind.CURRENCY && touches(from) ? from - 1 : from;
      int first = tokens.get(whole).start();
      add(first, tokens.get(money).end(), Figure.Kind.MONEY, cardinal.value(), code);
      return money + 1;
    }
    if (kind(from - 1) == Kind.CURRENCY && touches(from)) {
      add(tokens.get(from - 1).start(), end, Figure.Kind.MONEY, cardinal.value(), code(from - 1));
      return next;
    }
    if (kind(next) == Kind.ORDINAL && tokens.get(next).start() == end) {
      add(start, tokens.get(next).end(), Figure.Kind.ORDINAL, cardinal.value(), null);
      return next + 1;
    }
    if (isYear(from, cardinal)) {
      int last = kind(next) == Kind.YEAR_AFTER && tokens.get(next).start() == end ? next + 1 : next;
      int first = isYearWord(from - 1) ? tokens.get(from - 1).start() : start;
      String year = tokens.get(from).text();
      int until = tokens.get(last - 1).end();
      out.add(new Figure(first, until, Figure.Kind.YEAR, year, null, null));
      return last;
    }
    if (!cardinal.shy()) {
      add(start, end, Figure.Kind.NUMBER, cardinal.value(), null);
    }
    return next;
  }

  /// @return the token after a per cent sign or word at `i`, or `i`
  private int percent(int i) {
    if (kind(i) == Kind.PERCENT) {
      return i + 1;
    }
    if (i + 1 < tokens.size()) {
      Numeral two = numerals.get(tokens.get(i).text() + " " + tokens.get(i + 1).text());
      if (two != null && two.kind() == Kind.PERCENT) {
        return i + 2;
      }
    }
    return i;
  }

  private boolean near(int i) {
    return i == 0 || tokens.get(i).start() - tokens.get(i - 1).end() <= 2;
  }

  private boolean touches(int i) {
    return i > 0 && near(i) && !(kind(i - 1) == Kind.CURRENCY && isSpent(i - 1));
  }

  /// A currency that closed the figure before does not open the next one.
  private boolean isSpent(int i) {
    return !out.isEmpty() && out.getLast().end() >= tokens.get(i).end();
  }

  private String code(int i) {
    Numeral n = numerals.get(tokens.get(i).text());
    return n == null ? "" : n.code();
  }

  private boolean isYear(int i, Cardinal cardinal) {
    Token token = tokens.get(i);
    if (!token.isNumber() || cardinal.next() != i + 1 || token.text().length() != 4) {
      return false;
    }
    int year = token.text().chars().allMatch(Character::isDigit) ? cardinal.value().intValue() : 0;
    return year >= FIRST_YEAR
        && year <= LAST_YEAR
        && (kind(i - 1) == Kind.YEAR_BEFORE || kind(i + 1) == Kind.YEAR_AFTER);
  }

  /// The words that name the year («سنہ 1965») are part of it, "in 1965" is not.
  private boolean isYearWord(int i) {
    return kind(i) == Kind.YEAR_BEFORE && tokens.get(i).text().length() > 2 && near(i + 1);
  }

  private void add(int start, int end, Figure.Kind kind, BigDecimal value, @Nullable String code) {
    String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    String currency = code == null || code.isEmpty() ? null : code;
    out.add(new Figure(start, end, kind, plain, null, currency));
  }
}
