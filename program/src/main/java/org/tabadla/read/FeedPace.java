package org.tabadla.read;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How long a feed asks to wait between visits.
final class FeedPace {
  private static final long MAX_MINUTES = 60L * 24 * 30;

  private FeedPace() {}

  /// `ttl` in minutes; else `sy:updatePeriod`, hourly … yearly, and `sy:updateFrequency`, how often
  /// in that period.
  static @Nullable Duration of(XmlElement channel) {
    long ttl = number(channel.first("ttl"));
    if (ttl > 0) {
      return Duration.ofMinutes(Math.min(ttl, MAX_MINUTES));
    }
    XmlElement period = channel.first("sy:updateperiod");
    if (period == null) {
      return null;
    }
    long minutes =
        switch (period.text().strip().toLowerCase(Locale.ROOT)) {
          case "hourly" -> 60;
          case "daily" -> 60 * 24;
          case "weekly" -> 60 * 24 * 7;
          case "monthly", "yearly" -> MAX_MINUTES;
          default -> 0;
        };
    long often = Math.max(1, number(channel.first("sy:updatefrequency")));
    return minutes == 0 ? null : Duration.ofMinutes(Math.max(1, minutes / often));
  }

  private static long number(@Nullable XmlElement element) {
    String text = element == null ? "" : element.text().strip();
    boolean digits =
        !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Long.parseLong(text) : 0;
  }
}
