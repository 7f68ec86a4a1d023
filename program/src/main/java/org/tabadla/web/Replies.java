package org.tabadla.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.Map;
import org.tabadla.model.Digest;

/// Sends what was made, or 304 when the reader has it already (RFC 9110 §13.1.2).
public final class Replies {
  private static final String CHECK_EACH_TIME = "no-cache";
  private static final String FOR_GOOD = "public, max-age=31536000, immutable";

  private final TemplateEngine templates;

  Replies(TemplateEngine templates) {
    this.templates = templates;
  }

  /// Sends a page of one of the templates.
  ///
  /// @param page the template parameter of that name
  public void page(Context ctx, String template, Object page) {
    var out = new StringOutput();
    templates.render(template + ".jte", Map.of("page", page), out);
    text(ctx, "text/html; charset=utf-8", out.toString());
  }

  /// Sends text of any type.
  public void text(Context ctx, String type, String body) {
    // Weak, because the same page goes out compressed and plain.
    String tag = "W/\"" + Digest.brief(body) + "\"";
    ctx.header("ETag", tag).header("Cache-Control", CHECK_EACH_TIME);
    String known = ctx.header("If-None-Match");
    if (known != null && known.contains(tag) && ctx.statusCode() == 200) {
      ctx.status(304);
      return;
    }
    ctx.contentType(type).result(body);
  }

  void asset(Context ctx) {
    var asset = Assets.at(ctx.path());
    if (asset == null) {
      throw new Missing("file " + ctx.path());
    }
    ctx.header("Cache-Control", FOR_GOOD).contentType(asset.type()).result(asset.bytes().array());
  }
}
