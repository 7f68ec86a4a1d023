package org.tabadla.web.people;

import org.tabadla.people.Outcome;

/// Something that was refused; answered with the reason in the reader's words.
public final class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String key;
  private final String detail;

  private NotAllowed(int status, String key, String detail) {
    super(key + " " + detail);
    this.status = status;
    this.key = key;
    this.detail = detail;
  }

  /// @param status of HTTP: 403, 404, 409, 421, 429 …
  /// @param key of the words in the interface's tables
  public static NotAllowed of(int status, String key, String detail) {
    return new NotAllowed(status, key, detail);
  }

  /// @return the value
  /// @throws NotAllowed where it was refused
  public static <T> T unless(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Outcome.Reason why, String detail) ->
          throw of(status(why.key()), why.key(), detail);
    };
  }

  private static int status(String key) {
    return switch (key) {
      case "refused.not_there" -> 404;
      case "refused.role",
          "refused.not_your_listing",
          "refused.not_your_talk",
          "refused.not_yours",
          "refused.forbidden",
          "refused.duty_first",
          "refused.embargoed" ->
          403;
      case "refused.too_often" -> 429;
      case "refused.killed" -> 410;
      default -> 409;
    };
  }

  int status() {
    return status;
  }

  String key() {
    return key;
  }

  String detail() {
    return detail;
  }
}
