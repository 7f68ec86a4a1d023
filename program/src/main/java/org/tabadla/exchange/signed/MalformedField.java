package org.tabadla.exchange.signed;

/// A field that does not follow its grammar; the whole field is then to be ignored (RFC 9651 §4.2).
public final class MalformedField extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedField(String what) {
    super(what);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
