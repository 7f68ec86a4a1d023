package org.tabadla.web;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How the pages are served.
///
/// @param base what absolute addresses (feeds) begin with, such as `https://news.example`; null
///   takes the address that the server is bound to. Never taken from a request's `Host` header.
/// @param zone the zone in which readers are told the time
/// @param watches who may change the standing queries
public record WebOptions(@Nullable String base, ZoneId zone, Watches watches) {
  private static final ZoneId PAKISTAN = ZoneId.of("Asia/Karachi");

  public WebOptions {
    if (base != null) {
      if (Safe.href(base) == null) {
        throw new IllegalArgumentException("base address is not http or https: " + base);
      }
      base = base.replaceFirst("/+$", "");
    }
  }

  /// Options under which nobody may change the standing queries.
  public WebOptions(@Nullable String base, ZoneId zone) {
    this(base, zone, new Watches(false, url -> Optional.empty()));
  }

  /// @return the address that is bound to, and Pakistan's time
  public static WebOptions standard() {
    return new WebOptions(null, PAKISTAN);
  }

  /// Standing queries, until there are accounts.
  ///
  /// @param open whether they may be listed, added and removed over HTTP
  /// @param refusal why nothing may be posted to an address, in one line
  public record Watches(boolean open, Function<String, Optional<String>> refusal) {}

  /// @return the same under another address
  public WebOptions at(@Nullable String address) {
    return new WebOptions(address, zone, watches);
  }

  /// @return the same with other rules for standing queries
  public WebOptions with(Watches rules) {
    return new WebOptions(base, zone, rules);
  }
}
