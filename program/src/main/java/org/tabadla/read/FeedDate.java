package org.tabadla.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The two forms in which nearly all feeds write a date: `Sat, 14 Mar 2026 15:43:53 +0500` ([RFC
/// 822 §5](https://www.rfc-editor.org/rfc/rfc822#section-5) with a year of four digits) and
/// `2026-03-14T15:43:53+05:00` ([RFC 3339](https://www.rfc-editor.org/rfc/rfc3339)). Read where
/// they stand exactly so; everything else is for {@link org.tabadla.language.Dates}, which reads
/// these two alike.
final class FeedDate {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final String DAYS = "Mon,Tue,Wed,Thu,Fri,Sat,Sun,";
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2099;
  private static final int MOST_ZONE_SECONDS = 18 * 3600;
  private static final int NONE = Integer.MIN_VALUE;

  private final String text;
  private int at;
  private boolean good = true;

  private FeedDate(String text) {
    this.text = text;
  }

  /// @return null when the text has neither form
  static @Nullable Instant instant(String text) {
    if (text.length() < 20 || text.length() > 35) {
      return null;
    }
    char first = text.charAt(0);
    try {
      return first >= '0' && first <= '9' && text.charAt(4) == '-'
          ? new FeedDate(text).rfc3339()
          : new FeedDate(text).rfc822();
    } catch (DateTimeException e) {
      return null; // such as 30 February
    }
  }

  private @Nullable Instant rfc3339() {
    int year = figures(4);
    expect('-');
    int month = figures(2);
    expect('-');
    int day = figures(2);
    expect('T');
    int second = time(true);
    int zone = next() == 'Z' ? utc(1) : offset(true);
    return instant(year, month, day, second, zone);
  }

  private @Nullable Instant rfc822() {
    if (text.charAt(3) == ',') {
      good = DAYS.indexOf(text.substring(0, 4)) % 4 == 0;
      at = 4;
      expect(' ');
    }
    boolean two = at + 1 < text.length() && text.charAt(at + 1) != ' ';
    int day = figures(two ? 2 : 1);
    expect(' ');
    int month = at + 3 <= text.length() ? MONTHS.indexOf(text.substring(at, at + 3)) : -1;
    good &= month >= 0 && month % 3 == 0;
    at += 3;
    expect(' ');
    int year = figures(4);
    expect(' ');
    int second = time(false);
    expect(' ');
    int zone =
        text.startsWith("GMT", at) || text.startsWith("UTC", at)
            ? utc(3)
            : next() == 'Z' ? utc(1) : offset(false);
    return instant(year, month / 3 + 1, day, second, zone);
  }

  private @Nullable Instant instant(int year, int month, int day, int second, int zone) {
    if (!good || at != text.length() || year < FIRST_YEAR || year > LAST_YEAR || zone == NONE) {
      return null;
    }
    long epochDay = LocalDate.of(year, month, day).toEpochDay();
    return Instant.ofEpochSecond(epochDay * 86_400 + second - zone);
  }

  private char next() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void expect(char c) {
    good &= next() == c;
    at++;
  }

  private int figures(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      char c = next();
      good &= c >= '0' && c <= '9';
      value = value * 10 + (c - '0');
      at++;
    }
    return value;
  }

  /// @param whole whether the seconds may not be left out
  /// @return seconds of the day
  private int time(boolean whole) {
    int hour = figures(2);
    expect(':');
    int minute = figures(2);
    int second = 0;
    if (whole || next() == ':') {
      expect(':');
      second = figures(2);
    }
    good &= hour < 24 && minute < 60 && second < 60;
    return hour * 3600 + minute * 60 + second;
  }

  private int utc(int chars) {
    at += chars;
    return 0;
  }

  private int offset(boolean colon) {
    char sign = next();
    if (sign != '+' && sign != '-') {
      return NONE;
    }
    at++;
    int hours = figures(2);
    if (colon) {
      expect(':');
    }
    int minutes = figures(2);
    int seconds = hours * 3600 + minutes * 60;
    good &= minutes < 60 && seconds <= MOST_ZONE_SECONDS;
    return sign == '-' ? -seconds : seconds;
  }
}
