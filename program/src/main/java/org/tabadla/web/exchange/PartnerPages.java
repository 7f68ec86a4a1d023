package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.federation.Card;
import org.tabadla.exchange.federation.Federation;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.DeliveryId;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Role;
import org.tabadla.web.Doors;
import org.tabadla.web.Missing;
import org.tabadla.web.Ui;
import org.tabadla.web.people.NotAllowed;
import org.tabadla.web.people.Visitor;

/// Partners on other servers: how they are met, how it stands with each, and the files that come
/// from them.
final class PartnerPages {
  private static final int MOST_REFUSALS = 20;

  private final Counter counter;
  private final Exchange exchange;
  private final Federation federation;

  PartnerPages(Counter counter, Federation federation) {
    this.counter = counter;
    this.exchange = counter.exchange();
    this.federation = federation;
  }

  void open(Doors doors) {
    doors.page("/exchange/partners", (ctx, ui) -> show(ctx, ui, null));
    doors.form("/exchange/partners/look", this::look);
    doors.form("/exchange/partners/meet", this::meet);
    doors.form("/exchange/partners/{key}/part", this::part);
    doors.form("/exchange/partners/{key}/endkey", this::endKey);
    doors.page("/exchange/delivery/{key}/coming", this::coming);
    doors.form("/exchange/delivery/{key}/fetch", this::fetch);
  }

  private void show(Context ctx, Ui ui, ExchangePage.@Nullable Looked looked) {
    Visitor me = counter.known(ctx, Role.READER);
    List<ExchangePage.PartnerLine> lines =
        federation.of(me.account().organisation()).stream()
            .map(partner ->
                new ExchangePage.PartnerLine(
                    partner,
                    exchange.people().organisation(partner.other()).orElseThrow(),
                    federation.standing(partner).orElse(null),
                    federation.refusals(partner, MOST_REFUSALS)))
            .toList();
    counter.show(
        ctx, ui, "partners", ui.say("partners"), new ExchangePage.Shown.Partners(lines, looked));
  }

  private void look(Context ctx, Ui ui) {
    counter.sender(ctx, Role.DESK);
    String address = Counter.field(ctx, "address");
    Card card = NotAllowed.unless(federation.look(address));
    show(ctx, ui, new ExchangePage.Looked(address, card));
  }

  private void meet(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.DESK);
    NotAllowed.unless(
        federation.meet(
            me.account(),
            Counter.field(ctx, "address"),
            organisation(Counter.field(ctx, "organisation")),
            Counter.field(ctx, "heard")));
    Counter.go(ctx, ui, "/exchange/partners");
  }

  private void part(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.DESK);
    OrganisationId other = organisation(ctx.pathParam("key"));
    NotAllowed.unless(federation.part(me.account(), other, Counter.field(ctx, "reason")));
    Counter.go(ctx, ui, "/exchange/partners");
  }

  private void endKey(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.DESK);
    OrganisationId other = organisation(ctx.pathParam("key"));
    NotAllowed.unless(federation.endKey(me.account(), other, Counter.field(ctx, "reason")));
    Counter.go(ctx, ui, "/exchange/partners");
  }

  private static OrganisationId organisation(String id) {
    if (!OrganisationId.isOne(id)) {
      throw new Missing("organisation");
    }
    return new OrganisationId(id);
  }

  private Delivery deliveryOf(Context ctx, Visitor me) {
    return counter.part(
        ctx,
        DeliveryId::new,
        exchange.market()::delivery,
        delivery -> delivery.receiver().equals(me.account().organisation()));
  }

  private void coming(Context ctx, Ui ui) {
    Delivery delivery = deliveryOf(ctx, counter.known(ctx, Role.READER));
    var wanted = federation.fetching().of(delivery.id());
    List<ExchangePage.Coming> files =
        delivery.assets().stream()
            .map(asset ->
                new ExchangePage.Coming(
                    asset,
                    federation.fetching().come(asset.sha256()),
                    wanted.stream()
                        .filter(each -> each.sha256().equals(asset.sha256()))
                        .findFirst()
                        .orElse(null)))
            .toList();
    counter.show(
        ctx, ui, "coming", ui.say("coming"), new ExchangePage.Shown.FilesComing(delivery, files));
  }

  private void fetch(Context ctx, Ui ui) {
    Visitor me = counter.sender(ctx, Role.READER);
    Delivery delivery = deliveryOf(ctx, me);
    String number = Counter.field(ctx, "number");
    NotAllowed.unless(
        federation
            .fetching()
            .want(
                me.account(),
                delivery.id(),
                number.matches("\\d{1,3}") ? Integer.parseInt(number) : -1));
    Counter.go(ctx, ui, "/exchange/delivery/" + delivery.id() + "/coming");
  }
}
