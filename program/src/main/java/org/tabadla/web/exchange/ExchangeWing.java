package org.tabadla.web.exchange;

import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.federation.Federation;
import org.tabadla.model.Journal;
import org.tabadla.store.Store;
import org.tabadla.web.Doors;
import org.tabadla.web.Wing;
import org.tabadla.web.people.Gate;

/// The exchange's pages.
public final class ExchangeWing implements Wing {
  private final Exchange exchange;
  private final Deliveries deliveries;
  private final Federation federation;
  private final Store store;
  private final Gate gate;

  /// @param store where articles are looked up that become listings
  public ExchangeWing(
      Exchange exchange, Deliveries deliveries, Federation federation, Store store, Gate gate) {
    this.exchange = exchange;
    this.deliveries = deliveries;
    this.federation = federation;
    this.store = store;
    this.gate = gate;
  }

  @Override
  public void open(Doors doors) {
    var counter = new Counter(exchange, gate, doors);
    Journal journal = store.journal();
    new Boards(counter, journal).open(doors);
    new BoardFeeds(exchange, doors).open();
    new ListingForms(counter, store).open(doors);
    new Talks(counter).open(doors);
    new Handover(counter, deliveries).open(doors);
    new Calendars(counter).open(doors);
    new PartnerPages(counter, federation).open(doors);
    new FederationDoor(federation.office(), deliveries).open(doors);
  }
}
