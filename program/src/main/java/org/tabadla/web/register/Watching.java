package org.tabadla.web.register;

import org.tabadla.register.Alerts;
import org.tabadla.web.Who;

/// What lets people watch the register's pages.
///
/// @param who anybody who is signed in, and whoever sits at the machine of a house without accounts
public record Watching(Alerts alerts, Who who) {}
