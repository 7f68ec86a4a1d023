package org.tabadla.web;

import io.javalin.http.Context;

/// What every answer tells the browser: load nothing from elsewhere, run nothing, tell nobody.
public final class Headers {
  static final String POLICY =
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private Headers() {}

  /// Lets a page run the house's own script, send what that has to say to the house, and play what
  /// lies here. For the few pages that do; they work without.
  public static void withOwnScriptAndMedia(Context ctx) {
    ctx.header(
        "Content-Security-Policy",
        POLICY + "; script-src 'self'; connect-src 'self'; media-src 'self'");
  }

  static void set(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("X-Frame-Options", "DENY");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()");
    ctx.header("Vary", "Accept-Language, Accept-Encoding");
  }
}
