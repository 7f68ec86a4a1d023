package org.tabadla.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.tabadla.exchange.delivery.Vault;
import org.tabadla.exchange.market.Agreement;
import org.tabadla.exchange.market.Core;
import org.tabadla.exchange.market.DealTerms;
import org.tabadla.exchange.market.Delivery;
import org.tabadla.exchange.market.Kind;
import org.tabadla.exchange.market.Side;
import org.tabadla.exchange.market.Talk;
import org.tabadla.people.Account;

/// The way to an agreement and a delivery, for tests that begin there.
public final class Deals {
  private Deals() {}

  public static Agreement agreed(
      Exchange exchange, Account provider, Account receiver, String rights) {
    var offer =
        Newsrooms.core(
            Side.OFFER, Kind.PROGRAMME, "en", "The river's story", "", Core.Times.NONE, "");
    var listing = exchange.list(provider, offer).orRefuse();
    Talk talk = exchange.begin(receiver, listing.id(), null).orRefuse();
    var terms =
        new DealTerms(
            talk.id(),
            1,
            talk.about(),
            talk.provider(),
            talk.receiver(),
            "three films",
            rights,
            Core.Consideration.EXCHANGE,
            "",
            null);
    exchange.propose(provider, talk.id(), terms).orRefuse();
    exchange.sign(receiver, talk.id(), 1, terms.hash()).orRefuse();
    exchange.sign(provider, talk.id(), 1, terms.hash()).orRefuse();
    return exchange.market().agreement(terms.agreement()).orElseThrow();
  }

  public static Core.Asset asset(Vault vault, String name, String type, byte[] bytes) {
    try {
      var taken = (Vault.Taken.Whole) vault.take(new ByteArrayInputStream(bytes), bytes.length);
      return new Core.Asset(name, type, taken.kept().bytes(), taken.kept().sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Delivery delivered(
      Deliveries deliveries, Account provider, Agreement under, Core.Asset... assets) {
    return deliveries.deliver(provider, under.id(), List.of(assets), "", null).orRefuse();
  }
}
