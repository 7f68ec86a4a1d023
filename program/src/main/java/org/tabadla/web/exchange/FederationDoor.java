package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.tabadla.exchange.federation.Office;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.web.Doors;

/// Lets other servers' requests in and the office's answers out. There are no sessions here: a
/// signature over the message says who asks.
final class FederationDoor {
  private static final int TOO_LARGE = 413;
  private static final int TOO_SLOW = 408;
  private static final int BUSY = 503;

  /// How many contents are read at once; each may be some megabytes.
  private static final int BODIES_AT_ONCE = 64;

  private static final long LONGEST_BODY_NANOS = 30_000_000_000L;
  private static final int PIECE_BYTES = 1 << 16;

  private final Semaphore bodies = new Semaphore(BODIES_AT_ONCE);

  private final Office office;

  FederationDoor(Office office) {
    this.office = office;
  }

  void open(Doors doors) {
    doors
        .routes()
        .get("/federation/card", ctx -> ctx.contentType("application/json").result(office.card()));
    doors.routes().get("/federation/{own}/<rest>", this::answer);
    doors.routes().post("/federation/{own}/<rest>", this::answer);
  }

  private void answer(Context ctx) throws IOException {
    ctx.header("Cache-Control", "no-store");
    HttpMessage head = head(ctx);
    // Nobody has megabytes read who does not even say that he is known.
    if (!office.isExpected(head)) {
      give(ctx, head);
    } else if (!bodies.tryAcquire()) {
      ctx.status(BUSY).header("Retry-After", "5").result("");
    } else {
      try {
        read(ctx, head);
      } finally {
        bodies.release();
      }
    }
  }

  private void read(Context ctx, HttpMessage head) throws IOException {
    var body = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE_BYTES];
    long end = System.nanoTime() + LONGEST_BODY_NANOS;
    InputStream in = ctx.req().getInputStream();
    for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
      body.write(piece, 0, n);
      int wrong =
          body.size() > Office.mostBytes() ? TOO_LARGE : System.nanoTime() > end ? TOO_SLOW : 0;
      if (wrong != 0) {
        // What is left of it is not waited for.
        ctx.status(wrong).header("Connection", "close").result("");
        return;
      }
    }
    give(
        ctx,
        new HttpMessage(head.start(), head.fields(), new HttpMessage.Body(body.toByteArray())));
  }

  private void give(Context ctx, HttpMessage message) {
    switch (office.answer(message)) {
      case Office.Answer.No(int status, String why) ->
          ctx.status(status).header("Tabadla-Reason", why).result("");
      case Office.Answer.Signed(HttpMessage answer) -> {
        answer.fields().forEach(field -> ctx.header(field.name(), field.value()));
        ctx.disableCompression();
        ctx.result(answer.body().bytes());
      }
      case Office.Answer.File file -> send(ctx, file);
    }
  }

  /// The message as it came, with what a signature may cover, its content not yet read.
  private static HttpMessage head(Context ctx) {
    var request = ctx.req();
    String query = request.getQueryString();
    var address =
        new HttpMessage.Address(
            request.getScheme(),
            Optional.ofNullable(request.getHeader("Host")).orElse(""),
            request.getRequestURI() + (query == null ? "" : "?" + query));
    return new HttpMessage(
        new HttpMessage.Start.Request(request.getMethod(), address),
        fields(ctx),
        new HttpMessage.Body(new byte[0]));
  }

  private static List<HttpMessage.Field> fields(Context ctx) {
    var fields = new ArrayList<HttpMessage.Field>();
    for (String name : Collections.list(ctx.req().getHeaderNames())) {
      for (String value : Collections.list(ctx.req().getHeaders(name))) {
        fields.add(new HttpMessage.Field(name, value));
      }
    }
    return fields;
  }

  private void send(Context ctx, Office.Answer.File file) {
    Core.Asset asset = file.fetch().asset();
    FileAnswer.give(
        ctx,
        new FileAnswer.Sent(
            file.fetch().file(), asset.name(), asset.type(), asset.bytes(), asset.sha256()),
        new FileAnswer.Leave() {
          @Override
          public Optional<String> over() {
            return office.over(file);
          }

          @Override
          public void cut(long at, String why) {
            office.cut(file, at, why);
          }
        });
  }
}
