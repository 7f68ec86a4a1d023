package org.tabadla.web;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// How the pages are served.
///
/// @param base what absolute addresses (feeds) begin with, such as `https://news.example`; null
///   takes the address that the server is bound to. Never taken from a request's `Host` header.
/// @param zone the zone in which readers are told the time
public record WebOptions(@Nullable String base, ZoneId zone) {
  private static final ZoneId PAKISTAN = ZoneId.of("Asia/Karachi");

  public WebOptions {
    if (base != null) {
      if (Safe.href(base) == null) {
        throw new IllegalArgumentException("base address is not http or https: " + base);
      }
      base = base.replaceFirst("/+$", "");
    }
  }

  /// @return the address that is bound to, and Pakistan's time
  public static WebOptions standard() {
    return new WebOptions(null, PAKISTAN);
  }
}
