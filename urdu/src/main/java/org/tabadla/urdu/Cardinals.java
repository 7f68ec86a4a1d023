package org.tabadla.urdu;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.urdu.Numerals.Kind;
import org.tabadla.urdu.Numerals.Numeral;

/// Reads one number in digits, words or both, from a place in the tokens: «ایک ارب 20 کروڑ», «سوا
/// دو لاکھ», "two hundred and five million", 3.5万亿.
final class Cardinals {
  /// @param next the token after it
  /// @param shy whether it is one everyday word that is a numeral only beside others
  record Cardinal(BigDecimal value, int next, boolean shy, boolean worded) {}

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int MOST_TOKENS = 24;
  private static final int MOST_DECIMALS = 12;
  private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
  private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2100);

  private final String text;
  private final List<NumberToken> tokens;
  private final Numerals numerals;

  private BigDecimal total = BigDecimal.ZERO;
  private @Nullable BigDecimal group;
  private @Nullable BigDecimal lastScale;
  private @Nullable BigDecimal plus;
  private @Nullable Kind last;
  private @Nullable BigDecimal point;
  private boolean digits;
  private boolean linked;
  private int used;

  private Cardinals(String text, List<NumberToken> tokens, Numerals numerals) {
    this.text = text;
    this.tokens = tokens;
    this.numerals = numerals;
  }

  static @Nullable Cardinal at(String text, List<NumberToken> tokens, int from, Numerals numerals) {
    var reader = new Cardinals(text, tokens, numerals);
    return reader.read(from);
  }

  /// @return the value of a text that is one number or ordinal and nothing else
  static Optional<BigDecimal> whole(String text, List<NumberToken> tokens, Numerals numerals) {
    if (tokens.size() == 1) {
      Numeral n = numerals.get(tokens.getFirst().text());
      if (n != null && (n.kind() == Kind.ORDINAL_WORD || n.kind() == Kind.ORDINAL_SHY)) {
        return Optional.of(n.number());
      }
    }
    Cardinal cardinal = tokens.isEmpty() ? null : at(text, tokens, 0, numerals);
    if (cardinal == null) {
      return Optional.empty();
    }
    return switch (tokens.size() - cardinal.next()) {
      case 0 -> Optional.of(cardinal.value());
      case 1 -> Optional.ofNullable(Ordinals.at(numerals, tokens, cardinal));
      default -> Optional.empty();
    };
  }

  private @Nullable Cardinal read(int from) {
    int i = from;
    while (i < tokens.size() && i - from < MOST_TOKENS && (i == from || touches(i))) {
      NumberToken token = tokens.get(i);
      boolean link = numerals.kind(token.text()) == Kind.LINK;
      boolean taken = token.isNumber() ? number(i, token.value()) : word(i) || joins(i);
      if (!taken) {
        break;
      }
      linked = link;
      i++;
    }
    // A link or a quarter at the end belongs to what follows.
    while (i > from && !closes(tokens.get(i - 1))) {
      i--;
    }
    if (i == from || used == 0) {
      return null;
    }
    BigDecimal value = total.add(group == null ? BigDecimal.ZERO : group);
    boolean shy = i - from == 1 && !digits && isShy(tokens.get(from));
    return new Cardinal(value, i, shy, !digits);
  }

  private boolean closes(NumberToken token) {
    Numeral n = numerals.get(token.text());
    return token.isNumber()
        || (n != null
            && n.kind() != Kind.LINK
            && n.kind() != Kind.PLUS
            && n.kind() != Kind.POINT
            && n.kind() != Kind.MANY
            && !isHyphen(token));
  }

  private boolean isShy(NumberToken token) {
    Numeral n = numerals.get(token.text());
    return n != null
        && (n.kind() == Kind.SHY
            || n.kind() == Kind.HUNDRED
            || n.kind() == Kind.SCALE
            || n.kind() == Kind.FRACTION_SHY);
  }

  /// @return whether only spaces or a hyphen part a token from the one before
  private boolean touches(int i) {
    int from = tokens.get(i - 1).end();
    int to = tokens.get(i).start();
    for (int at = from; at < to; at++) {
      if (!Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\n') {
        return false;
      }
    }
    return to - from <= 2;
  }

  private boolean number(int i, @Nullable BigDecimal value) {
    if (value != null && point != null && last == Kind.POINT) {
      return decimal(value, point);
    }
    boolean free = last == null || last == Kind.SCALE || last == Kind.PLUS;
    if (value == null || !free || (last == Kind.SCALE && isYearBeside(i, value))) {
      return false;
    }
    unit(value);
    digits = true;
    return true;
  }

  /// "The $3.5 billion 2025 budget" is no amount of 3,500,002,025; 3万2000 is one of 32,000.
  private boolean isYearBeside(int i, BigDecimal value) {
    return tokens.get(i).start() > tokens.get(i - 1).end()
        && value.compareTo(FIRST_YEAR) >= 0
        && value.compareTo(LAST_YEAR) <= 0;
  }

  private void unit(BigDecimal value) {
    BigDecimal own = plus == null ? value : value.add(plus);
    plus = null;
    group = group == null ? own : group.add(own);
    last = Kind.UNIT;
    used++;
  }

  private boolean word(int i) {
    Numeral n = numerals.get(tokens.get(i).text());
    if (n == null) {
      return false;
    }
    return switch (n.kind()) {
      case UNIT, SHY -> small(n.number());
      case HUNDRED -> hundred();
      case SCALE -> !(used == 0 && isHan(i)) && scale(n.number());
      case PLUS -> quarter(n.number());
      case FRACTION, FRACTION_SHY -> fraction(n.number());
      case MANY -> last == Kind.UNIT && isGlued(i) && isGlued(i + 1) && isScale(i + 1);
      case LINK -> link();
      case POINT -> point();
      case PERCENT,
          CURRENCY,
          ORDINAL,
          ORDINAL_WORD,
          ORDINAL_SHY,
          YEAR_NAME,
          YEAR_BEFORE,
          YEAR_AFTER,
          ERA,
          HIJRI,
          RANGE,
          MORE,
          SKIP,
          MINUS,
          HOUR,
          HOUR_BEFORE,
          MINUTE,
          DAY,
          ORDINAL_BEFORE,
          CLASSIFIER,
          MONEY_SCALE ->
          false;
    };
  }

  /// The hyphen of "twenty-one" and "two-thirds".
  private boolean joins(int i) {
    return isHyphen(tokens.get(i))
        && last == Kind.UNIT
        && !digits
        && isGlued(i)
        && isGlued(i + 1)
        && !tokens.get(i + 1).isNumber()
        && numerals.get(tokens.get(i + 1).text()) != null;
  }

  private static boolean isHyphen(NumberToken token) {
    return token.text().equals("-");
  }

  private boolean isGlued(int i) {
    return i > 0 && i < tokens.size() && tokens.get(i).start() == tokens.get(i - 1).end();
  }

  private boolean isScale(int i) {
    return numerals.kind(tokens.get(i).text()) == Kind.SCALE;
  }

  /// In Chinese a scale alone is no number: 数万.
  private boolean isHan(int i) {
    return Character.isIdeographic(text.charAt(tokens.get(i).start()));
  }

  /// «تین اعشاریہ پانچ», «تین اعشاریہ دو پانچ».
  private boolean point() {
    if (last != Kind.UNIT || point != null) {
      return false;
    }
    point = BigDecimal.ONE;
    last = Kind.POINT;
    return true;
  }

  private boolean decimal(BigDecimal value, BigDecimal point) {
    String written = value.toPlainString();
    if (written.length() > 2 || point.scale() > MOST_DECIMALS) {
      return false;
    }
    this.point = point.movePointLeft(written.length());
    BigDecimal own = group == null ? BigDecimal.ZERO : group;
    group = own.add(value.multiply(this.point));
    last = Kind.UNIT;
    used++;
    return true;
  }

  private boolean small(BigDecimal value) {
    if (point != null && (last == Kind.POINT || last == Kind.UNIT)) {
      return decimal(value, point);
    }
    boolean tens =
        last == Kind.UNIT
            && !digits
            && group != null
            && group.signum() > 0
            && group.remainder(BigDecimal.TEN).signum() == 0
            && value.compareTo(BigDecimal.TEN) < 0
            && value.signum() > 0;
    if (last == Kind.UNIT && !tens) {
      return false;
    }
    unit(value);
    return true;
  }

  private boolean hundred() {
    if (last == Kind.HUNDRED) {
      return false;
    }
    group = whole().multiply(HUNDRED);
    last = Kind.HUNDRED;
    used++;
    return true;
  }

  private BigDecimal whole() {
    BigDecimal own = group == null ? BigDecimal.ONE : group;
    BigDecimal quartered = plus == null ? own : own.add(plus);
    plus = null;
    return quartered;
  }

  private boolean scale(BigDecimal by) {
    if (last == Kind.SCALE && group == null) {
      total = total.multiply(by);
    } else if (lastScale != null && by.compareTo(lastScale) >= 0) {
      return false;
    } else {
      total = total.add(whole().multiply(by));
    }
    group = null;
    point = null;
    lastScale = by;
    last = Kind.SCALE;
    used++;
    return true;
  }

  private boolean quarter(BigDecimal by) {
    if (last != null && last != Kind.SCALE) {
      return false;
    }
    plus = by;
    last = Kind.PLUS;
    return true;
  }

  private boolean fraction(BigDecimal of) {
    boolean dozens = last == Kind.FRACTION && of.compareTo(BigDecimal.ONE) > 0;
    if (last != null && last != Kind.UNIT && !dozens) {
      return false;
    }
    // "three and a half" adds, "three quarters" and "half a dozen" multiply.
    boolean adds = linked && last == Kind.UNIT && group != null && of.compareTo(BigDecimal.ONE) < 0;
    BigDecimal before = group == null ? BigDecimal.ONE : group;
    group = adds ? before.add(of) : before.multiply(of);
    last = Kind.FRACTION;
    used++;
    return true;
  }

  private boolean link() {
    if (last != Kind.HUNDRED && last != Kind.SCALE && last != Kind.UNIT && last != Kind.FRACTION) {
      return false;
    }
    return !digits;
  }
}
