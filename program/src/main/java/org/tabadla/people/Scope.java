package org.tabadla.people;

/// What a program with a token may do; never more than the account whose token it is.
public enum Scope {
  /// Look at what the organisation may see.
  READ(Role.READER),
  /// See, ask, change and remove the account's own standing queries.
  WATCH(Role.READER),
  /// Put in offers and requests, talk.
  WRITE(Role.EDITOR),
  /// Sign, deliver, acknowledge.
  SIGN(Role.DESK);

  private final Role needs;

  Scope(Role needs) {
    this.needs = needs;
  }

  /// The least role whose token may carry it.
  public Role needs() {
    return needs;
  }
}
