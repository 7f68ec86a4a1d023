package org.tabadla.web.verify;

import java.time.InstantSource;
import org.tabadla.exchange.Exchange;
import org.tabadla.store.Store;
import org.tabadla.verify.ClaimSearch;
import org.tabadla.verify.Desk;
import org.tabadla.verify.picture.Album;
import org.tabadla.web.Who;

/// What the pages of claims are made of.
///
/// @param search finds claims as people type
/// @param album the pictures that the house has seen
/// @param exchange where verification is asked for
/// @param who may write
/// @param signers who may sign in their organisation's name
public record ClaimRooms(
    Desk desk,
    ClaimSearch search,
    Album album,
    Exchange exchange,
    Store store,
    Who who,
    Who signers,
    InstantSource clock) {}
