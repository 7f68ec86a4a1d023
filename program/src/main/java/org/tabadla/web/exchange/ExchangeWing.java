package org.tabadla.web.exchange;

import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.model.Journal;
import org.tabadla.store.Store;
import org.tabadla.web.Doors;
import org.tabadla.web.Wing;
import org.tabadla.web.people.Gate;

/// The exchange's pages.
public final class ExchangeWing implements Wing {
  private final Exchange exchange;
  private final Deliveries deliveries;
  private final Store store;
  private final Gate gate;

  /// @param store where articles are looked up that become listings
  public ExchangeWing(Exchange exchange, Deliveries deliveries, Store store, Gate gate) {
    this.exchange = exchange;
    this.deliveries = deliveries;
    this.store = store;
    this.gate = gate;
  }

  @Override
  public void open(Doors doors) {
    var counter = new Counter(exchange, gate, doors);
    Journal journal = store.journal();
    new Boards(counter, journal).open(doors);
    new ListingForms(counter, store).open(doors);
    new Talks(counter, deliveries).open(doors);
    new Handover(counter, deliveries).open(doors);
    new UploadDoor(counter, deliveries.uploads()).open(doors);
    new Calendars(counter).open(doors);
  }
}
