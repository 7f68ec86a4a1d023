package org.tabadla.web;

/// A part of the address that the page cannot use; answered with 400 at the door.
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_CHARS = 80;

  public BadRequest(String parameter, String value) {
    super(
        parameter
            + " cannot be read: "
            + (value.length() > SHOWN_CHARS ? value.substring(0, SHOWN_CHARS) + "…" : value));
  }
}
