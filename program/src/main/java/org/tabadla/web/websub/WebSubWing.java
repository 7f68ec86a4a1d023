package org.tabadla.web.websub;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.websub.Follower;
import org.tabadla.exchange.websub.Hub;
import org.tabadla.exchange.websub.HubLinks;
import org.tabadla.exchange.websub.Intent;
import org.tabadla.web.Doors;
import org.tabadla.web.Wing;

/// WebSub over HTTP: `POST /websub/hub` for those who want to hear of our feeds,
/// `/websub/callback/…` for the hubs that tell us of others'. Programs come here, not people:
/// answers are plain text.
public final class WebSubWing implements Wing {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int LONGEST_CHALLENGE_CHARS = 2_000;
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int NO_CONTENT = 204;
  private static final int BAD = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int TOO_LARGE = 413;
  private static final int TOO_MANY = 429;

  private final Hub hub;
  private final Follower follower;
  private final long noticeLimitBytes;

  /// @param noticeLimitBytes the largest notice that is taken
  public WebSubWing(Hub hub, Follower follower, long noticeLimitBytes) {
    this.hub = hub;
    this.follower = follower;
    this.noticeLimitBytes = noticeLimitBytes;
  }

  @Override
  public void open(Doors doors) {
    doors.routes().post(HubLinks.HUB_PATH, ctx -> asked(ctx, doors.shells().hub() != null));
    doors.routes().get(HubLinks.CALLBACK_PATH + "{id}", this::question);
    doors.routes().post(HubLinks.CALLBACK_PATH + "{id}", this::notice);
  }

  private void asked(Context ctx, boolean open) {
    String type = ctx.contentType() == null ? "" : ctx.contentType().toLowerCase(Locale.ROOT);
    if (!open) {
      say(ctx, FORBIDDEN, "this server's feeds are for those with an account");
    } else if (!type.startsWith(FORM)) {
      say(ctx, BAD, "send the parameters as " + FORM);
    } else {
      switch (Intent.read(ctx::formParam)) {
        case Intent.Reading.Wrong(String why) -> say(ctx, BAD, why);
        case Intent.Reading.Publishes(String topic) -> published(ctx, topic);
        case Intent.Reading.Asks(Intent intent) -> answer(ctx, hub.asked(intent, ctx.ip()));
      }
    }
  }

  private void published(Context ctx, String topic) {
    if (hub.published(topic)) {
      ctx.status(NO_CONTENT);
    } else {
      say(ctx, NOT_FOUND, "hub.url is none of this server's feeds");
    }
  }

  private static void answer(Context ctx, Hub.Answer answer) {
    switch (answer) {
      case Hub.Answer.Accepted _ -> say(ctx, ACCEPTED, "you will be asked at your callback");
      case Hub.Answer.Refused(int status, String why) -> say(ctx, status, why);
      case Hub.Answer.Busy(Duration pause, String why) -> {
        ctx.header("Retry-After", String.valueOf(pause.toSeconds()));
        say(ctx, TOO_MANY, why);
      }
    }
  }

  /// A hub asks whether we meant it, or tells that it will not.
  private void question(Context ctx) {
    String id = ctx.pathParam("id");
    String mode = ctx.queryParam("hub.mode");
    String topic = ctx.queryParam("hub.topic");
    if ("denied".equals(mode)) {
      boolean known = follower.denied(id, topic, ctx.queryParam("hub.reason"));
      say(ctx, known ? OK : NOT_FOUND, known ? "noted" : "no such subscription");
      return;
    }
    String challenge = ctx.queryParam("hub.challenge");
    boolean fit = challenge != null && challenge.length() <= LONGEST_CHALLENGE_CHARS;
    if (challenge != null
        && fit
        && follower.isMeant(id, mode, topic, ctx.queryParam("hub.lease_seconds"))) {
      say(ctx, OK, challenge);
    } else {
      say(ctx, NOT_FOUND, "nobody here asked for that");
    }
  }

  /// Something that a hub has to tell.
  private void notice(Context ctx) {
    if (ctx.req().getContentLengthLong() > noticeLimitBytes) {
      say(ctx, TOO_LARGE, "at most " + noticeLimitBytes + " bytes");
      return;
    }
    switch (taken(ctx, ctx.header("X-Hub-Signature"))) {
      case TAKEN -> ctx.status(ACCEPTED);
      case UNSIGNED -> say(ctx, FORBIDDEN, "X-Hub-Signature is missing or wrong");
      case UNWANTED -> say(ctx, GONE, "nobody here wants that");
      case TOO_LARGE -> say(ctx, TOO_LARGE, "at most " + noticeLimitBytes + " bytes");
    }
  }

  private Follower.Notice taken(Context ctx, @Nullable String signature) {
    try (InputStream body = ctx.bodyInputStream()) {
      return follower.notice(ctx.pathParam("id"), signature, body, noticeLimitBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(Context ctx, int status, String words) {
    ctx.status(status).contentType("text/plain; charset=utf-8").result(words);
  }
}
