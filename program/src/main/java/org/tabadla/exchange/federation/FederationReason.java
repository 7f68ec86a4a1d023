package org.tabadla.exchange.federation;

import java.util.Locale;
import org.tabadla.people.Outcome;

/// Why something between two servers is refused.
public enum FederationReason implements Outcome.Reason {
  BAD_ADDRESS,
  NO_ANSWER,
  NO_CARD,
  NOT_ON_CARD,
  WRONG_WORDS,
  OTHERS_KEY,
  NOT_PARTNERS,
  NOT_TAKEN,
  TAKEN_LATER,
  BAD_MESSAGE,
  BAD_ANSWER,
  BAD_TIME,
  NOT_FOR_US;

  @Override
  public String key() {
    return "refused." + name().toLowerCase(Locale.ROOT);
  }
}
