package org.tabadla.exchange.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names one listing; made from what it began with.
public record ListingId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ListingId {
    Ids.check("listing", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
