package org.tabadla.collect;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Waiting times as headers write them (RFC 9110, 9111).
final class Durations {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,9})?");
  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?([0-9]{1,12})", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_CACHE =
      Pattern.compile("(?:^|[,\\s])no-(?:cache|store)(?![\\w-])", Pattern.CASE_INSENSITIVE);
  private static final Duration MAX_AGE_LONGEST = Duration.ofDays(365);
  private static final int CENTURY_START = 1970;

  /// The three date forms of RFC 9110, 5.6.7; weekdays are not checked, some outlets get them
  /// wrong.
  private static final List<DateTimeFormatter> DATES =
      List.of(
          form("d MMM uuuu HH:mm:ss"),
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern("d-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, CENTURY_START)
              .appendPattern(" HH:mm:ss")
              .toFormatter(Locale.ENGLISH),
          form("MMM d HH:mm:ss uuuu"));

  private static final Pattern WEEKDAY = Pattern.compile("^\\s*[A-Za-z]{3,9},?\\s+");
  private static final Pattern ZONE = Pattern.compile("\\s*(?:GMT|UTC|\\+0000)?\\s*$");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Durations() {}

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  /// @return the seconds that the text says, `2` or `0.5`; empty when it says none
  static Optional<Duration> seconds(String text) {
    String value = text.strip();
    return SECONDS.matcher(value).matches()
        ? Optional.of(Duration.ofMillis((long) (Double.parseDouble(value) * 1000)))
        : Optional.empty();
  }

  /// @return how long to wait from `now`, for seconds and for a date; never negative
  static Optional<Duration> retryAfter(@Nullable String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    Optional<Duration> seconds = seconds(header);
    if (seconds.isPresent()) {
      return seconds;
    }
    return date(header).map(at -> at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
  }

  /// @return how long the answer stays fresh, from `Cache-Control` or else `Expires`; null when
  ///   they do not say
  static @Nullable Duration maxAge(
      @Nullable String cacheControl, @Nullable String expires, @Nullable String date) {
    if (cacheControl != null) {
      if (NO_CACHE.matcher(cacheControl).find()) {
        return null;
      }
      var match = MAX_AGE.matcher(cacheControl);
      if (match.find()) {
        return positive(Duration.ofSeconds(Long.parseLong(match.group(1))));
      }
    }
    Optional<Instant> until = expires == null ? Optional.empty() : date(expires);
    Optional<Instant> from = date == null ? Optional.empty() : date(date);
    return until.isPresent() && from.isPresent()
        ? positive(Duration.between(from.get(), until.get()))
        : null;
  }

  private static @Nullable Duration positive(Duration age) {
    if (age.isNegative() || age.isZero()) {
      return null;
    }
    return age.compareTo(MAX_AGE_LONGEST) > 0 ? MAX_AGE_LONGEST : age;
  }

  /// @return the instant of an HTTP date in any of its three forms
  static Optional<Instant> date(String header) {
    String text = WEEKDAY.matcher(header).replaceFirst("");
    String plain = SPACES.matcher(ZONE.matcher(text).replaceFirst("")).replaceAll(" ");
    for (DateTimeFormatter form : DATES) {
      Optional<Instant> instant = date(plain, form);
      if (instant.isPresent()) {
        return instant;
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> date(String text, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty(); // another form
    }
  }
}
