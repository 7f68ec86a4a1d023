package org.tabadla.exchange.market;

import java.time.Instant;
import org.tabadla.people.OrganisationId;

/// A move in its place: who makes it, on what, when.
///
/// @param subject the id of the listing, talk, agreement or delivery
/// @param account who did it for the organisation
/// @param seq its place in the journal; 0 before it has one
public record Act(
    String subject, OrganisationId actor, String account, Instant at, long seq, Move move) {}
