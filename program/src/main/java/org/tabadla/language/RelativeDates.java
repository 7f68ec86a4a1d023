package org.tabadla.language;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Moment;
import org.tabadla.urdu.UrduDates;

/// Dates that count from now: «2 گھنٹے پہلے», "3 days ago", «вчера, 14:05».
final class RelativeDates {
  private static final int MOST_CHARS = 60;

  /// «يومين» is two days in one word.
  private static final String DUAL = "two-";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
  private static final Set<String> FIRST = Set.of("primero", "primeiro");

  private RelativeDates() {}

  private static final class Known {
    static final Set<String> AGO = new HashSet<>();
    static final Set<String> ONE = new HashSet<>();
    static final Map<String, String> UNITS = new HashMap<>();
    static final Map<String, Integer> DAYS_BACK = new HashMap<>();
    static final Set<String> NOW = new HashSet<>();
    static final StandingWords AGO_WORD;
    static final Pattern UNIT_WORD;
    static final StandingWords DAY_WORD;
    static final Set<String> FOLDED_FIRST;

    static {
      for (String[] row : Tables.rows("relative.tsv", 2)) {
        String word = DateFold.fold(row[1]);
        switch (row[0]) {
          case "ago" -> AGO.add(word);
          case "one" -> ONE.add(word);
          case "now" -> NOW.add(word);
          case "today" -> DAYS_BACK.putIfAbsent(word, 0);
          case "yesterday" -> DAYS_BACK.putIfAbsent(word, 1);
          default -> UNITS.putIfAbsent(word, row[0]);
        }
      }
      AGO_WORD = new StandingWords(AGO);
      UNIT_WORD = words(UNITS.keySet());
      DAY_WORD = new StandingWords(DAYS_BACK.keySet());
      FOLDED_FIRST = FIRST.stream().map(DateFold::fold).collect(Collectors.toSet());
    }

    private static Pattern words(Set<String> words) {
      String either =
          words.stream()
              .sorted((a, b) -> b.length() - a.length())
              .map(w -> StandingWords.isAnywhere(w) ? Pattern.quote(w) : bounded(w))
              .collect(Collectors.joining("|"));
      return Pattern.compile("(" + either + ")");
    }

    private static String bounded(String word) {
      return "(?<![\\p{L}\\p{M}])" + Pattern.quote(word) + "(?![\\p{L}\\p{M}])";
    }
  }

  /// @return whether the word stands for the first day of a month, as «یکم» does
  static boolean isFirst(String folded) {
    return UrduDates.isFirst(folded) || Known.FOLDED_FIRST.contains(folded);
  }

  static Optional<Moment> parse(String folded, Instant now) {
    if (folded.length() > MOST_CHARS) {
      return Optional.empty();
    }
    if (Known.NOW.contains(folded)) {
      return Optional.of(Moment.time(now, ZoneOffset.UTC));
    }
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    if (Known.AGO_WORD.find(folded) != null) {
      return ago(folded, now, today);
    }
    String day = Known.DAY_WORD.find(folded);
    if (day == null) {
      return Optional.empty();
    }
    LocalDate on = today.minusDays(Known.DAYS_BACK.getOrDefault(day, 0));
    Optional<ClockTimes.Clock> clock = ClockTimes.find(folded, null);
    String rest = clock.map(ClockTimes.Clock::rest).orElse(folded);
    if (NUMBER.matcher(rest).find()) {
      return Optional.empty();
    }
    return clock.isEmpty() ? Optional.of(Moment.day(on)) : Optional.of(at(on, clock.get()));
  }

  private static Moment at(LocalDate day, ClockTimes.Clock clock) {
    java.time.ZoneId zone = clock.zone() == null ? ZoneOffset.UTC : clock.zone();
    return Moment.time(
        day.atStartOfDay().plusSeconds(clock.second()).atZone(zone).toInstant(), zone);
  }

  private static Optional<Moment> ago(String folded, Instant now, LocalDate today) {
    Matcher unit = Known.UNIT_WORD.matcher(folded);
    Matcher digits = NUMBER.matcher(folded);
    boolean counted = digits.find();
    String name = null;
    while (unit.find()) {
      if (!counted || unit.start() >= digits.end()) {
        name = Known.UNITS.get(unit.group(1));
        break;
      }
    }
    if (name == null) {
      return Optional.empty();
    }
    boolean dual = name.startsWith(DUAL);
    int n = counted ? Integer.parseInt(digits.group()) : dual ? 2 : 1;
    String bare = dual ? name.substring(DUAL.length()) : name;
    return Optional.ofNullable(back(bare, n, now, today));
  }

  private static @Nullable Moment back(String unit, int n, Instant now, LocalDate today) {
    return switch (unit) {
      case "second" -> Moment.time(now.minusSeconds(n), ZoneOffset.UTC);
      case "minute" -> Moment.time(now.minus(Duration.ofMinutes(n)), ZoneOffset.UTC);
      case "hour" -> Moment.time(now.minus(Duration.ofHours(n)), ZoneOffset.UTC);
      case "day" -> Moment.day(today.minusDays(n));
      case "week" -> Moment.day(today.minusWeeks(n));
      case "month" -> Moment.day(today.minusMonths(n));
      case "year" -> Moment.day(today.minusYears(n));
      default -> null;
    };
  }
}
