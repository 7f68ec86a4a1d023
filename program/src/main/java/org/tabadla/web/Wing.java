package org.tabadla.web;

/// A part of the house with pages of its own: the exchange, the register, the desk. A wing is a
/// chamber of this room (`org.tabadla.web.exchange`); `Tabadla.java` hands it its rooms and hands
/// it to {@link Web}.
@FunctionalInterface
public interface Wing {
  /// Adds the wing's addresses. Called once, before the server begins to answer.
  void open(Doors doors);
}
