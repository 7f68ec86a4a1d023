package org.tabadla.urdu;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The numerals of one language by their folded spelling.
///
/// ```java
/// Numerals urdu = Numerals.urdu();
/// urdu.get(FigureFold.fold("کروڑ")).number(); // 10000000
/// ```
public final class Numerals {
  /// What a word does to a number; `urdu-numerals.tsv` tells of each.
  public enum Kind {
    UNIT,
    SHY,
    HUNDRED,
    SCALE,
    PLUS,
    FRACTION,
    POINT,
    PERCENT,
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
    LINK,
    MINUS,
    HOUR,
    HOUR_BEFORE,
    MINUTE,
    DAY,
    ORDINAL_BEFORE,
    CLASSIFIER,
    MANY,
    MONEY_SCALE,
    FRACTION_SHY
  }

  /// @param value null for a currency
  /// @param code ISO 4217 of a currency, else ""
  public record Numeral(Kind kind, @Nullable BigDecimal value, String code) {
    public BigDecimal number() {
      return value == null ? BigDecimal.ONE : value;
    }
  }

  private static final class Urdu {
    static final List<String[]> ROWS = Ordinals.withRegular(Rows.of("urdu-numerals.tsv", 3));
    static final List<String[]> SIGNS = Rows.of("signs.tsv", 3);
    static final Numerals ALL = Numerals.of(ROWS, SIGNS);
  }

  private final Map<String, Numeral> words = new HashMap<>();

  private final Set<String> openers = new HashSet<>();
  private boolean namesYears;
  private boolean countsInHan;

  private Numerals() {}

  /// @param tables rows of kind, word and value; an earlier table's word stands over a later one's
  public static Numerals of(List<List<String[]>> tables) {
    var numerals = new Numerals();
    for (List<String[]> table : tables) {
      Map<String, Numeral> own = new HashMap<>();
      for (String[] row : table) {
        own.put(FigureFold.fold(row[1]), numeral(row[0], row[2]));
      }
      own.forEach(numerals.words::putIfAbsent);
    }
    for (String word : numerals.words.keySet()) {
      int space = word.indexOf(' ');
      if (space > 0) {
        numerals.openers.add(word.substring(0, space));
      }
    }
    numerals.namesYears =
        numerals.words.values().stream().anyMatch(n -> n.kind() == Kind.YEAR_NAME);
    numerals.countsInHan =
        numerals.words.values().stream().anyMatch(n -> n.kind() == Kind.CLASSIFIER);
    return numerals;
  }

  private static Numerals of(List<String[]> own, List<String[]> signs) {
    return of(List.of(own, signs));
  }

  private static Numeral numeral(String name, String value) {
    Kind kind = Kind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    return kind == Kind.CURRENCY
        ? new Numeral(kind, null, value)
        : new Numeral(kind, value(value), "");
  }

  private static BigDecimal value(String written) {
    int slash = written.indexOf('/');
    return slash < 0
        ? new BigDecimal(written)
        : new BigDecimal(written.substring(0, slash))
            .divide(new BigDecimal(written.substring(slash + 1)), MathContext.DECIMAL64);
  }

  /// @return Urdu's numerals with the signs of all languages
  public static Numerals urdu() {
    return Urdu.ALL;
  }

  /// @return rows of kind, word and value
  public static List<String[]> urduRows() {
    return Urdu.ROWS;
  }

  /// @return the signs and short names that stand beside a number in any language, as rows of kind,
  ///   word and value
  public static List<String[]> signRows() {
    return Urdu.SIGNS;
  }

  /// @param folded a word as {@link FigureFold} gives it, or two with a space between
  public @Nullable Numeral get(String folded) {
    return words.get(folded);
  }

  /// @return whether a word of several words begins with this one: «فی» of «فی صد»
  boolean opensPhrase(String folded) {
    return openers.contains(folded);
  }

  /// @return whether years are read in words too
  boolean namesYears() {
    return namesYears;
  }

  /// @return whether Han numerals count before a measure word: 十二艘
  boolean countsInHan() {
    return countsInHan;
  }

  /// @return what the word does to a number, null when nothing
  @Nullable Kind kind(String folded) {
    Numeral n = words.get(folded);
    return n == null ? null : n.kind();
  }
}
