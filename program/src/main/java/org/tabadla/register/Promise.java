package org.tabadla.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is to come of a commitment, in the words of each source.
///
/// @param key `2025-06/1`: the month in which it is due and which of that month it is
/// @param due as the first source says it, or null
/// @param wordings what each source calls it
/// @param evidence what was shown of it
public record Promise(
    String key, @Nullable String due, List<Wording> wordings, List<Evidence> evidence) {
  private static final int MONTH_CHARS = "2025-01".length();
  private static final int YEAR_CHARS = "2025".length();

  /// One source's words.
  public record Wording(Assertion assertion, Assertion.Deliverable deliverable) {}

  /// What somebody has shown.
  ///
  /// @param seq of the deed in the journal
  public record Evidence(String url, String words, String day, String actor, long seq) {}

  /// @return what the sources promise; the same month in two sources is taken for the same promise
  static List<Promise> of(List<Assertion> assertions, Map<String, List<Evidence>> evidence) {
    Map<String, List<Wording>> all = new LinkedHashMap<>();
    for (Assertion assertion : assertions) {
      Map<String, Integer> numbers = new HashMap<>();
      for (Assertion.Deliverable one : assertion.deliverables()) {
        String month = month(one.due());
        int number = numbers.merge(month, 1, Integer::sum);
        all.computeIfAbsent(month + "/" + number, k -> new ArrayList<>())
            .add(new Wording(assertion, one));
      }
    }
    var out = new ArrayList<Promise>();
    all.forEach((key, wordings) ->
        out.add(
            new Promise(
                key,
                wordings.getFirst().deliverable().due(),
                List.copyOf(wordings),
                evidence.getOrDefault(key, List.of()))));
    return List.copyOf(out);
  }

  private static String month(@Nullable String due) {
    return due == null ? "undated" : due.substring(0, Math.min(due.length(), MONTH_CHARS));
  }

  /// @return the last day that still is in time, or null where none is told
  public @Nullable LocalDate lastDay() {
    return due == null ? null : lastDay(due);
  }

  static @Nullable LocalDate lastDay(String due) {
    try {
      return due.length() == YEAR_CHARS
          ? LocalDate.of(Integer.parseInt(due), 12, 31)
          : due.length() == MONTH_CHARS
              ? YearMonth.parse(due).atEndOfMonth()
              : LocalDate.parse(due);
    } catch (java.time.DateTimeException | NumberFormatException e) {
      return null;
    }
  }
}
