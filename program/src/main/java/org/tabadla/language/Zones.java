package org.tabadla.language;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Zone names and offsets as dates carry them: `+05:00`, `GMT-3`, `PKT`, `Asia/Karachi`.
final class Zones {
  /// @param start in the text that was given
  record Found(ZoneId zone, int start, int end) {}

  private static final int MOST_MINUTES = 18 * 60;
  private static final int MOST_WORDS = 4;
  private static final Pattern OFFSET =
      Pattern.compile(
          "^[\\s,]*\\(?((?:etc/)?(?:gmt|utc|ut|z))?\\s?([+-])(\\d{1,2})(?::?(\\d{2}))?(?![\\d:.]|-\\d)");
  private static final Pattern REGION = Pattern.compile("^[\\s\\[(]*([a-z]+/[a-z_]+(?:/[a-z_]+)?)");
  private static final Pattern WORD = Pattern.compile("^[\\s(,\\[]*([\\p{L}\\p{M}]+)");

  private Zones() {}

  private static final class Known {
    static final Map<String, Integer> MINUTES = new HashMap<>();
    static final Map<String, String> REGIONS = new TreeMap<>();

    static {
      for (String[] row : Tables.rows("zones.tsv", 3)) {
        MINUTES.put(row[0] + ":" + DateFold.fold(row[1]), Integer.parseInt(row[2]));
      }
      for (String id : ZoneId.getAvailableZoneIds()) {
        REGIONS.put(id.toLowerCase(java.util.Locale.ROOT), id);
      }
    }
  }

  /// @return the zone that stands at `from`, or null; an offset of whole hours must touch its sign
  static @Nullable Found after(String text, int from, @Nullable String lang) {
    String tail = text.substring(from);
    Matcher offset = OFFSET.matcher(tail);
    if (offset.find() && offsetIsMeant(offset)) {
      int hours = Integer.parseInt(offset.group(3));
      int minutes = offset.group(4) == null ? 0 : Integer.parseInt(offset.group(4));
      int total = hours * 60 + minutes;
      if (minutes > 59 || total > MOST_MINUTES) {
        return null;
      }
      int signed = "-".equals(offset.group(2)) ? -total : total;
      return new Found(
          ZoneOffset.ofTotalSeconds(signed * 60), from + offset.start(), from + offset.end());
    }
    Matcher region = REGION.matcher(tail);
    if (region.find()) {
      String id = Known.REGIONS.get(region.group(1));
      if (id != null) {
        return new Found(zone(id), from + region.start(), from + region.end());
      }
    }
    return named(tail, from, lang);
  }

  /// @return the zone that closes the text, or null: «11 July 2025 GMT»
  static @Nullable Found atEnd(String text, @Nullable String lang) {
    int end = text.length();
    for (int words = 0, i = end; i > 0 && words < MOST_WORDS; words++) {
      i = text.lastIndexOf(' ', i - 1);
      Found found = after(text, Math.max(i, 0), lang);
      if (found != null && text.substring(found.end()).isBlank()) {
        return found;
      }
      if (i < 0) {
        break;
      }
    }
    return null;
  }

  private static boolean offsetIsMeant(Matcher m) {
    return m.group(1) != null || m.group(4) != null || m.start(2) == 0 || "+".equals(m.group(2));
  }

  private static @Nullable Found named(String tail, int from, @Nullable String lang) {
    var name = new StringBuilder();
    Found best = null;
    int at = 0;
    for (int words = 0; words < MOST_WORDS + 1; words++) {
      Matcher word = WORD.matcher(tail).region(at, tail.length());
      if (!word.find()) {
        break;
      }
      name.append(name.isEmpty() ? "" : " ").append(word.group(1));
      at = word.end();
      Integer minutes = minutes(name.toString(), lang);
      if (minutes != null) {
        best = new Found(ZoneOffset.ofTotalSeconds(minutes * 60), from + word.start(), from + at);
      }
    }
    return best == null ? null : new Found(best.zone(), from, best.end());
  }

  private static @Nullable Integer minutes(String name, @Nullable String lang) {
    if (lang != null) {
      Integer own = Known.MINUTES.get(lang + ":" + name);
      if (own == null && lang.indexOf('-') > 0) {
        own = Known.MINUTES.get(lang.substring(0, lang.indexOf('-')) + ":" + name);
      }
      if (own != null) {
        return own;
      }
    }
    return Known.MINUTES.get(":" + name);
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalStateException("the JDK lists a zone it does not know: " + id, e);
    }
  }
}
