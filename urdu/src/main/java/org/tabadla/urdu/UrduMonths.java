package org.tabadla.urdu;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tabadla.urdu.CalendarMonth.Calendar;

/// The months of both calendars by their Urdu names.
final class UrduMonths {
  private UrduMonths() {}

  private static final class Table {
    static final Map<String, CalendarMonth> BY_NAME = new HashMap<>();
    static final Set<String> OPENERS = new HashSet<>();
    static final Map<CalendarMonth, String> NAMES = new LinkedHashMap<>();

    static {
      for (String[] row : Rows.of("urdu-months.tsv", 3)) {
        Calendar calendar = row[0].equals("h") ? Calendar.ISLAMIC : Calendar.GREGORIAN;
        var month = new CalendarMonth(calendar, Integer.parseInt(row[1]));
        BY_NAME.putIfAbsent(FigureFold.fold(row[2]), month);
        NAMES.putIfAbsent(month, row[2]);
      }
      for (String name : BY_NAME.keySet()) {
        int space = name.indexOf(' ');
        if (space > 0) {
          OPENERS.add(name.substring(0, space));
        }
      }
    }
  }

  static @Nullable CalendarMonth find(String folded) {
    return Table.BY_NAME.get(folded);
  }

  /// @return whether a name of two words begins with this one
  static boolean opens(String folded) {
    return Table.OPENERS.contains(folded);
  }

  static Map<String, CalendarMonth> all() {
    return Map.copyOf(Table.BY_NAME);
  }

  static String name(CalendarMonth month) {
    String name = Table.NAMES.get(month);
    if (name == null) {
      throw new IllegalArgumentException("no such month: " + month);
    }
    return name;
  }
}
