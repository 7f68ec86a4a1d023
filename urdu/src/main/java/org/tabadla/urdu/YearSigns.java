package org.tabadla.urdu;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.urdu.Cardinals.Cardinal;
import org.tabadla.urdu.Numerals.Kind;

/// Tells a year from a count by what stands around it: «سنہ 1965», «2024ء», «2010 تا 2015»,
/// «2024-25», and none in «2000 سے زائد».
final class YearSigns {
  /// @param second the later year of «2024-25»
  record Year(WrittenFigure figure, @Nullable WrittenFigure second, int next) {}

  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2200;
  private static final int FIRST_LIKELY_YEAR = 1800;
  private static final int LAST_LIKELY_YEAR = 2100;
  private static final int CENTURY = 100;

  private final String text;
  private final List<NumberToken> tokens;
  private final Numerals numerals;

  YearSigns(String text, List<NumberToken> tokens, Numerals numerals) {
    this.text = text;
    this.tokens = tokens;
    this.numerals = numerals;
  }

  /// @param before the figures found so far
  /// @return null when the number is no year
  @Nullable Year at(int from, Cardinal cardinal, List<WrittenFigure> before) {
    if (cardinal.worded()) {
      return worded(from, cardinal);
    }
    if (cardinal.next() != from + 1 || !isYear(from)) {
      return null;
    }
    Year range = range(from);
    if (range != null) {
      return range;
    }
    boolean named = isYearName(from - 1) || isToldYear(from) || isHanTitle(from);
    boolean closes = kind(from - 1) == Kind.RANGE && follows(from, before) && isLikely(from);
    boolean opens = isRangeOfYears(from);
    if (!named && !closes && !opens && !isSigned(from + 1)) {
      return null;
    }
    return year(from, from + 1, tokens.get(from).text());
  }

  /// «سال دو ہزار پچیس»
  private @Nullable Year worded(int from, Cardinal cardinal) {
    BigDecimal value = cardinal.value();
    if (kind(from - 1) != Kind.YEAR_NAME || value.stripTrailingZeros().scale() > 0) {
      return null;
    }
    boolean likely =
        value.compareTo(BigDecimal.valueOf(FIRST_LIKELY_YEAR)) >= 0
            && value.compareTo(BigDecimal.valueOf(LAST_LIKELY_YEAR)) <= 0;
    return likely ? year(from, cardinal.next(), value.toBigInteger().toString()) : null;
  }

  private Year year(int from, int next, String digits) {
    int first = tokens.get(isYearName(from - 1) ? from - 1 : from).start();
    boolean era = isEra(next);
    boolean hijri = kind(next) == Kind.HIJRI && near(next);
    boolean sign = era || hijri || (kind(next) == Kind.YEAR_AFTER && glued(next));
    int last = sign ? next + 1 : next;
    String value = hijri ? "hijri:" + digits : digits;
    int end = tokens.get(last - 1).end();
    return new Year(figure(first, end, value), null, last);
  }

  private static WrittenFigure figure(int start, int end, String value) {
    return new WrittenFigure(start, end, WrittenFigure.Kind.YEAR, value, null);
  }

  /// «2024-25», «2010-2015»
  private @Nullable Year range(int from) {
    int second = from + 2;
    boolean hyphen =
        kind(from + 1) == Kind.RANGE
            && isHyphen(tokens.get(from + 1).text())
            && glued(from + 1)
            && second < tokens.size()
            && glued(second)
            && isLikely(from);
    if (!hyphen) {
      return null;
    }
    int first = Integer.parseInt(tokens.get(from).text());
    NumberToken end = tokens.get(second);
    boolean next = end.isDigits(2) && Integer.parseInt(end.text()) == (first + 1) % CENTURY;
    boolean whole =
        isLikely(second) && Integer.parseInt(end.text()) > first && !isCounted(second + 1);
    if (!next && !whole) {
      return null;
    }
    String later = next ? Integer.toString(first + 1) : end.text();
    int start = tokens.get(isYearName(from - 1) ? from - 1 : from).start();
    int after = isEra(second + 1) ? second + 2 : second + 1;
    return new Year(
        figure(start, tokens.get(from).end(), Integer.toString(first)),
        figure(end.start(), tokens.get(after - 1).end(), later),
        after);
  }

  private static boolean isHyphen(String text) {
    return text.equals("-") || text.equals("\u2013");
  }

  /// «2010 تا 2015», «2010 سے 2015 تک»
  private boolean isRangeOfYears(int from) {
    int second = from + 2;
    return kind(from + 1) == Kind.RANGE
        && isLikely(from)
        && second < tokens.size()
        && isLikely(second)
        && !isCounted(second + 1);
  }

  /// @return whether what stands at `i` makes the number before it a count: a currency, a scale, a
  ///   noun; a postposition, an era or nothing does not
  private boolean isCounted(int i) {
    if (i >= tokens.size() || text.charAt(tokens.get(i - 1).end()) != ' ') {
      return i < tokens.size() && kind(i) == Kind.PERCENT;
    }
    Kind kind = kind(i);
    return kind != Kind.YEAR_AFTER && kind != Kind.ERA && kind != Kind.HIJRI && isWord(i);
  }

  private boolean isWord(int i) {
    String word = tokens.get(i).text();
    return word.isEmpty() || Character.isLetter(word.charAt(0)) || tokens.get(i).isNumber();
  }

  /// @return whether a word or sign at `i` makes the four digits before it a year
  private boolean isSigned(int i) {
    Kind kind = kind(i);
    if (kind == Kind.ERA || kind == Kind.HIJRI) {
      return near(i);
    }
    if (kind != Kind.YEAR_AFTER) {
      return false;
    }
    if (i + 1 >= tokens.size() || !spaced(i + 1)) {
      return true;
    }
    // «2024 سے 2025 تک» names years; «1500 سے 2000 افراد» and «2000 میں سے» count.
    boolean toNumber =
        isFrom(i) && tokens.get(i + 1).isNumber() && !(isLikely(i + 1) && !isCounted(i + 2));
    return kind(i + 1) != Kind.MORE && !toNumber && !isFrom(i + 1);
  }

  private boolean isFrom(int i) {
    return tokens.get(i).text().equals("\u0633\u06D2");
  }

  private boolean follows(int from, List<WrittenFigure> before) {
    return !before.isEmpty()
        && before.getLast().kind() == WrittenFigure.Kind.YEAR
        && before.getLast().end() <= tokens.get(from - 1).start()
        && tokens.get(from - 1).start() - before.getLast().end() <= 2;
  }

  /// The words that name the year («سنہ 1965») are part of it, "in 1965" is not.
  private boolean isYearName(int i) {
    boolean names =
        kind(i) == Kind.YEAR_NAME
            || (kind(i) == Kind.YEAR_BEFORE
                && tokens.get(i).text().length() > 2
                && number(i).signum() > 0);
    return names && near(i + 1);
  }

  /// "since 2019", "mid-2025", "the 2024 polls"; "the 2000 workers" are counted.
  private boolean isToldYear(int from) {
    int before = from - 1;
    if (before > 0 && tokens.get(before).text().equals("-") && glued(before) && glued(from)) {
      before--;
    }
    if (kind(before) != Kind.YEAR_BEFORE) {
      return false;
    }
    boolean round = Integer.parseInt(tokens.get(from).text()) % CENTURY == 0;
    return number(before).signum() > 0 || (isLikely(from) && !(round && isPlural(from + 1)));
  }

  /// 2025天津…展览会: in Chinese a count has a measure word, a scale or a currency behind it.
  private boolean isHanTitle(int from) {
    int next = from + 1;
    return numerals.countsInHan()
        && isLikely(from)
        && next < tokens.size()
        && glued(next)
        && kind(next) == null
        && Character.isIdeographic(text.charAt(tokens.get(next).start()));
  }

  private boolean isPlural(int i) {
    String word = i < tokens.size() ? tokens.get(i).text() : "";
    return word.endsWith("s") || word.equals("people");
  }

  private BigDecimal number(int i) {
    Numerals.Numeral n = numerals.get(tokens.get(i).text());
    return n == null ? BigDecimal.ZERO : n.number();
  }

  private boolean isEra(int i) {
    return kind(i) == Kind.ERA && near(i);
  }

  private boolean isYear(int i) {
    return isBetween(i, FIRST_YEAR, LAST_YEAR);
  }

  private boolean isLikely(int i) {
    return isBetween(i, FIRST_LIKELY_YEAR, LAST_LIKELY_YEAR);
  }

  private boolean isBetween(int i, int first, int last) {
    if (!tokens.get(i).isDigits(4)) {
      return false;
    }
    int year = Integer.parseInt(tokens.get(i).text());
    return year >= first && year <= last;
  }

  private @Nullable Kind kind(int i) {
    return i >= 0 && i < tokens.size() ? numerals.kind(tokens.get(i).text()) : null;
  }

  private boolean glued(int i) {
    return tokens.get(i).start() == tokens.get(i - 1).end();
  }

  private boolean near(int i) {
    return i > 0 && i < tokens.size() && tokens.get(i).start() - tokens.get(i - 1).end() <= 2;
  }

  private boolean spaced(int i) {
    return tokens.get(i).start() > tokens.get(i - 1).end();
  }
}
