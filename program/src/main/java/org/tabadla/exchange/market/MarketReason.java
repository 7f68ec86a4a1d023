package org.tabadla.exchange.market;

import java.util.Locale;
import org.tabadla.people.Outcome;

/// Why the exchange refuses a move.
public enum MarketReason implements Outcome.Reason {
  NOT_THERE,
  NOT_YOUR_LISTING,
  NOT_OPEN,
  OWN_LISTING,
  NOT_YOUR_TALK,
  ALREADY_TALKING,
  TALK_OVER,
  NOTHING_PROPOSED,
  OTHER_TERMS,
  ALREADY_SIGNED,
  TERMS_UNREADABLE,
  NOT_PROVIDER,
  NOT_RECEIVER,
  NOT_IN_FORCE,
  NO_FILES,
  WRONG_DIGEST,
  KILLED,
  NO_SUCH_NOTICE,
  NOT_YOUR_COMMITMENT,
  BAD_FACET,
  NO_TITLE,
  TOO_LONG,
  TOO_MANY,
  BAD_AUDIENCE,
  BAD_TIMES,
  BAD_FILE,
  EMBARGOED,
  FORBIDDEN,
  DUTY_FIRST,
  UNREADABLE,
  NOT_SIGNED,
  ROLE,
  NOT_PRODUCTION,
  BAD_SHARES,
  NOT_YOUR_TASK,
  NO_SUCH_ORGANISATION;

  @Override
  public String key() {
    return "refused." + name().toLowerCase(Locale.ROOT);
  }
}
