package org.tabadla.web.exchange;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.tabadla.exchange.market.Listing;
import org.tabadla.exchange.market.ListingId;
import org.tabadla.exchange.market.Side;
import org.tabadla.formats.Conversion;
import org.tabadla.formats.Conversion.Target;
import org.tabadla.formats.NewsItem;
import org.tabadla.web.Doors;
import org.tabadla.web.Missing;
import org.tabadla.web.Ui;

/// Listings in the formats of other newsrooms' systems, for those who may see them.
final class Exports {
  /// What stands in the address, and what comes.
  static final Map<String, Target> FORMATS =
      Map.of(
          "ninjs-3.1", Target.ninjs_3_1,
          "ninjs-2.1", Target.ninjs_2_1,
          "newsml-g2", Target.newsml_g2);

  private static final int MOST_ROWS = 10_000;

  private final Counter counter;
  private final Boards boards;

  Exports(Counter counter, Boards boards) {
    this.counter = counter;
    this.boards = boards;
  }

  void open(Doors doors) {
    doors.page("/exchange/listing/{key}/as/{format}", this::one);
    doors.page("/exchange/offers.csv", (ctx, ui) -> board(ctx, ui, Side.OFFER));
    doors.page("/exchange/requests.csv", (ctx, ui) -> board(ctx, ui, Side.REQUEST));
  }

  private void one(Context ctx, Ui ui) {
    Target target = FORMATS.get(ctx.pathParam("format"));
    if (target == null) {
      throw new Missing("format");
    }
    Listing listing =
        Counter.key(ctx, ListingId::new)
            .flatMap(id -> counter.exchange().seenBy(counter.viewer(ctx), id))
            .orElseThrow(() -> new Missing("listing"));
    String type =
        target == Target.newsml_g2 ? "application/vnd.iptc.g2.newsitem+xml" : "application/json";
    answer(ctx, type, Conversion.write(List.of(item(listing, ui)), target).getFirst());
  }

  /// The whole board as it was asked for, one listing a row.
  private void board(Context ctx, Ui ui, Side side) {
    List<NewsItem> items =
        boards.found(ctx, side).limit(MOST_ROWS).map(listing -> item(listing, ui)).toList();
    answer(ctx, "text/csv", Conversion.write(items, Target.csv).getFirst());
  }

  private NewsItem item(Listing listing, Ui ui) {
    String url = counter.doors().shells().base() + ui.link("/exchange/listing/" + listing.id());
    return ListingItems.of(
        listing, counter.exchange().people().organisation(listing.owner()).orElseThrow(), url);
  }

  private static void answer(Context ctx, String type, String document) {
    ctx.header("Cache-Control", "private, no-store")
        .contentType(type + "; charset=utf-8")
        .result(document);
  }
}
