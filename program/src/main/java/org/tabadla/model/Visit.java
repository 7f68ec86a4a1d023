package org.tabadla.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of one visit to an address.
public sealed interface Visit {
  /// New bytes.
  ///
  /// @param page the bytes and where redirects ended
  /// @param etag and `lastModified` to send with the next request
  /// @param maxAge how long the answer said it stays fresh; null when it did not
  /// @param permanentlyAt where a permanent redirect (301, 308) says the address lives from now on
  /// @param links the `Link` header (RFC 8288) as it came; null when there was none
  record Fresh(
      Page page,
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable Duration maxAge,
      @Nullable String permanentlyAt,
      @Nullable String links)
      implements Visit {}

  /// 304: nothing new since the last visit.
  record Unchanged(@Nullable Duration maxAge) implements Visit {}

  /// 429 or 503 with `Retry-After`, or the host's pace: come again later.
  record Throttled(Duration retryAfter, String why) implements Visit {}

  /// Not to be fetched: robots.txt, the network guard, a scheme, a type or size beyond the limits.
  /// Asking again changes nothing.
  record Refused(String why) implements Visit {}

  /// Tried and failed: DNS, connection, time-out, HTTP 4xx/5xx.
  ///
  /// @param gone 410: it will not come back
  record Failed(String why, boolean gone) implements Visit {}
}
