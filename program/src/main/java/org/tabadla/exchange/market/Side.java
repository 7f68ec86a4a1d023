package org.tabadla.exchange.market;

/// Whether something is given or wanted.
public enum Side {
  OFFER,
  REQUEST;

  public Side other() {
    return this == OFFER ? REQUEST : OFFER;
  }
}
