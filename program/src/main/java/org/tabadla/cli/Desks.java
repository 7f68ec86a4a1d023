package org.tabadla.cli;

import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.Notices;
import org.tabadla.exchange.federation.Federation;
import org.tabadla.link.ClaimFinder;
import org.tabadla.people.Invitations;
import org.tabadla.people.People;
import org.tabadla.people.Sessions;
import org.tabadla.people.Tokens;
import org.tabadla.register.Alerts;
import org.tabadla.register.Register;
import org.tabadla.verify.Desk;
import org.tabadla.verify.feed.ClaimFeeds;
import org.tabadla.verify.picture.Album;

/// Where people are served: who they are, what they exchange, what was promised and what was
/// claimed.
///
/// @param finder of claims; what the desk holds is told to it
/// @param album the pictures that the house has seen
/// @param pictures looks at all pictures that are due, and returns when that is done
/// @param feeds those of other desks
public record Desks(
    People people,
    Sessions sessions,
    Tokens tokens,
    Invitations invitations,
    Exchange exchange,
    Deliveries deliveries,
    Federation federation,
    Notices notices,
    Register register,
    Desk claims,
    ClaimFinder finder,
    Album album,
    Runnable pictures,
    ClaimFeeds feeds,
    Alerts alerts) {}
