package org.tabadla.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tabadla.model.Lang;
import org.tabadla.urdu.Numerals;

/// The numerals of each language: Urdu's own table for Urdu and its sisters, `numerals.tsv` for the
/// others, the signs of all languages for each.
final class NumeralTables {
  /// Languages that count in Urdu's words, or nearly so.
  private static final Set<String> URDU = Set.of("ur", "pnb", "skr");

  private static final Set<String> DECIMAL_COMMA =
      Set.of(
          "de", "fr", "es", "it", "pt", "ru", "uk", "be", "bg", "tr", "pl", "nl", "cs", "sk", "kk",
          "ky", "tg", "uz", "id", "vi", "ro", "hu", "fi", "sv", "da", "no", "el", "sr", "hr");
  private static final Map<String, Numerals> KNOWN = new ConcurrentHashMap<>();
  private static final int MOST_LANGUAGES = 200;

  private NumeralTables() {}

  static Numerals of(Lang lang) {
    String tag = lang.primary();
    String key = KNOWN.size() < MOST_LANGUAGES || KNOWN.containsKey(tag) ? tag : "und";
    return KNOWN.computeIfAbsent(key, NumeralTables::read);
  }

  static boolean isDecimalComma(Lang lang) {
    return DECIMAL_COMMA.contains(lang.primary());
  }

  private static Numerals read(String tag) {
    List<String[]> own = new ArrayList<>();
    List<String[]> any = new ArrayList<>(Numerals.signRows());
    for (String[] row : Tables.rows("numerals.tsv", 4)) {
      String[] rest = {row[1], row[2], row[3]};
      if (row[0].equals(tag)) {
        own.add(rest);
      } else if (row[0].isEmpty()) {
        any.add(rest);
      }
    }
    return URDU.contains(tag)
        ? Numerals.of(List.of(own, Numerals.urduRows(), any))
        : Numerals.of(List.of(own, any));
  }
}
