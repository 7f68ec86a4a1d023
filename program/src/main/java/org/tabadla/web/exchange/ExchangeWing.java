package org.tabadla.web.exchange;

import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.Notices;
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
  private final Notices notices;
  private final Store store;
  private final Gate gate;

  /// @param store where articles are looked up that become listings
  public ExchangeWing(
      Exchange exchange,
      Deliveries deliveries,
      Federation federation,
      Notices notices,
      Store store,
      Gate gate) {
    this.notices = notices;
    this.exchange = exchange;
    this.deliveries = deliveries;
    this.federation = federation;
    this.store = store;
    this.gate = gate;
  }

  @Override
  public void open(Doors doors) {
    var desk = new MyDesk(exchange);
    var counter = new Counter(exchange, gate, doors, desk, notices);
    Journal journal = store.journal();
    var boards = new Boards(counter, desk, journal);
    boards.open(doors);
    new Exports(counter, boards).open(doors);
    desk.open(doors, counter);
    new Catalogues(counter).open(doors);
    new BoardFeeds(exchange, doors).open();
    var handover = new Handover(counter, deliveries);
    new ListingForms(counter, store, new Enclosures(deliveries)).open(doors);
    new Talks(counter, deliveries, federation.talkFiles()).open(doors);
    handover.open(doors);
    new UploadDoor(counter, deliveries.uploads()).open(doors);
    new Calendars(counter).open(doors);
    new PartnerPages(counter, federation).open(doors);
    new FederationDoor(federation.office()).open(doors);
    new Productions(counter).open(doors);
    new NoticePages(counter, notices).open(doors);
  }
}
