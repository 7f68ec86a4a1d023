package org.tabadla.people;

/// Somebody who signs in.
///
/// @param name as colleagues see it
/// @param closed whether it may sign in no more
public record Account(
    AccountId id, String name, OrganisationId organisation, Role role, boolean closed) {
  public boolean may(Role least) {
    return !closed && role.atLeast(least);
  }
}
