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
/// @param watches whose standing queries are whose
/// @param hub whether feeds name this server's own hub (WebSub)
public record WebOptions(@Nullable String base, ZoneId zone, Watches watches, boolean hub) {
  private static final ZoneId PAKISTAN = ZoneId.of("Asia/Karachi");

  public WebOptions {
    if (base != null) {
      if (Safe.href(base) == null) {
        throw new IllegalArgumentException("base address is not http or https: " + base);
      }
      base = base.replaceFirst("/+$", "");
    }
  }

  /// Options under which nobody may see or change the standing queries.
  public WebOptions(@Nullable String base, ZoneId zone) {
    this(base, zone, new Watches(false, url -> Optional.empty()), false);
  }

  /// @return the address that is bound to, and Pakistan's time
  public static WebOptions standard() {
    return new WebOptions(null, PAKISTAN);
  }

  /// The rules for standing queries.
  ///
  /// @param open whether, while there are no accounts, they may be seen and changed over HTTP
  /// @param refusal why nothing may be posted to an address, in one line
  /// @param owners whose they are where there are accounts
  public record Watches(boolean open, Function<String, Optional<String>> refusal, Owners owners) {
    /// The rules of a house without accounts.
    public Watches(boolean open, Function<String, Optional<String>> refusal) {
      this(open, refusal, Owners.NONE);
    }
  }

  /// @return the same under another address
  public WebOptions at(@Nullable String address) {
    return new WebOptions(address, zone, watches, hub);
  }

  /// @return the same in another zone
  public WebOptions in(ZoneId other) {
    return new WebOptions(base, other, watches, hub);
  }

  /// @return the same with other rules for standing queries
  public WebOptions with(Watches rules) {
    return new WebOptions(base, zone, rules, hub);
  }

  /// @return the same with or without a hub
  public WebOptions withHub(boolean named) {
    return new WebOptions(base, zone, watches, named);
  }
}
