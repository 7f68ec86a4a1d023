package org.tabadla.exchange.market;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.tabadla.people.OrganisationId;

/// Everything on the exchange: what the acts so far add up to. One thread takes acts; many read.
public final class Market {
  private final Map<ListingId, Listing> listings = new ConcurrentHashMap<>();
  private final Map<Long, ListingId> newest = new ConcurrentSkipListMap<>();
  private final Map<TalkId, Talk> talks = new ConcurrentHashMap<>();
  private final Map<TalkId, Map<OrganisationId, Long>> signing = new HashMap<>();
  private final Map<AgreementId, Agreement> agreements = new ConcurrentHashMap<>();
  private final Map<DeliveryId, Delivery> deliveries = new ConcurrentHashMap<>();
  private final Index<OrganisationId, ListingId> listingsOf = new Index<>();
  private final Index<OrganisationId, TalkId> talksOf = new Index<>();
  private final Index<ListingId, TalkId> talksAbout = new Index<>();
  private final Index<OrganisationId, AgreementId> agreementsOf = new Index<>();
  private final Index<ListingId, AgreementId> agreementsFrom = new Index<>();
  private final Index<OrganisationId, DeliveryId> deliveriesOf = new Index<>();
  private final Index<AgreementId, DeliveryId> deliveriesUnder = new Index<>();
  private final Productions productions = new Productions();
  private final Set<String> dismissed = ConcurrentHashMap.newKeySet();
  private final Map<ListingId, Set<OrganisationId>> barred = new ConcurrentHashMap<>();
  private final Map<String, Instant> kept = new ConcurrentHashMap<>();

  /// Takes an act that {@link Rules} let pass.
  public void take(Act act) {
    switch (act.move()) {
      case Move.Listed _,
          Move.Relisted _,
          Move.Withdrawn _,
          Move.ListingKilled _,
          Move.Barred _,
          Move.Dismissed _ ->
          onListing(act);
      case Move.Begun _, Move.Said _, Move.Proposed _, Move.Signed _, Move.Closed _ -> onTalk(act);
      case Move.Ended(String reason) ->
          agreements.computeIfPresent(
              new AgreementId(act.subject()),
              (_, old) ->
                  new Agreement(
                      old.id(),
                      old.terms(),
                      old.signatures(),
                      old.since(),
                      new Agreement.Ended(act.actor(), reason, act.at())));
      case Move.Kept(String commitment) -> kept.put(commitment, act.at());
      case Move.Delivered _,
          Move.Corrected _,
          Move.Killed _,
          Move.Acknowledged _,
          Move.Fetched _,
          Move.CutOff _,
          Move.Received _,
          Move.Used _ ->
          onDelivery(act);
      case Move.Planned _, Move.Replanned _, Move.TaskMoved _, Move.SharesSaid _ ->
          productions.take(act);
    }
  }

  private void onListing(Act act) {
    var id = new ListingId(act.subject());
    switch (act.move()) {
      case Move.Listed(Core core) -> put(act, id, core);
      case Move.Relisted(Core core) -> {
        barred.remove(id);
        // Of another server's listing this may be the first that its audience lets us see.
        if (listings.containsKey(id)) {
          listings.computeIfPresent(id, (_, old) -> old.with(core));
        } else {
          put(act, id, core);
        }
      }
      case Move.Barred(OrganisationId whom) ->
          barred.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet()).add(whom);
      case Move.Withdrawn(String reason) ->
          listings.computeIfPresent(
              id, (_, old) -> old.with(new Listing.State.Withdrawn(act.at(), reason)));
      case Move.ListingKilled(String reason) -> {
        listings.computeIfPresent(
            id, (_, old) -> old.with(new Listing.State.Killed(act.at(), reason)));
        // What is delivered is its provider's to take back: who kills a request of its own kills no
        // files of others, and all notices of a delivery come from one hand, in one order.
        deliveriesFrom(id).stream()
            .filter(each -> each.provider().equals(act.actor()))
            .forEach(
                each -> deliveries.put(each.id(), noted(each, true, reason, each.assets(), act)));
      }
      case Move.Dismissed(ListingId other) -> dismissed.add(pair(act.actor(), id, other));
      default -> throw new IllegalArgumentException(act.move().kind());
    }
  }

  private void put(Act act, ListingId id, Core core) {
    listings.put(id, new Listing(id, act.actor(), core, act.at(), 1, new Listing.State.Open()));
    newest.put(-act.seq(), id);
    listingsOf.add(act.actor(), id);
  }

  private void onTalk(Act act) {
    var id = new TalkId(act.subject());
    switch (act.move()) {
      case Move.Begun(ListingId about, var answering) -> {
        Listing listing = Objects.requireNonNull(listings.get(about));
        boolean offered = listing.core().side() == Side.OFFER;
        talks.put(
            id,
            new Talk(
                id,
                about,
                answering,
                offered ? listing.owner() : act.actor(),
                offered ? act.actor() : listing.owner(),
                act.at(),
                List.of(),
                List.of(),
                new Talk.State.Talking()));
        talksOf.add(listing.owner(), id);
        talksOf.add(act.actor(), id);
        talksAbout.add(about, id);
      }
      case Move.Said said ->
          talks.computeIfPresent(
              id,
              (_, old) ->
                  old.with(
                      new Talk.Message(
                          act.actor(), act.account(), said.words(), said.files(), act.at())));
      case Move.Proposed(DealTerms terms) -> {
        signing.remove(id);
        talks.computeIfPresent(id, (_, old) -> old.with(terms, act.actor()));
      }
      case Move.Signed signed -> sign(id, signed, act);
      case Move.Closed(String reason) ->
          talks.computeIfPresent(
              id, (_, old) -> old.with(new Talk.State.Closed(act.actor(), reason)));
      default -> throw new IllegalArgumentException(act.move().kind());
    }
  }

  private void sign(TalkId id, Move.Signed signed, Act act) {
    Talk talk = Objects.requireNonNull(talks.get(id));
    DealTerms terms = Objects.requireNonNull(talk.proposal());
    Map<OrganisationId, Long> hands = signing.computeIfAbsent(id, _ -> new HashMap<>());
    hands.put(act.actor(), act.seq());
    if (hands.size() < 2) {
      talks.put(id, talk.with(new Talk.State.HalfSigned(signed.version(), act.actor())));
      return;
    }
    var agreement = new Agreement(terms.agreement(), terms, hands, act.at(), null);
    agreements.put(agreement.id(), agreement);
    agreementsOf.add(terms.provider(), agreement.id());
    agreementsOf.add(terms.receiver(), agreement.id());
    agreementsFrom.add(terms.listing(), agreement.id());
    signing.remove(id);
    talks.put(id, talk.with(new Talk.State.Agreed(agreement.id())));
  }

  private void onDelivery(Act act) {
    var id = new DeliveryId(act.subject());
    if (act.move() instanceof Move.Delivered sent) {
      DealTerms terms = Objects.requireNonNull(agreements.get(sent.agreement())).terms();
      deliveries.put(
          id,
          new Delivery(
              id,
              sent.agreement(),
              terms.provider(),
              terms.receiver(),
              act.at(),
              sent.assets(),
              List.of(),
              sent.note(),
              sent.embargo(),
              List.of(),
              List.of(),
              List.of()));
      deliveriesOf.add(terms.provider(), id);
      deliveriesOf.add(terms.receiver(), id);
      deliveriesUnder.add(sent.agreement(), id);
      return;
    }
    deliveries.computeIfPresent(
        id,
        (_, old) ->
            switch (act.move()) {
              case Move.Corrected(String reason, var assets) ->
                  assets.isEmpty()
                      ? noted(old, false, reason, old.assets(), act)
                      : noted(old.replaced(), false, reason, assets, act);
              case Move.Killed(String reason) -> noted(old, true, reason, old.assets(), act);
              case Move.Acknowledged(int number) -> old.acknowledged(number, act.at());
              case Move.Received(String sha256, long bytes) ->
                  old.with(new Delivery.Receipt(sha256, bytes, act.at()));
              case Move.Used(var use) -> old.with(use);
              case Move.Fetched _, Move.CutOff _ -> old;
              default -> throw new IllegalArgumentException(act.move().kind());
            });
  }

  private static Delivery noted(
      Delivery old, boolean kill, String reason, List<Core.Asset> assets, Act act) {
    int number = old.notices().size() + 1;
    return old.with(assets, new Delivery.Notice(number, kill, reason, act.at(), null));
  }

  private List<Delivery> deliveriesFrom(ListingId listing) {
    return agreementsFrom
        .of(listing)
        .flatMap(deliveriesUnder::of)
        .flatMap(id -> delivery(id).stream())
        .filter(each -> !each.isKilled())
        .toList();
  }

  private static String pair(OrganisationId by, ListingId one, ListingId other) {
    return one.value().compareTo(other.value()) < 0
        ? by + "/" + one + "/" + other
        : by + "/" + other + "/" + one;
  }

  public Optional<Listing> listing(ListingId id) {
    return Optional.ofNullable(listings.get(id));
  }

  public Collection<Listing> listings() {
    return listings.values();
  }

  /// An organisation's own listings, newest first.
  public List<Listing> listings(OrganisationId of) {
    return listingsOf
        .of(of)
        .flatMap(id -> listing(id).stream())
        .sorted(
            Comparator.comparing(Listing::since)
                .thenComparing(each -> each.id().value())
                .reversed())
        .toList();
  }

  /// Ids of all listings, newest first.
  public Collection<ListingId> newest() {
    return newest.values();
  }

  public Optional<Talk> talk(TalkId id) {
    return Optional.ofNullable(talks.get(id));
  }

  /// An organisation's talks, newest first.
  public List<Talk> talks(OrganisationId of) {
    return talksOf
        .of(of)
        .flatMap(id -> talk(id).stream())
        .sorted(Comparator.comparing(Talk::since).reversed())
        .toList();
  }

  /// The talks of one organisation about one listing that is not its own.
  public List<Talk> talks(ListingId about, OrganisationId other) {
    return talksAbout
        .of(about)
        .flatMap(id -> talk(id).stream())
        .filter(talk -> talk.has(other))
        .toList();
  }

  public Optional<Agreement> agreement(AgreementId id) {
    return Optional.ofNullable(agreements.get(id));
  }

  /// Agreements that came of one listing.
  public List<Agreement> agreements(ListingId from) {
    return agreementsFrom.of(from).flatMap(id -> agreement(id).stream()).toList();
  }

  /// All talks about one listing.
  public List<Talk> talks(ListingId about) {
    return talksAbout.of(about).flatMap(id -> talk(id).stream()).toList();
  }

  public List<Agreement> agreements(OrganisationId of) {
    return agreementsOf
        .of(of)
        .flatMap(id -> agreement(id).stream())
        .sorted(Comparator.comparing(Agreement::since).reversed())
        .toList();
  }

  public Optional<Delivery> delivery(DeliveryId id) {
    return Optional.ofNullable(deliveries.get(id));
  }

  public List<Delivery> deliveries(OrganisationId of) {
    return deliveriesOf
        .of(of)
        .flatMap(id -> delivery(id).stream())
        .sorted(Comparator.comparing(Delivery::since).reversed())
        .toList();
  }

  public List<Delivery> deliveries(AgreementId under) {
    return deliveriesUnder
        .of(under)
        .flatMap(id -> delivery(id).stream())
        .sorted(Comparator.comparing(Delivery::since))
        .toList();
  }

  /// Tells whether the listing's owner has taken it out of the sight of an organisation for whose
  /// eyes it was before.
  public boolean isBarred(ListingId id, OrganisationId whom) {
    return barred.getOrDefault(id, Set.of()).contains(whom);
  }

  public boolean isDismissed(OrganisationId by, ListingId one, ListingId other) {
    return dismissed.contains(pair(by, one, other));
  }

  /// What an agreement binds each side to.
  public List<Commitment> commitments(Agreement agreement) {
    var out = new ArrayList<Commitment>();
    List<Delivery> sent = deliveries(agreement.id());
    DealTerms terms = agreement.terms();
    out.add(
        Commitment.of(
            agreement,
            Commitment.What.DELIVER,
            terms.provider(),
            sent.isEmpty() ? null : sent.getFirst().since()));
    if (!terms.inReturn().isBlank()) {
      out.add(
          Commitment.of(
              agreement,
              Commitment.What.RETURN,
              terms.receiver(),
              kept.get(Commitment.id(agreement.id(), Commitment.What.RETURN))));
    }
    return out;
  }

  /// Tells whether an agreement is one on a co-production.
  public boolean isProduction(Agreement agreement) {
    return listing(agreement.terms().listing())
        .filter(each -> each.core().kind() == Kind.CO_PRODUCTION)
        .isPresent();
  }

  public Production production(AgreementId agreement) {
    return productions.of(agreement);
  }

  public Optional<Production.Task> task(TaskId id) {
    return productions.task(id);
  }

  @Nullable DealTerms halfSigned(TalkId id, OrganisationId by) {
    Talk talk = talks.get(id);
    return talk != null && signing.getOrDefault(id, Map.of()).containsKey(by)
        ? talk.proposal()
        : null;
  }
}
