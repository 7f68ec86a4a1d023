package org.tabadla.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tabadla.language.Dates;
import org.tabadla.model.Found;
import org.tabadla.model.Lang;
import org.tabadla.model.Moment;

/// Reads the times of a live blog's entries, which often tell the hour alone.
///
/// @param day the day of the blog in its own zone, which an hour without a day belongs to
/// @param zone in which hours without a zone are meant
/// @param fetched what «10 min ago» counts from
record EntryTime(Lang lang, LocalDate day, ZoneId zone, Instant fetched) {
  private static final int WORDS_MAX_CHARS = 80;
  private static final long HALF_DAY_SECONDS = 12 * 3600;

  /// «14:32», «۱۴:۳۲», «2.15 pm», «14h32», «3:05 بجے», «14.32 Uhr»; the rest of a line may follow.
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?iu)^[\\[(]?(\\p{Nd}{1,2})\\s?[:.h\u066B：]\\s?(\\p{Nd}{2})(?!\\p{Nd})(?::\\p{Nd}{2})?"
              + "\\s?(?:([ap])\\.?m\\.?)?\\s?(?:"
              + KindWords.pattern(KindWords.CLOCK)
              + ")?[\\])]?(?=$|[\\s\\p{P}|])");

  static EntryTime of(Lang lang, @Nullable Found<Moment> published, Instant fetched) {
    if (published == null) {
      return new EntryTime(
          lang, fetched.atZone(ZoneOffset.UTC).toLocalDate(), ZoneOffset.UTC, fetched);
    }
    Moment moment = published.value();
    return new EntryTime(lang, moment.date(), moment.zone(), fetched);
  }

  /// @return how many characters of the line's beginning are a clock time; 0 for none
  static int clockLength(String line) {
    Matcher m = CLOCK.matcher(line.substring(0, Math.min(line.length(), WORDS_MAX_CHARS)));
    return m.find() && Integer.parseInt(m.group(1)) < 24 && Integer.parseInt(m.group(2)) < 60
        ? m.end()
        : 0;
  }

  /// @return what a `<time>` element says, its attribute over its words
  @Nullable Found<Moment> of(Element time) {
    String stamp = time.attr("datetime").strip();
    if (!stamp.isEmpty() && stamp.length() <= WORDS_MAX_CHARS) {
      Found<Moment> found = of(stamp, "time:datetime");
      if (found != null) {
        return found;
      }
    }
    return of(time.text().strip(), "time");
  }

  /// @return the moment that the words tell, or null
  @Nullable Found<Moment> of(String words, String rule) {
    if (words.isEmpty() || words.length() > WORDS_MAX_CHARS) {
      return null;
    }
    Moment moment = Dates.parse(words, lang, fetched).orElse(null);
    if (moment != null) {
      return new Found<>(moment, rule, words);
    }
    Matcher m = CLOCK.matcher(words);
    if (!m.find()) {
      return null;
    }
    int hour = Integer.parseInt(m.group(1));
    int minute = Integer.parseInt(m.group(2));
    if (m.group(3) != null) {
      hour = hour % 12 + (m.group(3).equalsIgnoreCase("p") ? 12 : 0);
    }
    if (hour > 23 || minute > 59) {
      return null;
    }
    LocalDateTime at = day.atTime(hour, minute);
    return new Found<>(Moment.time(at.atZone(zone).toInstant(), zone), rule + ":clock", words);
  }

  /// The same for the days after: a blog that runs past midnight tells smaller hours.
  ///
  /// @param before the entry that was written before, null for the first
  static @Nullable Found<Moment> after(
      @Nullable Found<Moment> found, @Nullable Found<Moment> before) {
    if (found == null || before == null || !found.rule().endsWith(":clock")) {
      return found;
    }
    Instant at = found.value().at();
    while (at.isBefore(before.value().at().minusSeconds(HALF_DAY_SECONDS))) {
      at = at.plusSeconds(2 * HALF_DAY_SECONDS);
    }
    return new Found<>(Moment.time(at, found.value().zone()), found.rule(), found.words());
  }

  /// @return from one entry to the next; between hours without a day, the short way round the clock
  static long secondsApart(Found<Moment> a, Found<Moment> b) {
    long apart = b.value().at().getEpochSecond() - a.value().at().getEpochSecond();
    boolean hours = a.rule().endsWith(":clock") && b.rule().endsWith(":clock");
    long day = 2 * HALF_DAY_SECONDS;
    return hours ? Math.floorMod(apart + HALF_DAY_SECONDS, day) - HALF_DAY_SECONDS : apart;
  }
}
