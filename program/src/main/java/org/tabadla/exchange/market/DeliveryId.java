package org.tabadla.exchange.market;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names one delivery; made from what it began with.
public record DeliveryId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DeliveryId {
    Ids.check("delivery", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
