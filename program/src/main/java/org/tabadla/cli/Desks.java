package org.tabadla.cli;

import org.tabadla.exchange.Deliveries;
import org.tabadla.exchange.Exchange;
import org.tabadla.exchange.Notices;
import org.tabadla.exchange.federation.Federation;
import org.tabadla.people.Invitations;
import org.tabadla.people.People;
import org.tabadla.people.Sessions;
import org.tabadla.people.Tokens;
import org.tabadla.register.Alerts;
import org.tabadla.register.Register;
import org.tabadla.verify.Desk;

/// Where people are served: who they are, what they exchange, what was promised and what was
/// claimed.
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
    Alerts alerts) {}
