package org.tabadla.web;

/// Asked for something that is not there; answered with 404 at the door.
final class Missing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Missing(String what) {
    super("there is no " + what);
  }
}
