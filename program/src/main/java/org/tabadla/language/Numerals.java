package org.tabadla.language;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The numerals of one language by their folded spelling.
final class Numerals {
  /// What a word does to a number.
  enum Kind {
    UNIT,
    SHY,
    HUNDRED,
    SCALE,
    PLUS,
    FRACTION,
    PERCENT,
    CURRENCY,
    ORDINAL,
    YEAR_BEFORE,
    YEAR_AFTER,
    SKIP,
    LINK,
    HOUR
  }

  /// @param value null for a currency
  /// @param code ISO 4217 of a currency, else ""
  record Numeral(Kind kind, @Nullable BigDecimal value, String code) {
    BigDecimal number() {
      return value == null ? BigDecimal.ONE : value;
    }
  }

  private static final Map<String, Numerals> KNOWN = new ConcurrentHashMap<>();
  private static final int MOST_LANGUAGES = 200;

  private final Map<String, Numeral> words = new HashMap<>();

  private Numerals(String lang) {
    for (String[] row : Tables.rows("numerals.tsv", 4)) {
      boolean own = row[0].equals(lang);
      if (own || row[0].isEmpty()) {
        Kind kind = Kind.valueOf(row[1].toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        Numeral numeral =
            kind == Kind.CURRENCY
                ? new Numeral(kind, null, row[3])
                : new Numeral(kind, value(row[3]), "");
        String word = DateFold.fold(row[2]);
        if (own) {
          words.put(word, numeral);
        } else {
          words.putIfAbsent(word, numeral);
        }
      }
    }
  }

  private static BigDecimal value(String written) {
    int slash = written.indexOf('/');
    return slash < 0
        ? new BigDecimal(written)
        : new BigDecimal(written.substring(0, slash))
            .divide(new BigDecimal(written.substring(slash + 1)), MathContext.DECIMAL64);
  }

  static Numerals of(String lang) {
    String key = KNOWN.size() < MOST_LANGUAGES || KNOWN.containsKey(lang) ? lang : "und";
    return KNOWN.computeIfAbsent(key, Numerals::new);
  }

  @Nullable Numeral get(String folded) {
    return words.get(folded);
  }
}
