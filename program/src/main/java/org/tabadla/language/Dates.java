package org.tabadla.language;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;

/// Reads a date as people and machines write it, in any of the languages: ISO 8601 and W3CDTF, RFC
/// 822, 850 and asctime, sloppy forms of these, written-out dates with the month names of CLDR,
/// Persian solar dates, relative ones.
public final class Dates {
  /// The longest text that is looked at; a date with its label is shorter.
  static final int MOST_CHARS = 300;

  private static final Pattern ISO_INSTANT =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)T([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d)(\\.\\d{1,9})?(Z|[+-]\\d\\d:?\\d\\d)");
  private static final int ISO_T_AT = "2025-07-11".length();
  private static final int NANO_DIGITS = 9;
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
  private static final Pattern ISO_COMPACT_TIME =
      Pattern.compile("(?<=\\d)t(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?(?![\\d:])");
  private static final Pattern ISO_T = Pattern.compile("(?<=[\\d\\p{L}])t(?=\\d{1,2}:)");
  private static final Pattern BROKEN =
      Pattern.compile("\\d\\s?:\\s?[\\p{L}\\d]|[+]\\s?\\p{L}|(?<!\\p{L})\\p{L}{1,2}:\\d");

  private Dates() {}

  /// @param text one date, maybe with a time, a zone, a weekday or words such as «اشاعت کی تاریخ:»
  ///   before it
  /// @param lang the language of the page, null when not known; decides between 3/4 and 4/3
  /// @param now what «2 گھنٹے پہلے» counts from and which year «11 جولائی» means; null refuses such
  /// @return the moment, or empty when the text is no date or an impossible one; a time without a
  ///   zone is UTC (of a Korean text, Korea's)
  public static Optional<Moment> parse(String text, @Nullable Lang lang, @Nullable Instant now) {
    if (text.length() > MOST_CHARS || text.isBlank()) {
      return Optional.empty();
    }
    if (text.length() > ISO_T_AT && text.charAt(ISO_T_AT) == 'T') {
      Matcher plain = ISO_INSTANT.matcher(text);
      if (plain.matches()) {
        return iso(plain);
      }
    }
    String folded = DateFold.fold(text);
    if (now != null) {
      Optional<Moment> relative = RelativeDates.parse(folded, now);
      if (relative.isPresent()) {
        return relative.filter(moment -> moment.date().getYear() >= WrittenDates.FIRST_YEAR);
      }
    }
    if (!hasDigit(folded) && !ChineseNumerals.present(folded)) {
      return Optional.empty();
    }
    String tag = lang == null ? null : lang.tag();
    return read(ChineseNumerals.inDates(folded), tag, now);
  }

  /// @param folded has no digits but ASCII ones
  private static boolean hasDigit(String folded) {
    for (int i = 0; i < folded.length(); i++) {
      if (folded.charAt(i) >= '0' && folded.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  /// What most feeds and pages write.
  private static Optional<Moment> iso(Matcher m) {
    try {
      ZoneOffset zone = ZoneOffset.of(m.group(8));
      int[] part = new int[6];
      for (int i = 0; i < part.length; i++) {
        part[i] = Integer.parseInt(m.group(i + 1));
      }
      LocalDateTime at =
          LocalDateTime.of(part[0], part[1], part[2], part[3], part[4], part[5], nanos(m.group(7)));
      // Year 1 is what programs write that know no date.
      return at.getYear() < WrittenDates.FIRST_YEAR
          ? Optional.empty()
          : Optional.of(Moment.time(at.toInstant(zone), zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// @param fraction of a second with its point, or null
  private static int nanos(@Nullable String fraction) {
    return fraction == null
        ? 0
        : Integer.parseInt(fraction.substring(1) + "0".repeat(NANO_DIGITS - fraction.length() + 1));
  }

  private static Optional<Moment> read(
      String folded, @Nullable String lang, @Nullable Instant now) {
    var text = new StringBuilder(folded);
    if (hasTimeMark(folded)) {
      Matcher compact = ISO_COMPACT_TIME.matcher(folded);
      if (compact.find()) {
        text.replace(compact.start(), compact.end(), " " + spaced(compact));
      } else {
        Matcher t = ISO_T.matcher(folded);
        if (t.find()) {
          text.setCharAt(t.start(), ' ');
        }
      }
    }
    Optional<ClockTimes.Clock> clock = ClockTimes.find(text.toString(), lang);
    String rest = clock.map(ClockTimes.Clock::rest).orElseGet(text::toString);
    ZoneId zone = clock.map(ClockTimes.Clock::zone).orElse(null);
    if (zone == null) {
      Zones.Found end = Zones.atEnd(rest, lang);
      if (end != null && !IsoDates.isWhole(rest.strip())) {
        zone = end.zone();
        rest = rest.substring(0, end.start());
      }
    }
    boolean suspect = rest.indexOf(':') >= 0 || rest.indexOf('+') >= 0;
    if (suspect && BROKEN.matcher(rest).find()) {
      return Optional.empty();
    }
    LocalDate day = day(rest, lang, now, clock);
    if (day == null || day.getYear() < WrittenDates.FIRST_YEAR) {
      return Optional.empty();
    }
    return Optional.of(moment(day, clock, zone, folded));
  }

  /// «t» before a digit, as in `2025-07-11t14:05`.
  private static boolean hasTimeMark(String folded) {
    for (int t = folded.indexOf('t'); t >= 0; t = folded.indexOf('t', t + 1)) {
      if (t + 1 < folded.length() && Character.isDigit(folded.charAt(t + 1))) {
        return true;
      }
    }
    return false;
  }

  private static String spaced(Matcher m) {
    String seconds = m.group(3) == null ? "" : ":" + m.group(3);
    return m.group(1) + ":" + m.group(2) + seconds;
  }

  private static @Nullable LocalDate day(
      String rest, @Nullable String lang, @Nullable Instant now, Optional<ClockTimes.Clock> clock) {
    LocalDate iso = IsoDates.day(rest.strip());
    if (iso != null || IsoDates.isWhole(rest.strip())) {
      return iso;
    }
    boolean halved = clock.map(ClockTimes.Clock::halved).orElse(false);
    var reader = new WrittenDates(lang, now, clock.isPresent(), halved);
    LocalDate day = reader.day(rest, false);
    return day == null ? reader.day(rest, true) : day;
  }

  private static Moment moment(
      LocalDate day, Optional<ClockTimes.Clock> clock, @Nullable ZoneId told, String folded) {
    if (clock.isEmpty()) {
      return Moment.day(day);
    }
    ZoneId zone = told != null ? told : HANGUL.matcher(folded).find() ? SEOUL : ZoneOffset.UTC;
    Instant at = day.atStartOfDay().plusSeconds(clock.get().second()).atZone(zone).toInstant();
    return Moment.time(at, zone);
  }
}
