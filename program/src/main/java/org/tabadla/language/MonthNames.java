package org.tabadla.language;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.urdu.CalendarMonth;
import org.tabadla.urdu.CalendarMonth.Calendar;
import org.tabadla.urdu.UrduDates;

/// CalendarMonth names by their folded spelling: our own table first, CLDR's when that does not
/// know one.
final class MonthNames {
  private static final String[] LOCALES = {
    "en", "ur", "ar", "fa", "hi", "ru", "tr", "kk", "de", "fr", "es", "pt", "it", "nl", "pl", "uk",
    "cs", "sk", "sv", "da", "nb", "fi", "el", "hu", "ro", "bg", "sr", "sr_Latn", "hr", "bs", "sl",
    "lt", "lv", "et", "id", "ms", "he", "th", "bn", "ta", "te", "ml", "kn", "gu", "mr", "pa", "ne",
    "si", "uz", "uz_Cyrl", "ky", "az", "ps", "sd", "ug", "ckb", "tg", "tk", "mn", "ka", "hy", "sw",
    "ca", "eu", "is", "sq", "mk", "be", "ar_LB", "ar_MA", "ar_DZ", "ar_TN", "fa_AF", "am", "my",
    "km", "lo"
  };

  private MonthNames() {}

  private static final class Own {
    static final Map<String, CalendarMonth> NAMES = read();
    static final Set<String> OPENERS = openers(NAMES);

    private static Map<String, CalendarMonth> read() {
      Map<String, CalendarMonth> names = new HashMap<>(UrduDates.months());
      for (String[] row : Tables.rows("months.tsv", 3)) {
        Calendar calendar =
            switch (row[0]) {
              case "g" -> Calendar.GREGORIAN;
              case "p" -> Calendar.PERSIAN;
              case "h" -> Calendar.ISLAMIC;
              default -> throw new IllegalStateException("months.tsv: calendar " + row[0]);
            };
        names.putIfAbsent(
            DateFold.fold(row[2]), new CalendarMonth(calendar, Integer.parseInt(row[1])));
      }
      return Map.copyOf(names);
    }
  }

  private static final class Cldr {
    static final Map<String, CalendarMonth> NAMES = read();
    static final Set<String> OPENERS = openers(NAMES);

    private static Map<String, CalendarMonth> read() {
      Map<String, CalendarMonth> names = new HashMap<>(Own.NAMES);
      for (String locale : LOCALES) {
        var symbols = DateFormatSymbols.getInstance(new ULocale(locale));
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
          for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
            add(names, symbols.getMonths(context, width));
          }
        }
      }
      return Map.copyOf(names);
    }

    private static void add(Map<String, CalendarMonth> names, String[] months) {
      for (int i = 0; i < months.length && i < 12; i++) {
        String name = DateFold.fold(months[i]).replaceAll("\\.$", "");
        if (!name.isEmpty() && name.codePoints().anyMatch(Character::isLetter)) {
          names.putIfAbsent(name, new CalendarMonth(Calendar.GREGORIAN, i + 1));
        }
      }
    }
  }

  /// @return the locales of CLDR whose names are known
  static java.util.stream.Stream<String> locales() {
    return java.util.Arrays.stream(LOCALES);
  }

  /// @param every false: only the small table, which needs no CLDR to be loaded
  static @Nullable CalendarMonth find(String folded, boolean every) {
    return (every ? Cldr.NAMES : Own.NAMES).get(folded);
  }

  /// @return whether a name of two words begins with this one
  static boolean opens(String folded, boolean every) {
    return (every ? Cldr.OPENERS : Own.OPENERS).contains(folded);
  }

  private static Set<String> openers(Map<String, CalendarMonth> names) {
    return names.keySet().stream()
        .filter(name -> name.indexOf(' ') > 0)
        .map(name -> name.substring(0, name.indexOf(' ')))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// @return a name of a month of the Persian solar year
  static String solar(int number) {
    var wanted = new CalendarMonth(Calendar.PERSIAN, number);
    return Own.NAMES.entrySet().stream()
        .filter(e -> e.getValue().equals(wanted))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
