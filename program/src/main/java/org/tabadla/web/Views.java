package org.tabadla.web;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a request is somebody reading. Only the request itself is looked at; nothing of it is
/// kept.
final class Views {
  private static final Pattern MACHINE =
      Pattern.compile(
          "bot|crawl|spider|slurp|archiv|scrap|preview|monitor|feed|rss|headless|lighthouse|fetch"
              + "|curl|wget|python|perl|ruby|php|okhttp|java|go-http|libwww|http-?client|axios|node",
          Pattern.CASE_INSENSITIVE);
  private static final int AGENT_LIMIT_CHARS = 1_000;

  private Views() {}

  static boolean isReading(Context ctx) {
    return ctx.req().getMethod().equals("GET")
        && !isMachine(ctx.header("User-Agent"))
        && !isAhead(ctx.header("Sec-Purpose"))
        && !isAhead(ctx.header("Purpose"));
  }

  static boolean isMachine(@Nullable String agent) {
    return agent == null
        || agent.isBlank()
        || agent.length() > AGENT_LIMIT_CHARS
        || MACHINE.matcher(agent).find();
  }

  /// A browser that loads a page ahead is not a reader.
  private static boolean isAhead(@Nullable String purpose) {
    return purpose != null && (purpose.contains("prefetch") || purpose.contains("preview"));
  }
}
