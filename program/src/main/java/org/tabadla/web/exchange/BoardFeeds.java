package org.tabadla.web.exchange;

import java.util.List;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.Side;
import org.tabadla.model.Lang;
import org.tabadla.model.Text;
import org.tabadla.web.Doors;
import org.tabadla.web.Entries;
import org.tabadla.web.Ui;

/// What everybody may see on the boards, as feeds. They show the same to whoever asks, also to
/// those who may see more, so that a hub can pass them on.
final class BoardFeeds {
  private static final int MOST_ENTRIES = 30;

  private final Exchange exchange;
  private final Doors doors;

  BoardFeeds(Exchange exchange, Doors doors) {
    this.exchange = exchange;
    this.doors = doors;
  }

  void open() {
    doors.feeds("/exchange/offers", (ctx, ui) -> entries(ui, Side.OFFER, "/exchange/offers"));
    doors.feeds("/exchange/requests", (ctx, ui) -> entries(ui, Side.REQUEST, "/exchange/requests"));
  }

  private Entries entries(Ui ui, Side side, String path) {
    String home = doors.shells().base() + ui.link(path);
    List<Entries.Entry> entries =
        exchange
            .seenBy(null)
            .filter(listing -> listing.core().side() == side && listing.isOpen(exchange.now()))
            .limit(MOST_ENTRIES)
            .map(listing -> entry(ui, listing))
            .toList();
    String title = ui.say("name") + ": " + ui.say(side == Side.OFFER ? "offers" : "requests");
    return new Entries(title, home, home + "/feed.", ui, entries);
  }

  private Entries.Entry entry(Ui ui, Listing listing) {
    var reader = new Lang(ui.tag());
    String base = doors.shells().base();
    String path = "/exchange/listing/" + listing.id().value();
    Text title = listing.core().about().title(reader);
    return new Entries.Entry(
        base + path,
        base + ui.link(path),
        title.value(),
        listing.core().about().summary(reader).value(),
        exchange
            .people()
            .organisation(listing.owner())
            .map(owner -> owner.name(reader).value())
            .orElse(listing.owner().value()),
        title.lang().tag(),
        listing.since());
  }
}
