package org.tabadla.web.people;

/// Asked for something that only those see who have signed in; answered with the way there.
public final class SignInNeeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SignInNeeded() {
    super("signing in is needed");
  }
}
