package org.tabadla.exchange.market;

import java.util.ArrayList;
import java.util.Collection;
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
  private final Set<String> dismissed = ConcurrentHashMap.newKeySet();
  private final Set<String> kept = ConcurrentHashMap.newKeySet();

  /// Takes an act that {@link Rules} let pass.
  public void take(Act act) {
    switch (act.move()) {
      case Move.Listed _,
          Move.Relisted _,
          Move.Withdrawn _,
          Move.ListingKilled _,
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
      case Move.Kept(String commitment) -> kept.add(commitment);
      case Move.Delivered _,
          Move.Corrected _,
          Move.Killed _,
          Move.Acknowledged _,
          Move.Fetched _,
          Move.CutOff _,
          Move.Received _,
          Move.Used _ ->
          onDelivery(act);
    }
  }

  private void onListing(Act act) {
    var id = new ListingId(act.subject());
    switch (act.move()) {
      case Move.Listed(Core core) -> {
        listings.put(id, new Listing(id, act.actor(), core, act.at(), 1, new Listing.State.Open()));
        newest.put(-act.seq(), id);
      }
      case Move.Relisted(Core core) -> listings.computeIfPresent(id, (_, old) -> old.with(core));
      case Move.Withdrawn(String reason) ->
          listings.computeIfPresent(
              id, (_, old) -> old.with(new Listing.State.Withdrawn(act.at(), reason)));
      case Move.ListingKilled(String reason) -> {
        listings.computeIfPresent(
            id, (_, old) -> old.with(new Listing.State.Killed(act.at(), reason)));
        deliveriesOf(id)
            .forEach(
                each -> deliveries.put(each.id(), noted(each, true, reason, each.assets(), act)));
      }
      case Move.Dismissed(ListingId other) -> dismissed.add(pair(act.actor(), id, other));
      default -> throw new IllegalArgumentException(act.move().kind());
    }
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
              sent.note(),
              sent.embargo(),
              List.of(),
              List.of(),
              List.of()));
      return;
    }
    deliveries.computeIfPresent(
        id,
        (_, old) ->
            switch (act.move()) {
              case Move.Corrected(String reason, var assets) ->
                  noted(old, false, reason, assets.isEmpty() ? old.assets() : assets, act);
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

  private List<Delivery> deliveriesOf(ListingId listing) {
    return deliveries.values().stream()
        .filter(each -> !each.isKilled())
        .filter(each -> {
          Agreement agreement = agreements.get(each.agreement());
          return agreement != null && agreement.terms().listing().equals(listing);
        })
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

  /// Ids of all listings, newest first.
  public Collection<ListingId> newest() {
    return newest.values();
  }

  public Optional<Talk> talk(TalkId id) {
    return Optional.ofNullable(talks.get(id));
  }

  /// An organisation's talks, newest first.
  public List<Talk> talks(OrganisationId of) {
    return talks.values().stream()
        .filter(talk -> talk.has(of))
        .sorted(java.util.Comparator.comparing(Talk::since).reversed())
        .toList();
  }

  /// The talks of one organisation about one listing that is not its own.
  List<Talk> talks(ListingId about, OrganisationId other) {
    return talks.values().stream()
        .filter(talk -> talk.about().equals(about) && talk.has(other))
        .toList();
  }

  public Optional<Agreement> agreement(AgreementId id) {
    return Optional.ofNullable(agreements.get(id));
  }

  public List<Agreement> agreements(OrganisationId of) {
    return agreements.values().stream()
        .filter(agreement -> agreement.has(of))
        .sorted(java.util.Comparator.comparing(Agreement::since).reversed())
        .toList();
  }

  public Optional<Delivery> delivery(DeliveryId id) {
    return Optional.ofNullable(deliveries.get(id));
  }

  public List<Delivery> deliveries(OrganisationId of) {
    return deliveries.values().stream()
        .filter(delivery -> delivery.has(of))
        .sorted(java.util.Comparator.comparing(Delivery::since).reversed())
        .toList();
  }

  public List<Delivery> deliveries(AgreementId under) {
    return deliveries.values().stream()
        .filter(delivery -> delivery.agreement().equals(under))
        .sorted(java.util.Comparator.comparing(Delivery::since))
        .toList();
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
      boolean done = kept.contains(Commitment.id(agreement.id(), Commitment.What.RETURN));
      out.add(
          Commitment.of(
              agreement,
              Commitment.What.RETURN,
              terms.receiver(),
              done ? agreement.since() : null));
    }
    return out;
  }

  @Nullable DealTerms halfSigned(TalkId id, OrganisationId by) {
    Talk talk = talks.get(id);
    return talk != null && signing.getOrDefault(id, Map.of()).containsKey(by)
        ? talk.proposal()
        : null;
  }
}
