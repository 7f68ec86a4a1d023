package org.tabadla.language;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the time of day in a folded date, with its half of the day and its zone.
final class ClockTimes {
  /// @param second of the day, 0 to 86,400 (24:00 is the next midnight)
  /// @param zone null when the text tells none
  /// @param rest the text with time and zone blanked out, as long as before
  /// @param halved whether «am» or «pm» stood there
  record Clock(int second, @Nullable ZoneId zone, String rest, boolean halved) {}

  private static final int HOUR_S = 3600;
  private static final int DAY_S = 86_400;
  private static final Pattern COLON =
      Pattern.compile(
          "(?<![\\d:.])(\\d{1,2})\\s?:\\s?(\\d{2})(?:\\s?:\\s?(\\d{2})(?:[.,]\\d{1,9})?)?(?![\\d:])");
  private static final Pattern CJK =
      Pattern.compile(
          "(\\d{1,2})\\s?[時时點点시]\\s?(?:(\\d{1,2})\\s?[分분])?(?:\\s?(\\d{1,2})\\s?[秒초])?");
  private static final String HOUR_SIGNS = "時时點点시";
  private static final Pattern H = Pattern.compile("(?<!\\d)(\\d{1,2})\\s?h\\s?(\\d{2})(?!\\d)()");

  /// How a time is written, in the order in which the forms are tried.
  private enum Form {
    COLON,
    CJK,
    H,
    WORDED;

    Pattern pattern() {
      return switch (this) {
        case COLON -> ClockTimes.COLON;
        case CJK -> ClockTimes.CJK;
        case H -> ClockTimes.H;
        case WORDED -> Known.WORDED;
      };
    }

    /// A quick look before the pattern's.
    boolean mayBeIn(String text) {
      return switch (this) {
        case COLON -> text.indexOf(':') >= 0;
        case CJK -> hasHourSign(text);
        case H -> text.indexOf('h') >= 0;
        case WORDED -> true;
      };
    }

    private static boolean hasHourSign(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) >= 0x80 && HOUR_SIGNS.indexOf(text.charAt(i)) >= 0) {
          return true;
        }
      }
      return false;
    }
  }

  private ClockTimes() {}

  private static final class Known {
    static final Map<String, String> HALVES = new HashMap<>();
    static final Pattern WORDED;
    static final Pattern BEFORE;
    static final Pattern AFTER;

    static {
      List<String> hours = new java.util.ArrayList<>();
      for (String[] row : Tables.rows("clock.tsv", 2)) {
        String word = DateFold.fold(row[1]);
        if (row[0].equals("hour")) {
          hours.add(word);
        } else {
          HALVES.put(word, row[0]);
        }
      }
      String halves = either(HALVES.keySet());
      WORDED =
          Pattern.compile(
              "(?<![\\d:.])(\\d{1,2})(?:[.:](\\d{2}))?()(?=\\s?(?:"
                  + either(hours)
                  + "|"
                  + halves
                  + ")(?![\\p{L}\\d]))");
      BEFORE =
          Pattern.compile("(?<![\\p{L}&&[^\\p{IsHan}\\p{IsHangul}]])(" + halves + ")[\\s:,]*$");
      AFTER =
          Pattern.compile("^\\s?(?:" + either(hours) + ")?\\s?(" + halves + ")(?![\\p{L}\\d])\\.?");
    }

    private static String either(java.util.Collection<String> words) {
      return words.stream()
          .sorted((a, b) -> b.length() - a.length())
          .map(Pattern::quote)
          .collect(Collectors.joining("|"));
    }
  }

  /// @return empty when the text holds no time; a time such as 25:61 leaves its digits in the rest
  static Optional<Clock> find(String text, @Nullable String lang) {
    for (Form form : Form.values()) {
      if (form.mayBeIn(text)) {
        Matcher m = form.pattern().matcher(text);
        if (m.find()) {
          return read(text, m, lang);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Clock> read(String text, Matcher m, @Nullable String lang) {
    int hour = Integer.parseInt(m.group(1));
    int minute = number(m.group(2));
    int second = number(m.group(3));
    if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0)) {
      return Optional.empty();
    }
    var rest = new StringBuilder(text);
    blank(rest, m.start(), m.end());
    String half = null;
    int end = m.end();
    Matcher after = Known.AFTER.matcher(text.substring(end));
    Matcher before = Known.BEFORE.matcher(text.substring(0, m.start()));
    if (after.find()) {
      half = Known.HALVES.get(after.group(1));
      blank(rest, end, end + after.end());
      end += after.end();
    } else if (before.find()) {
      half = Known.HALVES.get(before.group(1));
      blank(rest, before.start(1), before.end(1));
    }
    hour = halved(hour, half);
    ZoneId zone = null;
    Zones.Found found = Zones.after(rest.toString(), end, lang);
    if (found != null) {
      zone = found.zone();
      blank(rest, found.start(), found.end());
    }
    int total = Math.min(hour * HOUR_S + minute * 60 + second, DAY_S);
    return Optional.of(new Clock(total, zone, rest.toString(), half != null));
  }

  private static int halved(int hour, @Nullable String half) {
    if (half == null || hour > 12) {
      return hour;
    }
    return switch (half) {
      case "am" -> hour == 12 ? 0 : hour;
      case "pm" -> hour == 12 ? 12 : hour + 12;
      case "noon" -> hour < 10 ? hour + 12 : hour;
      case "night" -> hour == 12 ? 0 : hour >= 6 ? hour + 12 : hour;
      default -> throw new IllegalStateException("clock.tsv: kind " + half);
    };
  }

  private static int number(@Nullable String digits) {
    return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      text.setCharAt(i, ' ');
    }
  }
}
