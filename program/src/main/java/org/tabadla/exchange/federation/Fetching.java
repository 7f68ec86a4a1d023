package org.tabadla.exchange.federation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.DeliveryId;
import org.tabadla.exchange.market.MarketReason;
import org.tabadla.exchange.market.Move;
import org.tabadla.model.Shelf;
import org.tabadla.people.Account;
import org.tabadla.people.AccountId;
import org.tabadla.people.CanonicalJson;
import org.tabadla.people.Outcome;
import org.tabadla.people.Role;

/// Files on their way from another house into ours.
///
/// What is wanted stands on the shelf, what has come lies in the vault's folder of coming files; a
/// fetch that broke off, by whatever, goes on behind the last byte that came. When all is there and
/// its digest is the one that was signed, the file is kept and a receipt goes back.
public final class Fetching {
  private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
  private static final String WANTED = "federation/fetch";
  private static final int MOST_WANTED = 10_000;

  private final Exchange exchange;
  private final Deliveries deliveries;
  private final Partners partners;
  private final Shelf shelf;
  private final Transfer transfer;

  Fetching(
      Exchange exchange, Deliveries deliveries, Partners partners, Shelf shelf, Transfer transfer) {
    this.exchange = exchange;
    this.deliveries = deliveries;
    this.partners = partners;
    this.shelf = shelf;
    this.transfer = transfer;
  }

  /// A file that is on its way.
  ///
  /// @param account who asked for it
  /// @param trouble why it did not go on the last time; null while all is well
  /// @param lies how often what came was not what was signed
  /// @param next not before it, in milliseconds since 1970
  public record Wanted(
      DeliveryId delivery,
      String sha256,
      AccountId account,
      @Nullable String trouble,
      int failures,
      int lies,
      long next) {
    String key() {
      return delivery + "/" + sha256;
    }
  }

  /// Asks for a file of a delivery from another house.
  public Outcome<Delivery> want(Account who, DeliveryId id, int number) {
    Delivery delivery = exchange.market().delivery(id).orElse(null);
    if (delivery == null
        || !delivery.receiver().equals(who.organisation())
        || number < 0
        || number >= delivery.assets().size()) {
      return Outcome.refused(MarketReason.NOT_THERE, id.value());
    }
    Core.Asset asset = delivery.assets().get(number);
    return deliveries
        .mayFetch(delivery)
        .then(_ -> exchange.act(who, Role.READER, id.value(), new Move.Fetched(asset.sha256())))
        .then(_ -> {
          put(new Wanted(id, asset.sha256(), who.id(), null, 0, 0, 0));
          return Outcome.done(delivery);
        });
  }

  private void put(Wanted wanted) {
    shelf.put(new Shelf.Paper(WANTED, wanted.key(), CanonicalJson.of(wanted)));
  }

  /// What is on its way of a delivery.
  public List<Wanted> of(DeliveryId id) {
    return shelf.under(WANTED, id + "/", MOST_WANTED).stream().map(Fetching::read).toList();
  }

  private static Wanted read(Shelf.Paper paper) {
    return CanonicalJson.MAPPER.readValue(paper.body(), Wanted.class);
  }

  /// How many bytes of a file have come so far.
  public long come(String sha256) {
    return deliveries
        .vault()
        .kept(sha256)
        .map(Vault.Kept::bytes)
        .orElseGet(() -> transfer.come(sha256));
  }

  /// Tells whether a file is wanted.
  boolean names(String sha256) {
    return shelf.list(WANTED, null, MOST_WANTED).stream()
        .anyMatch(paper -> paper.key().endsWith("/" + sha256));
  }

  /// What to go on with now.
  public List<Wanted> due() {
    long now = exchange.now().toEpochMilli();
    List<Wanted> due =
        shelf.list(WANTED, null, MOST_WANTED).stream()
            .map(Fetching::read)
            .filter(wanted -> wanted.next() <= now)
            .toList();
    return transfer.turn(due, Wanted::sha256, this::home);
  }

  private String home(Wanted wanted) {
    return exchange
        .market()
        .delivery(wanted.delivery())
        .flatMap(delivery -> partners.between(delivery.receiver(), delivery.provider()))
        .map(Partner::home)
        .orElse("");
  }

  /// Goes on with one; returns when it is there, or broke off.
  public void fetch(Wanted wanted) {
    Delivery delivery = exchange.market().delivery(wanted.delivery()).orElse(null);
    Core.Asset asset = delivery == null ? null : delivery.holds(wanted.sha256()).orElse(null);
    Account account = exchange.people().account(wanted.account()).orElse(null);
    // What was taken back or replaced does not come any more, however often it is asked for.
    if (delivery == null
        || delivery.isKilled()
        || asset == null
        || account == null
        || account.closed()) {
      forget(wanted);
      return;
    }
    if (deliveries.mayFetch(delivery) instanceof Outcome.Refused<Delivery>(var why, String more)) {
      later(wanted, why + " " + more, wanted.lies());
      return;
    }
    Optional<Partner> partner = partners.between(delivery.receiver(), delivery.provider());
    if (partner.isEmpty()) {
      later(wanted, FederationReason.NOT_PARTNERS.name(), wanted.lies());
      return;
    }
    Transfer.Came came =
        deliveries.vault().file(asset.sha256()).isPresent()
            ? new Transfer.Came.Here()
            : transfer.whole(partner.get(), "/delivery/" + wanted.key(), asset);
    switch (came) {
      case Transfer.Came.Here _ -> arrived(wanted, delivery, asset, account);
      case Transfer.Came.BrokenOff(String why) -> later(wanted, why, wanted.lies());
      case Transfer.Came.OtherDigest _ -> {
        // The same bytes would come again: not at once, and every time later.
        partners.refused(
            delivery.receiver(),
            delivery.provider(),
            "the file " + asset.name() + " is not what was signed: other digest");
        later(wanted, MarketReason.WRONG_DIGEST.name(), wanted.lies() + 1);
      }
    }
  }

  private void arrived(Wanted wanted, Delivery delivery, Core.Asset asset, Account account) {
    boolean said =
        delivery.receipts().stream().anyMatch(each -> each.sha256().equals(asset.sha256()));
    if (!said) {
      deliveries.receive(account, delivery.id(), asset.sha256(), asset.bytes());
    }
    forget(wanted);
    LOG.info("[federation] {} of {} is here", asset.name(), delivery.id());
  }

  private void forget(Wanted wanted) {
    shelf.remove(WANTED, wanted.key());
  }

  private void later(Wanted wanted, String trouble, int lies) {
    int failures = wanted.failures() + 1;
    long next = exchange.now().plus(Federation.pause(failures + 4 * lies)).toEpochMilli();
    put(
        new Wanted(
            wanted.delivery(), wanted.sha256(), wanted.account(), trouble, failures, lies, next));
  }
}
