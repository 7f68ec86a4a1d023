package org.tabadla.web;

/// A part of the address or form that the page cannot use; answered with 400 at the door.
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_CHARS = 80;
  private static final int LONGEST_CHARS = 400;

  public BadRequest(String parameter, String value) {
    this(parameter + " cannot be read: " + brief(value, SHOWN_CHARS));
  }

  /// @param why what is not done and why, in one line with the value seen and the remedy
  public BadRequest(String why) {
    super(brief(why, LONGEST_CHARS));
  }

  private static String brief(String words, int most) {
    return words.length() > most ? words.substring(0, most) + "…" : words;
  }
}
