package org.tabadla.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tabadla.exchange.market.Act;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.AgreementId;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.Deeds;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.DeliveryId;
import org.tabadla.exchange.market.Market;
import org.tabadla.exchange.market.Move;
import org.tabadla.exchange.market.Talk;
import org.tabadla.exchange.market.TalkId;
import org.tabadla.model.Journal;
import org.tabadla.model.Logged;
import org.tabadla.model.Shelf;
import org.tabadla.people.CanonicalJson;

/// Tells the register what came of agreements that both sides have signed to be in it. Its place in
/// the journal is written after what it stands for, so that `kill -9` costs a second telling and
/// nothing is left out.
public final class Publishing {
  private static final String KIND = "exchange/place";
  private static final String KEY = "register";

  private final Exchange exchange;
  private final Journal journal;
  private final Shelf shelf;
  private final Registrar registrar;

  public Publishing(Exchange exchange, Journal journal, Shelf shelf, Registrar registrar) {
    this.exchange = exchange;
    this.journal = journal;
    this.shelf = shelf;
    this.registrar = registrar;
  }

  /// Who keeps the register. What was entered already may come again.
  public interface Registrar {
    void enter(Agreement agreement, Became became, Instant at);
  }

  /// What became of an agreement.
  public enum Became {
    SIGNED,
    /// Something was handed over.
    DELIVERING,
    /// The receiver has said that all of a delivery is there.
    DELIVERED,
    /// It was ended, or what was handed over was killed.
    CANCELLED
  }

  /// Tells whether there is something that was not told yet.
  public boolean isBehind() {
    return exchange.newest() > place();
  }

  private record Place(long seq) {}

  private long place() {
    return shelf
        .get(KIND, KEY)
        .map(paper -> CanonicalJson.MAPPER.readValue(paper.body(), Place.class).seq())
        .orElse(0L);
  }

  /// Tells all that was not told yet.
  public void all() {
    exchange.refresh();
    for (var page = journal.since(Deeds.ROOM, place());
        !page.isEmpty();
        page = journal.since(Deeds.ROOM, page.getLast().seq())) {
      for (Logged logged : page) {
        tell(Deeds.read(logged));
      }
      shelf.put(new Shelf.Paper(KIND, KEY, CanonicalJson.of(new Place(page.getLast().seq()))));
    }
  }

  private void tell(Act act) {
    switch (act.move()) {
      case Move.Signed _ ->
          agreed(new TalkId(act.subject()))
              .filter(agreement -> agreement.since().equals(act.at()))
              .ifPresent(agreement -> enter(agreement, Became.SIGNED, act));
      case Move.Delivered sent ->
          exchange
              .market()
              .agreement(sent.agreement())
              .ifPresent(agreement -> enter(agreement, Became.DELIVERING, act));
      case Move.Received _ ->
          delivery(act)
              .filter(Publishing::isAllThere)
              .flatMap(this::agreement)
              .ifPresent(agreement -> enter(agreement, Became.DELIVERED, act));
      case Move.Killed _ ->
          delivery(act)
              .flatMap(this::agreement)
              .ifPresent(agreement -> enter(agreement, Became.CANCELLED, act));
      case Move.Ended _ ->
          exchange
              .market()
              .agreement(new AgreementId(act.subject()))
              .ifPresent(agreement -> enter(agreement, Became.CANCELLED, act));
      default -> {
        // The rest changes nothing of what is promised.
      }
    }
  }

  private void enter(Agreement agreement, Became became, Act act) {
    if (agreement.terms().isForRegister()) {
      registrar.enter(agreement, became, act.at());
    }
  }

  private Optional<Agreement> agreed(TalkId id) {
    Market market = exchange.market();
    return market
        .talk(id)
        .map(Talk::state)
        .filter(Talk.State.Agreed.class::isInstance)
        .map(Talk.State.Agreed.class::cast)
        .flatMap(state -> market.agreement(state.agreement()));
  }

  private Optional<Delivery> delivery(Act act) {
    return exchange.market().delivery(new DeliveryId(act.subject()));
  }

  private Optional<Agreement> agreement(Delivery delivery) {
    return exchange.market().agreement(delivery.agreement());
  }

  private static boolean isAllThere(Delivery delivery) {
    Set<String> come =
        delivery.receipts().stream().map(Delivery.Receipt::sha256).collect(Collectors.toSet());
    List<Core.Asset> assets = delivery.assets();
    return assets.stream().allMatch(asset -> come.contains(asset.sha256()));
  }
}
