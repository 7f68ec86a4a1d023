package org.tabadla.cli;

import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.people.Invitations;
import org.tabadla.people.People;
import org.tabadla.people.Sessions;
import org.tabadla.people.Tokens;

/// Where people are served: who they are, and what they exchange.
public record Desks(
    People people,
    Sessions sessions,
    Tokens tokens,
    Invitations invitations,
    Exchange exchange,
    Deliveries deliveries) {}
