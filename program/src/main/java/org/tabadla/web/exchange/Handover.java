package org.tabadla.web.exchange;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.delivery.Span;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.DeliveryId;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.odrl.PolicyJson;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.Outcome;
import org.tabadla.people.Role;
import org.tabadla.web.Doors;
import org.tabadla.web.Missing;
import org.tabadla.web.Ui;
import org.tabadla.web.people.NotAllowed;
import org.tabadla.web.people.Visitor;

/// Agreements, what is delivered under them, and what came of it.
final class Handover {
  private static final long LARGEST_UPLOAD_BYTES = 2L << 30;
  private static final int PARTIAL = 206;
  private static final int OUTSIDE = 416;
  private static final int TOO_LARGE = 413;

  private final Counter counter;
  private final Exchange exchange;
  private final Deliveries deliveries;

  Handover(Counter counter, Deliveries deliveries) {
    this.counter = counter;
    this.exchange = counter.exchange();
    this.deliveries = deliveries;
  }

  void open(Doors doors) {
    doors.page("/exchange/agreement/{key}", this::agreement);
    doors.page("/exchange/agreement/{key}/policy.json", this::policy);
    doors.form("/exchange/agreement/{key}/deliver", this::deliver);
    doors.form("/exchange/agreement/{key}/end", this::end);
    doors.form("/exchange/agreement/{key}/kept", this::kept);
    doors.page("/exchange/delivery/{key}", this::delivery);
    doors.page("/exchange/delivery/{key}/file/{number}", this::file);
    doors.form("/exchange/delivery/{key}/received", this::received);
    doors.form("/exchange/delivery/{key}/correct", this::correct);
    doors.form("/exchange/delivery/{key}/kill", this::kill);
    doors.form("/exchange/delivery/{key}/acknowledge", this::acknowledge);
    doors.form("/exchange/delivery/{key}/use", this::use);
  }

  private Agreement agreementOf(Context ctx, Visitor me) {
    return counter.part(
        ctx,
        AgreementId::new,
        exchange.market()::agreement,
        agreement -> agreement.has(me.account().organisation()));
  }

  private Delivery deliveryOf(Context ctx, Visitor me) {
    return counter.part(
        ctx,
        DeliveryId::new,
        exchange.market()::delivery,
        delivery -> delivery.has(me.account().organisation()));
  }

  private void agreement(Context ctx, Ui ui) {
    Agreement agreement = agreementOf(ctx, counter.known(ctx, Role.READER));
    Listing listing = exchange.market().listing(agreement.terms().listing()).orElseThrow();
    counter.show(
        ctx,
        ui,
        "agreement",
        ui.say("agreement"),
        new ExchangePage.Shown.Agreed(
            agreement,
            listing,
            exchange.market().commitments(agreement),
            exchange.market().deliveries(agreement.id())));
  }

  /// The usage terms as ODRL, for the receiver's own systems.
  private void policy(Context ctx, Ui ui) {
    Agreement agreement = agreementOf(ctx, counter.known(ctx, Role.READER));
    var policy = PolicyJson.tree(agreement.terms().policy(agreement.since()));
    ctx.contentType("application/ld+json").result(CanonicalJson.of(policy));
  }

  private void deliver(Context ctx, Ui ui) {
    checkSize(ctx);
    Visitor me = counter.sender(ctx, Role.DESK);
    Agreement agreement = agreementOf(ctx, me);
    Delivery sent =
        NotAllowed.unless(
            deliveries.deliver(
                me.account(),
                agreement.id(),
                handedOver(ctx, agreement),
                Counter.field(ctx, "note"),
                time(ctx, "embargo")));
    Counter.go(ctx, ui, "/exchange/delivery/" + sent.id());
  }

  /// What is sent with the form, and the listing's own files where they are wanted.
  private List<Core.Asset> handedOver(Context ctx, Agreement agreement) {
    var all = new ArrayList<>(files(ctx));
    if (ctx.formParam("listing-files") != null) {
      exchange
          .market()
          .listing(agreement.terms().listing())
          .filter(listing -> listing.owner().equals(agreement.terms().provider()))
          .ifPresent(listing -> all.addAll(listing.core().assets()));
    }
    return all;
  }

  /// Asked before anything of the body is read.
  static void checkSize(Context ctx) {
    if (ctx.req().getContentLengthLong() > LARGEST_UPLOAD_BYTES) {
      throw NotAllowed.of(TOO_LARGE, "refused.too_long", String.valueOf(LARGEST_UPLOAD_BYTES));
    }
  }

  /// Takes in the files of a form.
  List<Core.Asset> files(Context ctx) {
    var assets = new ArrayList<Core.Asset>();
    for (UploadedFile file : ctx.uploadedFiles("files")) {
      if (file.size() == 0 && file.filename().isBlank()) {
        continue;
      }
      try (InputStream in = file.content()) {
        switch (deliveries.vault().take(in, LARGEST_UPLOAD_BYTES)) {
          case Vault.Taken.Whole(var kept) ->
              assets.add(
                  new Core.Asset(name(file.filename()), type(file), kept.bytes(), kept.sha256()));
          case Vault.Taken.TooLarge(long limit) ->
              throw NotAllowed.of(TOO_LARGE, "refused.too_long", String.valueOf(limit));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return assets;
  }

  /// Browsers and programs may send whole paths; only what follows the last slash is a name.
  static String name(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").replaceFirst("^\\.+", "").strip();
    return clean.isEmpty() ? "file" : clean;
  }

  private static String type(UploadedFile file) {
    String type = Optional.ofNullable(file.contentType()).orElse("").toLowerCase(Locale.ROOT);
    int parameters = type.indexOf(';');
    String plain = parameters < 0 ? type : type.substring(0, parameters).strip();
    return plain.matches("[a-z]{1,20}/[a-z0-9][a-z0-9.+-]{0,80}")
        ? plain
        : "application/octet-stream";
  }

  private @Nullable Instant time(Context ctx, String name) {
    String value = Counter.field(ctx, name);
    try {
      return value.isBlank()
          ? null
          : LocalDateTime.parse(value).atZone(counter.doors().zone()).toInstant();
    } catch (DateTimeException e) {
      throw NotAllowed.of(409, "refused.choice", value);
    }
  }

  private void end(Context ctx, Ui ui) {
    onAgreement(ctx, ui, new Move.Ended(Counter.field(ctx, "reason")));
  }

  private void kept(Context ctx, Ui ui) {
    onAgreement(ctx, ui, new Move.Kept(Counter.field(ctx, "commitment")));
  }

  private void onAgreement(Context ctx, Ui ui, Move move) {
    Visitor me = counter.sender(ctx, Role.DESK);
    Agreement agreement = agreementOf(ctx, me);
    NotAllowed.unless(exchange.act(me.account(), Role.DESK, agreement.id().value(), move));
    Counter.go(ctx, ui, "/exchange/agreement/" + agreement.id());
  }

  private void delivery(Context ctx, Ui ui) {
    Visitor me = counter.known(ctx, Role.READER);
    Delivery delivery = deliveryOf(ctx, me);
    String refusal = null;
    String detail = "";
    if (deliveries.mayFetch(delivery) instanceof Outcome.Refused<Delivery>(var why, String more)) {
      refusal = why.key();
      detail = more;
    }
    counter.show(
        ctx,
        ui,
        "delivery",
        ui.say("delivery"),
        new ExchangePage.Shown.Delivered(delivery, refusal, detail));
  }

  private void file(Context ctx, Ui ui) {
    Visitor me = counter.known(ctx, Role.READER);
    Delivery delivery = deliveryOf(ctx, me);
    String number = ctx.pathParam("number");
    if (!number.matches("\\d{1,3}")) {
      throw new Missing("file");
    }
    String range = ctx.header("Range");
    boolean first =
        ctx.method().name().equals("GET") && (range == null || range.startsWith("bytes=0-"));
    var fetch =
        NotAllowed.unless(
            deliveries.fetch(me.account(), delivery.id(), Integer.parseInt(number), first));
    Core.Asset asset = fetch.asset();
    String tag = "\"" + asset.sha256() + "\"";
    String condition = ctx.header("If-Range");
    Span span = Span.of(condition == null || condition.equals(tag) ? range : null, asset.bytes());
    ctx.header("Accept-Ranges", "bytes")
        .header("ETag", tag)
        .header("Cache-Control", "private, no-store")
        .header("Repr-Digest", "sha-256=:" + base64(asset.sha256()) + ":")
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(asset.name()))
        .contentType(asset.type());
    send(ctx, fetch, span);
  }

  private static void send(Context ctx, Deliveries.Fetch fetch, Span span) {
    long size = fetch.asset().bytes();
    long first = 0;
    long length = size;
    switch (span) {
      case Span.Whole _ -> {}
      case Span.Outside _ -> {
        ctx.status(OUTSIDE).header("Content-Range", "bytes */" + size).result("");
        return;
      }
      case Span.Part part -> {
        first = part.first();
        length = part.length();
        ctx.status(PARTIAL)
            .header("Content-Range", "bytes " + first + "-" + part.last() + "/" + size);
      }
    }
    ctx.disableCompression();
    ctx.res().setContentLengthLong(length);
    if (ctx.method().name().equals("HEAD")) {
      return;
    }
    try (FileChannel file = FileChannel.open(fetch.file());
        OutputStream out = ctx.outputStream()) {
      var to = Channels.newChannel(out);
      for (long at = first; at < first + length; ) {
        at += file.transferTo(at, Math.min(1 << 20, first + length - at), to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String base64(String hex) {
    return java.util.Base64.getEncoder().encodeToString(java.util.HexFormat.of().parseHex(hex));
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  private void received(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Delivery delivery = deliveryOf(ctx, me);
    String sha256 = Counter.field(ctx, "sha256");
    String bytes = Counter.field(ctx, "bytes");
    long count = bytes.matches("\\d{1,18}") ? Long.parseLong(bytes) : -1;
    NotAllowed.unless(deliveries.receive(me.account(), delivery.id(), sha256, count));
    back(ctx, ui, delivery);
  }

  private void correct(Context ctx, Ui ui) {
    checkSize(ctx);
    Visitor me = counter.sender(ctx, Role.DESK);
    Delivery delivery = deliveryOf(ctx, me);
    String reason = Counter.field(ctx, "reason");
    NotAllowed.unless(deliveries.correct(me.account(), delivery.id(), reason, files(ctx)));
    back(ctx, ui, delivery);
  }

  private void kill(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.DESK);
    Delivery delivery = deliveryOf(ctx, me);
    NotAllowed.unless(deliveries.kill(me.account(), delivery.id(), Counter.field(ctx, "reason")));
    back(ctx, ui, delivery);
  }

  private void acknowledge(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Delivery delivery = deliveryOf(ctx, me);
    String notice = Counter.field(ctx, "notice");
    NotAllowed.unless(
        deliveries.acknowledge(
            me.account(),
            delivery.id(),
            notice.matches("\\d{1,3}") ? Integer.parseInt(notice) : 0));
    back(ctx, ui, delivery);
  }

  private void use(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.EDITOR);
    Delivery delivery = deliveryOf(ctx, me);
    String action = Counter.field(ctx, "action");
    if (!List.of("distribute", "present", "translate", "archive", "transfer").contains(action)) {
      throw NotAllowed.of(409, "refused.choice", action);
    }
    var doing =
        new Deliveries.Doing(
            action,
            Counter.field(ctx, "where"),
            country(Counter.field(ctx, "country")),
            ctx.formParam("news") != null,
            ctx.formParam("credited") != null);
    NotAllowed.unless(deliveries.use(me.account(), delivery.id(), doing));
    back(ctx, ui, delivery);
  }

  private static String country(String given) {
    String code = given.toUpperCase(Locale.ROOT);
    if (!code.isEmpty() && !List.of(Locale.getISOCountries()).contains(code)) {
      throw NotAllowed.of(409, "refused.bad_country", given);
    }
    return code;
  }

  private static void back(Context ctx, Ui ui, Delivery delivery) {
    Counter.go(ctx, ui, "/exchange/delivery/" + delivery.id());
  }
}
