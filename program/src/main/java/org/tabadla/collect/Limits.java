package org.tabadla.collect;

import java.time.Duration;

/// What the collector never goes beyond.
///
/// @param userAgent what it calls itself; the part before the first `/` is the name that robots.txt
///   rules are looked up by
/// @param hostPause the shortest time between two requests to one host; zero for no pause
/// @param bodyLimitBytes the largest body that is kept, after unpacking
/// @param fetchTimeout the longest that one visit may take, redirects and robots.txt included
/// @param redirectLimit how many redirects are followed
public record Limits(
    String userAgent,
    Duration hostPause,
    int bodyLimitBytes,
    Duration fetchTimeout,
    int redirectLimit) {
  public Limits {
    if (userAgent.isBlank() || userAgent.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException("user agent is not printable ASCII: " + userAgent);
    }
    if (hostPause.isNegative()) {
      throw new IllegalArgumentException("host pause is negative: " + hostPause);
    }
    if (bodyLimitBytes <= 0 || redirectLimit < 0) {
      throw new IllegalArgumentException(
          "limits must be positive: " + bodyLimitBytes + " bytes, " + redirectLimit + " redirects");
    }
    if (fetchTimeout.isNegative() || fetchTimeout.isZero()) {
      throw new IllegalArgumentException("fetch timeout must be positive: " + fetchTimeout);
    }
  }
}
