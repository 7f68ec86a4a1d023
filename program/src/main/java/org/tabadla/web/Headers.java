package org.tabadla.web;

import io.javalin.http.Context;

/// What every answer tells the browser: load nothing from elsewhere, run nothing, tell nobody.
final class Headers {
  static final String POLICY =
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private Headers() {}

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
