package org.tabadla.people;

/// What an account may do; each role may do what those before it may.
public enum Role {
  /// Reads, and sees what its organisation sees.
  READER,
  /// Writes offers and requests, talks.
  EDITOR,
  /// Agrees and signs in the organisation's name, delivers, invites colleagues.
  DESK,
  /// Runs this server: organisations, keys, all of the trail.
  OPERATOR;

  public boolean atLeast(Role other) {
    return compareTo(other) >= 0;
  }
}
