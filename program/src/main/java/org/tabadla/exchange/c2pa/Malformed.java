package org.tabadla.exchange.c2pa;

/// Bytes that are not what they should be; caught where a verdict is made of it.
final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  Malformed(String what) {
    super(what);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
