package org.tabadla.people;

import java.util.Locale;

/// Why the room of people refuses something.
public enum PeopleReason implements Outcome.Reason {
  TAKEN,
  NO_SUCH_ORGANISATION,
  NO_SUCH_ACCOUNT,
  BAD_ID,
  BAD_NAME,
  BAD_COUNTRY,
  WEAK_PASSWORD,
  WRONG_PASSWORD,
  TOO_OFTEN,
  LINK_OVER,
  NO_KEY,
  KEY_ENDED,
  LAST_OPERATOR,
  SCOPE_TOO_WIDE,
  TOO_MANY,
  NOT_YOURS;

  @Override
  public String key() {
    return "refused." + name().toLowerCase(Locale.ROOT);
  }
}
