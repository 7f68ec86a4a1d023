package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.Commitment;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Market;
import org.tabadla.exchange.market.Production;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.matching.Match;
import org.tabadla.people.OrganisationId;
import org.tabadla.people.Role;
import org.tabadla.web.Doors;
import org.tabadla.web.Said;
import org.tabadla.web.Ui;
import org.tabadla.web.exchange.ExchangePage.Met;
import org.tabadla.web.exchange.ExchangePage.Waiting;
import org.tabadla.web.people.Visitor;

/// Everything that waits for an organisation, in one list, the most urgent first.
final class MyDesk {
  /// How urgent what waits is, the most urgent first.
  enum Rank {
    KILL,
    CORRECTION,
    LATE,
    SIGN,
    FETCH,
    DUE,
    ANSWER,
    MATCH,
    THERE
  }

  private static final int MOST_OWN = 50;
  private static final int MATCHED_OWN = 20;

  private final Exchange exchange;

  MyDesk(Exchange exchange) {
    this.exchange = exchange;
  }

  void open(Doors doors, Counter counter) {
    doors.page("/exchange/desk", (ctx, ui) -> desk(ctx, ui, counter));
  }

  private void desk(Context ctx, Ui ui, Counter counter) {
    Visitor me = counter.known(ctx, Role.READER);
    OrganisationId organisation = me.account().organisation();
    List<Listing> own = own(organisation);
    List<Met> matches =
        own.stream()
            .limit(MATCHED_OWN)
            .flatMap(listing -> met(listing).stream())
            .sorted(Comparator.comparingDouble((Met met) -> met.match().score()).reversed())
            .limit(MATCHED_OWN)
            .toList();
    List<Waiting> waiting = new ArrayList<>(waiting(ui, organisation));
    matches.stream()
        .map(Met::own)
        .distinct()
        .forEach(listing ->
            waiting.add(
                new Waiting(
                    Rank.MATCH,
                    "waiting.match",
                    ui.link("/exchange/listing/" + listing.id()),
                    Said.of(listing.core().about().title(ui.lang())),
                    null)));
    Market market = exchange.market();
    counter.show(
        ctx,
        ui,
        "desk",
        ui.say("desk"),
        new ExchangePage.Shown.Desk(
            sorted(waiting),
            matches,
            own,
            market.talks(organisation),
            market.agreements(organisation)));
  }

  /// An organisation's own open listings, newest first.
  List<Listing> own(OrganisationId me) {
    Instant now = exchange.now();
    return exchange.market().listings(me).stream()
        .filter(listing -> listing.isOpen(now))
        .limit(MOST_OWN)
        .toList();
  }

  /// What meets one of one's own listings.
  List<Met> met(Listing own) {
    Market market = exchange.market();
    var out = new ArrayList<Met>();
    for (Match match : exchange.matches(own)) {
      ListingId other = own.core().side() == Side.OFFER ? match.request() : match.offer();
      market.listing(other).ifPresent(listing -> out.add(new Met(match, own, listing)));
    }
    return out;
  }

  /// How much waits that the organisation itself must do something about.
  int count(Ui ui, OrganisationId me) {
    return (int) waiting(ui, me).stream().filter(waiting -> waiting.rank() != Rank.THERE).count();
  }

  private static List<Waiting> sorted(List<Waiting> waiting) {
    return waiting.stream()
        .sorted(
            Comparator.comparing(Waiting::rank)
                .thenComparing(each -> each.by() == null ? Instant.MAX : each.by()))
        .toList();
  }

  /// All but new matches, in no order.
  private List<Waiting> waiting(Ui ui, OrganisationId me) {
    var out = new ArrayList<Waiting>();
    Market market = exchange.market();
    market.deliveries(me).forEach(delivery -> ofDelivery(ui, me, delivery, out));
    market.talks(me).forEach(talk -> ofTalk(ui, me, talk, out));
    for (Agreement agreement : market.agreements(me)) {
      ofAgreement(ui, me, agreement, out);
      if (agreement.isInForce() && market.isProduction(agreement)) {
        ofProduction(ui, me, agreement, out);
      }
    }
    return out;
  }

  private void ofDelivery(Ui ui, OrganisationId me, Delivery delivery, List<Waiting> out) {
    String href = ui.link("/exchange/delivery/" + delivery.id());
    Said what =
        exchange
            .market()
            .agreement(delivery.agreement())
            .map(agreement -> Said.unknown(agreement.terms().subject()))
            .orElseGet(() -> Said.unknown(delivery.id().value()));
    boolean toMe = delivery.receiver().equals(me);
    for (Delivery.Notice notice : delivery.open()) {
      String key = (notice.kill() ? "waiting.kill" : "waiting.correction") + (toMe ? "" : ".there");
      Rank rank = notice.kill() ? Rank.KILL : Rank.CORRECTION;
      out.add(new Waiting(toMe ? rank : Rank.THERE, key, href, what, notice.at()));
    }
    if (toMe && delivery.state() instanceof Delivery.State.Waiting) {
      out.add(new Waiting(Rank.FETCH, "waiting.fetch", href, what, delivery.embargo()));
    }
  }

  private void ofTalk(Ui ui, OrganisationId me, Talk talk, List<Waiting> out) {
    String href = ui.link("/exchange/talk/" + talk.id());
    Said what = title(ui, talk.about());
    switch (talk.state()) {
      case Talk.State.Proposed(int _, var by) when !by.equals(me) ->
          out.add(new Waiting(Rank.SIGN, "waiting.proposed", href, what, null));
      case Talk.State.HalfSigned(int _, var by) when !by.equals(me) ->
          out.add(new Waiting(Rank.SIGN, "waiting.sign", href, what, null));
      case Talk.State.Talking _ when isUnanswered(talk, me) ->
          out.add(new Waiting(Rank.ANSWER, "waiting.answer", href, what, talk.since()));
      default -> {}
    }
  }

  /// The last word was the other side's; or nobody said one, and it was the other who began.
  private boolean isUnanswered(Talk talk, OrganisationId me) {
    return talk.messages().isEmpty()
        ? exchange.market().listing(talk.about()).filter(l -> l.owner().equals(me)).isPresent()
        : !talk.messages().getLast().from().equals(me);
  }

  private void ofAgreement(Ui ui, OrganisationId me, Agreement agreement, List<Waiting> out) {
    for (Commitment commitment : exchange.market().commitments(agreement)) {
      if (commitment.who().equals(me)) {
        String key = "waiting." + commitment.what().name().toLowerCase(Locale.ROOT);
        String href = ui.link("/exchange/agreement/" + agreement.id());
        Said what = Said.unknown(agreement.terms().subject());
        switch (commitment.standing(agreement, exchange.now())) {
          case Commitment.Standing.Overdue _ ->
              out.add(new Waiting(Rank.LATE, key + ".late", href, what, commitment.due()));
          case Commitment.Standing.Open _ ->
              out.add(new Waiting(Rank.DUE, key, href, what, commitment.due()));
          case Commitment.Standing.Kept _, Commitment.Standing.Released _ -> {}
        }
      }
    }
  }

  private void ofProduction(Ui ui, OrganisationId me, Agreement agreement, List<Waiting> out) {
    String href = ui.link("/exchange/production/" + agreement.id());
    Production production = exchange.market().production(agreement.id());
    for (Production.Task task : production.tasks()) {
      boolean open =
          task.stage() == Production.Stage.TO_DO || task.stage() == Production.Stage.UNDER_WAY;
      if (open && task.plan().who().equals(me)) {
        boolean late = task.isLate(exchange.now());
        out.add(
            new Waiting(
                late ? Rank.LATE : Rank.DUE,
                late ? "waiting.task.late" : "waiting.task",
                href,
                Said.unknown(task.plan().title()),
                task.plan().due()));
      }
    }
    if (production.said().size() == 1 && !production.said().containsKey(me)) {
      Said what = Said.unknown(agreement.terms().subject());
      out.add(new Waiting(Rank.SIGN, "waiting.shares", href, what, null));
    }
  }

  private Said title(Ui ui, ListingId id) {
    return exchange
        .market()
        .listing(id)
        .map(listing -> Said.of(listing.core().about().title(ui.lang())))
        .orElseGet(() -> Said.unknown(id.value()));
  }
}
