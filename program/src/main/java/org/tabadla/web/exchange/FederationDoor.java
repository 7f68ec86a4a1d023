package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tabadla.exchange.federation.Office;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.signed.HttpMessage;
import org.tabadla.web.Doors;

/// Lets other servers' requests in and the office's answers out. There are no sessions here: a
/// signature over the message says who asks.
final class FederationDoor {
  private static final int TOO_LARGE = 413;

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
    Optional<HttpMessage> message = message(ctx);
    if (message.isEmpty()) {
      ctx.status(TOO_LARGE).result("");
      return;
    }
    switch (office.answer(message.get())) {
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

  /// The message as it came, with what a signature may cover; empty when it is too large.
  private static Optional<HttpMessage> message(Context ctx) throws IOException {
    var request = ctx.req();
    if (request.getContentLengthLong() > Office.mostBytes()) {
      return Optional.empty();
    }
    byte[] body;
    try (InputStream in = request.getInputStream()) {
      body = in.readNBytes(Office.mostBytes() + 1);
    }
    if (body.length > Office.mostBytes()) {
      return Optional.empty();
    }
    String query = request.getQueryString();
    var address =
        new HttpMessage.Address(
            request.getScheme(),
            Optional.ofNullable(request.getHeader("Host")).orElse(""),
            request.getRequestURI() + (query == null ? "" : "?" + query));
    return Optional.of(
        new HttpMessage(
            new HttpMessage.Start.Request(request.getMethod(), address),
            fields(ctx),
            new HttpMessage.Body(body)));
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
