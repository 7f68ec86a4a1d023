package org.tabadla.web.exchange;

import io.javalin.http.Context;
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
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.DeliveryId;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.odrl.PolicyJson;
import org.tabadla.exchange.preview.Captions;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.Outcome;
import org.tabadla.people.Role;
import org.tabadla.web.Doors;
import org.tabadla.web.Headers;
import org.tabadla.web.Missing;
import org.tabadla.web.Ui;
import org.tabadla.web.people.NotAllowed;
import org.tabadla.web.people.Visitor;

/// Agreements, what is delivered under them, and what came of it.
final class Handover {
  private final Counter counter;
  private final Exchange exchange;
  private final Deliveries deliveries;
  private final Enclosures enclosures;

  Handover(Counter counter, Deliveries deliveries) {
    this.counter = counter;
    this.exchange = counter.exchange();
    this.deliveries = deliveries;
    this.enclosures = new Enclosures(deliveries);
  }

  void open(Doors doors) {
    doors.page("/exchange/agreement/{key}", this::agreement);
    doors.page("/exchange/agreement/{key}/policy.json", this::policy);
    doors.form("/exchange/agreement/{key}/deliver", this::deliver);
    doors.form("/exchange/agreement/{key}/end", this::end);
    doors.form("/exchange/agreement/{key}/kept", this::kept);
    doors.page("/exchange/delivery/{key}", this::delivery);
    doors.page("/exchange/delivery/{key}/file/{number}", this::file);
    doors.page("/exchange/delivery/{key}/preview/{number}/{name}", this::preview);
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
    Headers.withOwnScriptAndMedia(ctx);
  }

  /// The usage terms as ODRL, for the receiver's own systems.
  private void policy(Context ctx, Ui ui) {
    Agreement agreement = agreementOf(ctx, counter.known(ctx, Role.READER));
    var policy = PolicyJson.tree(agreement.terms().policy(agreement.since()));
    ctx.contentType("application/ld+json").result(CanonicalJson.of(policy));
  }

  private void deliver(Context ctx, Ui ui) {
    Enclosures.checkSize(ctx);
    Visitor me = counter.sender(ctx, Role.DESK);
    Agreement agreement = agreementOf(ctx, me);
    Enclosures.Files files = enclosures.of(ctx, me);
    Delivery sent =
        NotAllowed.unless(
            deliveries.deliver(
                me.account(),
                agreement.id(),
                handedOver(ctx, agreement, files.assets()),
                Counter.field(ctx, "note"),
                time(ctx, "embargo")));
    enclosures.use(files);
    Counter.go(ctx, ui, "/exchange/delivery/" + sent.id());
  }

  /// What is sent with the form, and the listing's own files where they are wanted.
  private List<Core.Asset> handedOver(Context ctx, Agreement agreement, List<Core.Asset> sent) {
    var all = new ArrayList<>(sent);
    if (ctx.formParam("listing-files") != null) {
      exchange
          .market()
          .listing(agreement.terms().listing())
          .filter(listing -> listing.owner().equals(agreement.terms().provider()))
          .ifPresent(listing -> all.addAll(listing.core().assets()));
    }
    return all;
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
        new ExchangePage.Shown.Delivered(delivery, refusal, detail, looks(delivery)));
    Headers.withOwnScriptAndMedia(ctx);
  }

  private List<ExchangePage.Look> looks(Delivery delivery) {
    return delivery.assets().stream()
        .map(asset ->
            new ExchangePage.Look(
                deliveries.previews().of(asset.sha256()), Captions.of(asset, delivery.assets())))
        .toList();
  }

  private void file(Context ctx, Ui ui) {
    Visitor me = counter.known(ctx, Role.READER);
    Delivery delivery = deliveryOf(ctx, me);
    var fetch =
        NotAllowed.unless(
            deliveries.fetch(me.account(), delivery.id(), number(ctx, "number"), isBeginning(ctx)));
    Core.Asset asset = fetch.asset();
    FileAnswer.give(
        ctx,
        new FileAnswer.Sent(
            fetch.file(), asset.name(), asset.type(), asset.bytes(), asset.sha256()),
        leave(ctx, me, delivery, asset));
  }

  /// A part of a preview, or a subtitle's text; for those who may fetch the file itself.
  private void preview(Context ctx, Ui ui) {
    Visitor me = counter.known(ctx, Role.READER);
    Delivery delivery = deliveryOf(ctx, me);
    var fetch =
        NotAllowed.unless(
            deliveries.fetch(me.account(), delivery.id(), number(ctx, "number"), false));
    String name = ctx.pathParam("name");
    if (name.equals(PreviewParts.TRACK)) {
      PreviewParts.track(ctx, fetch);
    } else {
      PreviewParts.part(
          ctx, deliveries.previews(), fetch, name, leave(ctx, me, delivery, fetch.asset()));
    }
  }

  private static int number(Context ctx, String name) {
    String number = ctx.pathParam(name);
    if (!number.matches("\\d{1,3}")) {
      throw new Missing("file");
    }
    return Integer.parseInt(number);
  }

  /// The log names each download once, however often it is resumed.
  private static boolean isBeginning(Context ctx) {
    String range = ctx.header("Range");
    return ctx.method().name().equals("GET")
        && (range == null || range.strip().startsWith("bytes=0-"));
  }

  private FileAnswer.Leave leave(Context ctx, Visitor me, Delivery delivery, Core.Asset asset) {
    return new FileAnswer.Leave() {
      @Override
      public Optional<String> over() {
        if (!counter.isStillKnown(ctx, me, Role.READER)) {
          return Optional.of("the account may not read any more");
        }
        return deliveries.mayGoOn(me.account(), delivery.id(), asset)
                instanceof Outcome.Refused<Delivery>(var why, String more)
            ? Optional.of((why + " " + more).strip())
            : Optional.empty();
      }

      @Override
      public void cut(long at, String why) {
        deliveries.cutOff(me.account(), delivery.id(), asset, at, why);
      }
    };
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
    Enclosures.checkSize(ctx);
    Visitor me = counter.sender(ctx, Role.DESK);
    Delivery delivery = deliveryOf(ctx, me);
    String reason = Counter.field(ctx, "reason");
    Enclosures.Files files = enclosures.of(ctx, me);
    NotAllowed.unless(deliveries.correct(me.account(), delivery.id(), reason, files.assets()));
    enclosures.use(files);
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
