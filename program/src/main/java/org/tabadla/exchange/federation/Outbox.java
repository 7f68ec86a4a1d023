package org.tabadla.exchange.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Audience;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.DeliveryId;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Market;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.TalkId;
import org.tabadla.exchange.market.TaskId;
import org.tabadla.model.Journal;
import org.tabadla.model.Logged;
import org.tabadla.people.Organisation;
import org.tabadla.people.OrganisationId;

/// What of this house's journal a partner is told: its audience, its own talks, agreements and
/// deliveries, its own deeds, and nothing more.
final class Outbox {
  /// How much one parcel holds, in characters of deeds; one deed may be larger.
  private static final int ENOUGH_CHARS = 250_000;

  private final Exchange exchange;
  private final Journal journal;

  Outbox(Exchange exchange, Journal journal) {
    this.exchange = exchange;
    this.journal = journal;
  }

  /// The next page for a partner.
  ///
  /// @param after where it has read to; what is no place in this journal means the start
  Parcel after(Cursor after, OrganisationId own, Organisation other) {
    // The entry that was read last comes first, to be known by its hash.
    List<Logged> page = journal.since(Deeds.ROOM, Math.max(0, after.seq() - 1));
    boolean known = after.seq() > 0 && !page.isEmpty() && Cursor.of(page.getFirst()).equals(after);
    if (after.seq() > 0 && !known) {
      return after(Cursor.START, own, other);
    }
    var told = new ArrayList<Parcel.Told>();
    Cursor last = after;
    int chars = 0;
    int taken = 0;
    for (Logged logged : known ? page.subList(1, page.size()) : page) {
      if (chars >= ENOUGH_CHARS) {
        break;
      }
      taken++;
      last = Cursor.of(logged);
      if (isFor(Deeds.read(logged), own, other)) {
        told.add(Parcel.Told.of(logged.deed()));
        chars += logged.deed().body().length();
      }
    }
    boolean more = taken + (known ? 1 : 0) < page.size() || page.size() >= Journal.MOST_ENTRIES;
    return new Parcel(after, last, more, told);
  }

  /// Tells whether a partner may know of an act.
  private boolean isFor(Act act, OrganisationId own, Organisation other) {
    if (act.actor().equals(other.id())) {
      // What this house put in order for the partner goes back to it in that order; and whoever
      // was put back from an old copy finds the rest of its own deeds here.
      return true;
    }
    if (!act.actor().equals(own)) {
      return false;
    }
    Market market = exchange.market();
    return switch (act.move()) {
      case Move.Listed(var core) -> isFor(act, core.audience(), other);
      case Move.Relisted(var core) -> isFor(act, core.audience(), other);
      case Move.Withdrawn _, Move.ListingKilled _ ->
          sees(new ListingId(act.subject()), other) || hasPart(act.subject(), other);
      case Move.Barred(var whom) -> whom.equals(other.id());
      case Move.Dismissed _ -> false;
      case Move.Begun _, Move.Said _, Move.Proposed _, Move.Signed _, Move.Closed _ ->
          market.talk(new TalkId(act.subject())).filter(talk -> talk.has(other.id())).isPresent();
      case Move.Ended _, Move.Kept _, Move.SharesSaid _ ->
          isOf(new AgreementId(act.subject()), other);
      case Move.Planned(var agreement, var _) -> isOf(agreement, other);
      case Move.Replanned _, Move.TaskMoved _ ->
          market
              .task(new TaskId(act.subject()))
              .filter(task -> isOf(task.agreement(), other))
              .isPresent();
      case Move.Delivered _,
          Move.Corrected _,
          Move.Killed _,
          Move.Acknowledged _,
          Move.Fetched _,
          Move.CutOff _,
          Move.Received _,
          Move.Used _ ->
          market
              .delivery(new DeliveryId(act.subject()))
              .filter(delivery -> delivery.has(other.id()))
              .isPresent();
    };
  }

  /// Tells whether there is something in a parcel that its reader cannot have yet. The partner's
  /// own deeds wait until it comes for them.
  static boolean isNews(Parcel parcel, OrganisationId own) {
    return parcel.deeds().stream()
        .anyMatch(told ->
            told.actor().equals(own.value())
                || isOrdered(Deeds.read(new Logged(0, told.deed(), "")).move()));
  }

  private boolean isOf(AgreementId agreement, Organisation other) {
    return exchange.market().agreement(agreement).filter(each -> each.has(other.id())).isPresent();
  }

  /// Both what was said then and what holds now must be for the partner's eyes.
  private boolean isFor(Act act, Audience then, Organisation other) {
    return then.admits(other) && sees(new ListingId(act.subject()), other);
  }

  private boolean sees(ListingId id, Organisation other) {
    return exchange.market().listing(id).filter(listing -> listing.isSeenBy(other)).isPresent();
  }

  private boolean hasPart(String listing, Organisation other) {
    return exchange.market().talks(other.id()).stream()
        .anyMatch(talk -> talk.about().value().equals(listing));
  }

  /// Moves that two sides could make against each other at once. One house puts them in order: that
  /// of the listing's owner.
  static boolean isOrdered(Move move) {
    return switch (move) {
      case Move.Begun _,
          Move.Proposed _,
          Move.Signed _,
          Move.Closed _,
          Move.Ended _,
          Move.Delivered _,
          Move.Planned _,
          Move.Replanned _,
          Move.TaskMoved _,
          Move.SharesSaid _ ->
          true;
      case Move.Listed _,
          Move.Relisted _,
          Move.Withdrawn _,
          Move.ListingKilled _,
          Move.Barred _,
          Move.Dismissed _,
          Move.Said _,
          Move.Kept _,
          Move.Corrected _,
          Move.Killed _,
          Move.Acknowledged _,
          Move.Fetched _,
          Move.CutOff _,
          Move.Received _,
          Move.Used _ ->
          false;
    };
  }

  /// The owner of the listing that an ordered move turns on.
  Optional<OrganisationId> owner(Act act) {
    Market market = exchange.market();
    Optional<ListingId> listing =
        switch (act.move()) {
          case Move.Begun(var about, var _) -> Optional.of(about);
          case Move.Ended _, Move.SharesSaid _ -> ofAgreement(new AgreementId(act.subject()));
          case Move.Delivered sent -> ofAgreement(sent.agreement());
          case Move.Planned(var agreement, var _) -> ofAgreement(agreement);
          case Move.Replanned _, Move.TaskMoved _ ->
              market.task(new TaskId(act.subject())).flatMap(task -> ofAgreement(task.agreement()));
          default -> market.talk(new TalkId(act.subject())).map(talk -> talk.about());
        };
    return listing.flatMap(market::listing).map(Listing::owner);
  }

  private Optional<ListingId> ofAgreement(AgreementId id) {
    return exchange.market().agreement(id).map(Agreement::terms).map(terms -> terms.listing());
  }
}
