package org.tabadla.web.verify;

import io.javalin.http.Context;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tabadla.exchange.Exchange;
import org.tabadla.store.Store;
import org.tabadla.verify.ClaimSearch;
import org.tabadla.verify.Desk;
import org.tabadla.verify.picture.Album;
import org.tabadla.web.Ui;
import org.tabadla.web.Who;
import org.tabadla.web.register.WatchBox;
import org.tabadla.web.register.Watching;

/// What the pages of claims are made of.
///
/// @param search finds claims as people type
/// @param album the pictures that the house has seen
/// @param exchange where verification is asked for
/// @param who may write
/// @param watching what lets people watch the pages; null where nobody is told
/// @param signers who may sign in their organisation's name
public record ClaimRooms(
    Desk desk,
    ClaimSearch search,
    Album album,
    Exchange exchange,
    Store store,
    Who who,
    Who signers,
    @Nullable Watching watching,
    InstantSource clock) {
  /// @return the form by which a person watches a page; null for who cannot
  @Nullable WatchBox box(Context ctx, Ui ui, String page) {
    return watching == null ? null : watching.box(ctx, ui, page);
  }
}
