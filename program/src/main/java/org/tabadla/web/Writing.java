package org.tabadla.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;

/// Lets a form through when somebody who may write sent it from one of our own pages.
public final class Writing {
  private static final int LONGEST_FIELD_CHARS = 20_000;

  private Writing() {}

  /// @throws ForbiddenResponse when a reader sent it, or another site's page did
  public static Actor by(Who who, Context ctx, String base) {
    Actor actor =
        who.of(ctx).orElseThrow(() -> new ForbiddenResponse("only who signs in may write"));
    String site = ctx.header("Sec-Fetch-Site");
    String origin = ctx.header("Origin");
    // Our own policy (no-referrer) makes browsers send a null origin, so the newer header leads.
    boolean ours =
        site == null ? origin == null || origin.equals(base) : site.equals("same-origin");
    if (!ours) {
      throw new ForbiddenResponse("the form came from another site");
    }
    return actor;
  }

  /// @return a field of a form, cleaned; "" where it is not there
  /// @throws BadRequest when it is too long
  public static String field(Context ctx, String name) {
    String value = ctx.formParam(name);
    String clean = value == null ? "" : Safe.text(value).strip();
    if (clean.length() > LONGEST_FIELD_CHARS) {
      throw new BadRequest(name, clean);
    }
    return clean;
  }
}
