package org.tabadla.web.register;

import java.util.Optional;
import java.util.function.Function;
import org.tabadla.register.Alerts;
import org.tabadla.web.Who;

/// What lets people watch the register's pages.
///
/// @param who anybody who is signed in, and whoever sits at the machine of a house without accounts
/// @param refusal why nothing may be posted to an address, in one line
public record Watching(Alerts alerts, Who who, Function<String, Optional<String>> refusal) {}
