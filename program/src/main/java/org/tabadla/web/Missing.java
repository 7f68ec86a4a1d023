package org.tabadla.web;

/// Asked for something that is not there; answered with 404 at the door.
public final class Missing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Missing(String what) {
    super("there is no " + what);
  }
}
