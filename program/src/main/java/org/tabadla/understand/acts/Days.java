package org.tabadla.understand.acts;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tabadla.language.Letters;
import org.tabadla.model.Lang;

/// Weekdays as sentences name them.
final class Days {
  /// By folded word.
  static final Map<String, DayOfWeek> TABLE = table();

  private Days() {}

  private static Map<String, DayOfWeek> table() {
    Map<String, DayOfWeek> out = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (String tag : List.of("ur", "en", "ru")) {
        String name = day.getDisplayName(TextStyle.FULL, Locale.of(tag));
        out.put(Letters.fold(name, new Lang(tag)), day);
      }
    }
    accusative(out, "среду", DayOfWeek.WEDNESDAY);
    accusative(out, "пятницу", DayOfWeek.FRIDAY);
    accusative(out, "субботу", DayOfWeek.SATURDAY);
    accusative(out, "جمعے", DayOfWeek.FRIDAY);
    accusative(out, "ہفتے", DayOfWeek.SATURDAY);
    return Map.copyOf(out);
  }

  private static void accusative(Map<String, DayOfWeek> to, String word, DayOfWeek day) {
    to.put(Letters.fold(word, Lang.UND), day);
    to.put(Letters.fold(word, Lang.UR), day);
  }
}
